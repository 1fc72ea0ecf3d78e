import { z } from 'zod';
import { dateSchema, markingSchema, requiredText, text, timeSchema } from '../basics.ts';
import { memberPartSchema } from '../case.ts';
import { gradeSchema } from '../grade.ts';
import { conditionSchema, peopleOf } from './check.ts';
import { skillSchema } from './skill.ts';

/** A text in both languages; neither may be missing. */
const both = (most: number) => z.strictObject({ id: requiredText(most), en: requiredText(most) });
const keySchema = z.string().regex(/^[a-z0-9-]{1,40}$/);

const materialPersonSchema = z.strictObject({
  key: keySchema,
  name: requiredText(200),
  inmate: z.strictObject({ registrationNumber: requiredText(40), cell: requiredText(40) }).optional(),
  visitor: z.boolean().default(false),
  lawyer: z.boolean().default(false),
  nationalIds: z
    .array(z.string().regex(/^\d{16}$/))
    .max(5)
    .default([]),
  phones: z.array(z.string().max(30)).max(5).default([]),
  notes: text(2000).default(''),
});
export type MaterialPerson = z.infer<typeof materialPersonSchema>;

const days = z.array(dateSchema).min(1).max(200);

/** What the practice vault is filled with before the exercise begins; everybody in it is invented. */
export const materialSchema = z.strictObject({
  people: z.array(materialPersonSchema).max(200),
  visits: z
    .array(
      z.strictObject({
        visitor: keySchema,
        inmate: keySchema,
        on: days,
        at: timeSchema.default('09:00'),
        relation: text(60).default(''),
      }),
    )
    .max(500)
    .default([]),
  calls: z
    .array(z.strictObject({ inmate: keySchema, number: requiredText(30), on: days, seconds: z.int().min(1).max(7200) }))
    .max(500)
    .default([]),
  finds: z
    .array(
      z.strictObject({
        on: dateSchema,
        item: requiredText(100),
        quantity: text(40).default(''),
        cell: requiredText(40),
        inmate: keySchema.optional(),
      }),
    )
    .max(500)
    .default([]),
  cases: z
    .array(
      z.strictObject({
        title: requiredText(200),
        marking: markingSchema.default('terbatas'),
        purpose: requiredText(1000),
        legalBasis: requiredText(1000),
        members: z.array(z.strictObject({ person: keySchema, part: memberPartSchema.exclude(['supplier']) })).max(200),
      }),
    )
    .max(10)
    .default([]),
  /** Handed over by a colleague, to be judged. */
  reports: z
    .array(
      z.strictObject({
        subject: requiredText(200),
        source: requiredText(500),
        facts: z
          .array(z.strictObject({ text: requiredText(5000), grade: gradeSchema }))
          .min(1)
          .max(50),
      }),
    )
    .max(10)
    .default([]),
  /** A partner agency that is trusted already, by name, to send packages to. */
  partner: requiredText(120).optional(),
});
export type Material = z.infer<typeof materialSchema>;

const stepSchema = z.strictObject({
  id: keySchema,
  text: both(1000),
  hint: both(1000),
  /** Points a look at the hint costs. */
  hintCost: z.int().min(0).max(20),
});

const checkSchema = z.strictObject({
  id: keySchema,
  step: keySchema,
  points: z.int().min(1).max(100),
  condition: conditionSchema,
  /** Why the points are won, and what was missing when they are not. */
  won: both(1000),
  lost: both(1000),
});

const mistakeSchema = z.strictObject({
  id: keySchema,
  cost: z.int().min(1).max(100),
  condition: conditionSchema,
  /** Why it is one. */
  text: both(1000),
});

export const allPoints = 100;

/** A scenario as trainers write it: docs/training.md. */
export const scenarioSchema = z
  .strictObject({
    format: z.literal('sinergi-training/1'),
    id: keySchema,
    version: z.int().min(1).max(1000),
    title: both(120),
    summary: both(500),
    briefing: both(6000),
    debrief: both(6000),
    minutes: z.int().min(1).max(480),
    skill: skillSchema,
    objectives: z.array(both(300)).min(1).max(10),
    material: materialSchema,
    steps: z.array(stepSchema).min(1).max(20),
    checks: z.array(checkSchema).min(1).max(50),
    mistakes: z.array(mistakeSchema).max(30),
  })
  .superRefine((scenario, context) => {
    const { material, steps, checks, mistakes } = scenario;
    const problem = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    const sum = checks.reduce((all, { points }) => all + points, 0);
    if (sum !== allPoints) problem(['checks'], `points-not-100: ${sum}`);
    for (const [list, entries] of Object.entries({ steps, checks, mistakes }))
      entries.forEach(({ id }, place) => {
        if (entries.findIndex((other) => other.id === id) < place) problem([list, place, 'id'], 'id-twice');
      });
    const keys = new Set(material.people.map(({ key }) => key));
    if (keys.size !== material.people.length) problem(['material', 'people'], 'key-twice');
    const known = (path: (string | number)[], key: string | undefined): void => {
      if (key !== undefined && !keys.has(key)) problem(path, `person-unknown: ${key}`);
    };
    material.visits.forEach(({ visitor, inmate }, place) => {
      known(['material', 'visits', place, 'visitor'], visitor);
      known(['material', 'visits', place, 'inmate'], inmate);
    });
    material.calls.forEach(({ inmate }, place) => known(['material', 'calls', place, 'inmate'], inmate));
    material.finds.forEach(({ inmate }, place) => known(['material', 'finds', place, 'inmate'], inmate));
    material.cases.forEach(({ members }, place) =>
      members.forEach(({ person }, member) => known(['material', 'cases', place, 'members', member], person)),
    );
    checks.forEach(({ step }, place) => {
      if (steps.every(({ id }) => id !== step)) problem(['checks', place, 'step'], `step-unknown: ${step}`);
    });
    // Somebody who is neither in the material nor to be recorded is a slip of the pen.
    const recorded = checks.flatMap(({ condition }) =>
      condition.kind === 'person-recorded' ? [condition.person] : [],
    );
    const names = new Set([...material.people.map(({ name }) => name), ...recorded]);
    for (const [list, entries] of Object.entries({ checks, mistakes }))
      entries.forEach(({ condition }, place) => {
        for (const person of peopleOf(condition))
          if (!names.has(person)) problem([list, place, 'condition'], `person-unknown: ${person}`);
      });
    if (
      material.partner === undefined &&
      [...checks, ...mistakes].some(({ condition }) => condition.kind.startsWith('package'))
    )
      problem(['material', 'partner'], 'partner-missing');
  });
export type Scenario = z.infer<typeof scenarioSchema>;
