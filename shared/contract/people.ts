import { z } from 'zod';
import { dateSchema, idSchema, requiredText } from '../domain/basics.ts';
import { memberPartSchema } from '../domain/case.ts';
import { collectionNameSchema, historyEntrySchema } from '../domain/document.ts';
import { linkStatusSchema } from '../domain/link.ts';
import { personFieldsSchema, personSchema, roleKindSchema } from '../domain/person.ts';
import { visitSchema } from '../domain/visit.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

export const personRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  aliases: z.array(z.string()),
  roles: z.array(roleKindSchema),
  registrationNumber: z.string().nullable(),
  cell: z.string().nullable(),
  /** An allegation against them was disproved. */
  cleared: z.boolean(),
  nationalId: z.string().nullable(),
  phone: z.string().nullable(),
  visits: z.int(),
  cases: z.int(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const personSortSchema = z.enum(['relevance', 'name', 'visits', 'registrationNumber', 'cell']);

export const caseOfPersonSchema = z.strictObject({
  caseId: idSchema,
  number: z.string(),
  title: z.string(),
  part: memberPartSchema,
});

export const linkOfPersonSchema = z.strictObject({
  linkId: idSchema,
  caseId: idSchema,
  caseNumber: z.string(),
  otherId: idSchema,
  otherName: z.string(),
  kind: z.string(),
  status: linkStatusSchema,
  grade: z.string(),
});

export const visitRowSchema = z.strictObject({
  visit: visitSchema,
  visitorName: z.string(),
  inmateName: z.string(),
});
export type VisitRow = z.infer<typeof visitRowSchema>;

/** The cell an inmate came to last, as the register of moves tells it. */
export const lastMoveSchema = z.strictObject({ cell: z.string(), on: dateSchema }).nullable();

const page = { offset: z.int().nonnegative(), limit: z.int().min(1).max(500) };
const versioned = { id: idSchema, version: z.int().positive() };

export const peopleChannels = {
  /** Forgiving search over names, aliases and numbers; empty text lists everybody. */
  'people.search': channel(
    'people.read',
    z.strictObject({
      text: z.string().max(200),
      role: roleKindSchema.nullable(),
      sort: personSortSchema,
      descending: z.boolean(),
      ...page,
    }),
    z.strictObject({ total: z.int(), rows: z.array(personRowSchema) }),
  ),
  'people.get': channel(
    'people.read',
    z.strictObject({ id: idSchema }),
    z.strictObject({
      person: personSchema,
      /** Who said of each of `person.cleared` that it was not so. */
      clearedBy: z.array(z.string()),
      moved: lastMoveSchema,
      visits: z.strictObject({ count: z.int(), first: z.string().nullable(), last: z.string().nullable() }),
      cases: z.array(caseOfPersonSchema),
      links: z.array(linkOfPersonSchema),
    }),
  ),
  /** Newest first. */
  'people.visits': channel(
    'visits.read',
    z.strictObject({ id: idSchema, ...page }),
    z.strictObject({ total: z.int(), rows: z.array(visitRowSchema) }),
  ),
  'people.create': channel('people.write', z.strictObject({ fields: personFieldsSchema }), personSchema),
  'people.change': channel('people.write', z.strictObject({ ...versioned, fields: personFieldsSchema }), personSchema),
  /** Marks an allegation as disproved; the mark follows the person everywhere. */
  'people.clear': channel(
    'people.write',
    z.strictObject({ ...versioned, allegation: requiredText(500), reason: requiredText(1000) }),
    undoableSchema,
  ),
  'people.remove': channel('people.remove', z.strictObject(versioned), undoableSchema),
  /** Why a record is opened that `reason-required` was answered for; it opens then until the vault is locked. */
  'reads.explain': channel(
    'own.session',
    z.strictObject({ collection: z.enum(['people', 'cases']), id: idSchema, reason: requiredText(500) }),
    z.strictObject({}),
  ),
  'records.history': channel(
    'own.session',
    z.strictObject({ collection: collectionNameSchema, id: idSchema }),
    z.array(historyEntrySchema),
  ),
} as const;
