import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText, text } from '../basics.ts';
import { type OfficerRole, officerRoleSchema } from '../officer.ts';

/** What an officer of this work has to be able to do. */
export const skills = [
  'visit-patterns',
  'grading',
  'report-writing',
  'charting',
  'exchange',
  'early-warning',
  'data-protection',
  'source-handling',
] as const;
export const skillSchema = z.enum(skills);
export type Skill = z.infer<typeof skillSchema>;

/** What a role asks for: the agency's own rule, in one place. */
export const requiredSkills: Readonly<Record<OfficerRole, readonly Skill[]>> = {
  officer: ['data-protection', 'visit-patterns', 'grading', 'report-writing'],
  analyst: ['data-protection', 'grading', 'charting', 'early-warning'],
  supervisor: ['data-protection', 'grading', 'exchange', 'early-warning'],
  administrator: ['data-protection'],
  'source-handler': ['data-protection', 'source-handling', 'report-writing'],
  auditor: ['data-protection'],
  integrity: ['data-protection', 'visit-patterns'],
};

/** From so many points of a hundred on an exercise counts as passed. */
export const passFrom = 70;

export const skillFieldsSchema = z
  .strictObject({
    /** The officer, as the vault names them; somebody without an account may be named, too. */
    officer: requiredText(120),
    skill: skillSchema,
    kind: z.enum(['course', 'exercise']),
    title: requiredText(200),
    on: dateSchema,
    /** The last day it counts; without one it does not end. */
    until: dateSchema.optional(),
    score: z.int().min(0).max(100).optional(),
    trainer: text(120),
    note: text(1000),
  })
  .refine(({ kind, score }) => kind === 'course' || score !== undefined, { path: ['score'], message: 'invalid-input' })
  .refine(({ on, until }) => until === undefined || on <= until, { path: ['until'], message: 'dates-reversed' });
export type SkillFields = z.infer<typeof skillFieldsSchema>;

export const skillRecordSchema = z.strictObject({ ...skillFieldsSchema.shape, ...recordMetaShape });
export type SkillRecord = z.infer<typeof skillRecordSchema>;

export const isPassed = ({ score }: Pick<SkillRecord, 'score'>): boolean => score === undefined || score >= passFrom;
export const isValidOn = (record: SkillRecord, today: string): boolean =>
  isPassed(record) && (record.until === undefined || record.until >= today);

export const officerSkillsSchema = z.strictObject({
  officerId: idSchema.nullable(),
  officer: z.string(),
  roles: z.array(officerRoleSchema),
  records: z.array(skillRecordSchema),
  /** Asked for by a role and not held, or not any more. */
  missing: z.array(z.strictObject({ role: officerRoleSchema, skill: skillSchema, ended: dateSchema.nullable() })),
});
export type OfficerSkills = z.infer<typeof officerSkillsSchema>;
