import { z } from 'zod';
import { type Id, idSchema, recordMetaShape } from './basics.ts';
import { memberSchema } from './case.ts';
import { personFieldsSchema } from './person.ts';

export const identityBands = ['certain', 'likely', 'possible'] as const;
export const identityBandSchema = z.enum(identityBands);

/**
 * People who turned out to be one. The one that is kept has everything of the others; they are removed and their visits
 * show under the one kept. Holds what is needed to take it apart exactly.
 */
export const joinSchema = z.strictObject({
  ...recordMetaShape,
  /** Joins made by one command carry the same, and are undone together. */
  step: idSchema,
  keptId: idSchema,
  absorbedIds: z.array(idSchema).min(1).max(400),
  /** What the kept person was before and became. */
  before: personFieldsSchema,
  after: personFieldsSchema,
  /** Cases whose members were the others, before and after. */
  cases: z.array(z.strictObject({ caseId: idSchema, before: z.array(memberSchema), after: z.array(memberSchema) })),
  /** Links that ended in one of the others; one between two who are now one was removed. */
  links: z.array(z.strictObject({ linkId: idSchema, from: idSchema, to: idSchema, removed: z.boolean() })),
  charts: z.array(
    z.strictObject({
      chartId: idSchema,
      positions: z.record(idSchema, z.strictObject({ x: z.number(), y: z.number(), pinned: z.boolean() })),
    }),
  ),
});
export type Join = z.infer<typeof joinSchema>;

export const identityDecisions = ['different', 'undecided'] as const;

/** What an officer said of two people: never proposed again, or put off. `a` is the smaller identifier. */
export const identityDecisionSchema = z.strictObject({
  ...recordMetaShape,
  a: idSchema,
  b: idSchema,
  decision: z.enum(identityDecisions),
});

/** Everybody who was joined to somebody → the person who is left, also where that one was joined to another later. */
export function joinedPeople(joins: Iterable<Pick<Join, 'keptId' | 'absorbedIds'>>): ReadonlyMap<Id, Id> {
  const keptBy = new Map<Id, Id>();
  for (const { keptId, absorbedIds } of joins) for (const id of absorbedIds) keptBy.set(id, keptId);
  for (const [id, kept] of keptBy) {
    let last = kept;
    for (let next = keptBy.get(last); next !== undefined; next = keptBy.get(last)) last = next;
    keptBy.set(id, last);
  }
  return keptBy;
}
