import { z } from 'zod';
import { dateSchema, idSchema } from './basics.ts';

/** One thing somebody did or read, as it is shown. */
export const auditRowSchema = z.strictObject({
  sequence: z.int().positive(),
  at: z.string(),
  actorId: idSchema,
  /** Empty when the directory does not know the officer. */
  actor: z.string(),
  /** `case.export`, `person.read`, … */
  action: z.string(),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** Narrows the trail; what is null does not. Days in UTC, both included. */
export const auditFilterSchema = z.strictObject({
  officer: z.string().max(120).nullable(),
  /** Beginning of the action: `case.` finds all of cases. */
  action: z.string().max(200).nullable(),
  record: z.string().max(200).nullable(),
  from: dateSchema.nullable(),
  until: dateSchema.nullable(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const wholeTrail: AuditFilter = { officer: null, action: null, record: null, from: null, until: null };

export function matchesFilter(row: AuditRow, { officer, action, record, from, until }: AuditFilter): boolean {
  const day = row.at.slice(0, 10);
  return (
    (officer === null || row.actorId === officer || row.actor.toLowerCase() === officer.trim().toLowerCase()) &&
    (action === null || row.action.startsWith(action)) &&
    (record === null || row.entityId === record) &&
    (from === null || day >= from) &&
    (until === null || day <= until)
  );
}

export const auditVerdictSchema = z.strictObject({
  ok: z.boolean(),
  entries: z.int().nonnegative(),
  firstBad: z.strictObject({ sequence: z.int().positive(), code: z.string() }).nullable(),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;
