import { z } from 'zod';
import { requiredText } from '../basics.ts';
import { memberPartSchema } from '../case.ts';
import { indicatorKindSchema } from '../mitigation/indicator.ts';
import { blockSchema, threatKindSchema } from '../mitigation/threat.ts';

const name = requiredText(200);
/** Admiralty codes that are right, as there may be more than one. */
const codes = {
  sources: z.array(z.enum(['A', 'B', 'C', 'D', 'E', 'F'])).min(1),
  informations: z.array(z.enum(['1', '2', '3', '4', '5', '6'])).min(1),
};

/**
 * What a trainee may have done, looked for in the records of the vault. People are named as the material names them, or, where
 * the trainee is to record somebody, as the briefing does.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person-recorded'), person: name }),
  z.strictObject({ kind: z.literal('member-added'), person: name, part: memberPartSchema.optional() }),
  /** In either direction. */
  z.strictObject({
    kind: z.literal('link-drawn'),
    from: name,
    to: name,
    status: z.enum(['suspected', 'confirmed']).optional(),
  }),
  z.strictObject({ kind: z.literal('link-graded'), from: name, to: name, ...codes }),
  /** A report of the trainee's own that was handed over. */
  z.strictObject({ kind: z.literal('report-submitted') }),
  /** One of them names its source by this pseudonym only. */
  z.strictObject({ kind: z.literal('source-confidential'), pseudonym: name }),
  /** One of them says any of these words anywhere. */
  z.strictObject({ kind: z.literal('report-says'), words: z.array(name).min(1).max(50) }),
  /** A fact that has these words is graded so. */
  z.strictObject({ kind: z.literal('fact-graded'), words: name, ...codes }),
  z.strictObject({ kind: z.literal('report-handled'), code: z.enum(['P', 'C']) }),
  /** A fact of a report of the material was judged so. */
  z.strictObject({ kind: z.literal('fact-judged'), words: name, ...codes }),
  /** A chart of a case was arranged and saved, with so many people on it at least. */
  z.strictObject({ kind: z.literal('chart-arranged'), people: z.int().min(1).max(200) }),
  z.strictObject({ kind: z.literal('package-sealed'), people: z.array(name).min(1).max(50) }),
  z.strictObject({ kind: z.literal('package-handled'), code: z.enum(['P', 'C']) }),
  z.strictObject({ kind: z.literal('warning-answered'), indicator: indicatorKindSchema, block: blockSchema }),
  z.strictObject({ kind: z.literal('search-planned'), block: blockSchema }),
  z.strictObject({ kind: z.literal('search-held'), block: blockSchema }),
  z.strictObject({ kind: z.literal('threat-rated'), threat: threatKindSchema, block: blockSchema.optional() }),
  z.strictObject({ kind: z.literal('decision-logged') }),
  z.strictObject({ kind: z.literal('task-given') }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** Names of people a condition speaks of. */
export function peopleOf(condition: Condition): readonly string[] {
  if (condition.kind === 'package-sealed') return condition.people;
  if ('person' in condition) return [condition.person];
  return 'from' in condition ? [condition.from, condition.to] : [];
}
