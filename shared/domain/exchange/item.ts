import { z } from 'zod';
import { dateSchema, idSchema, requiredText, text, timeSchema } from '../basics.ts';
import { allegationSchema, caseFieldsSchema, memberPartSchema, mostMembers } from '../case.ts';
import { handlingSchema } from '../handling.ts';
import { linkFieldsSchema } from '../link.ts';
import { personFieldsSchema } from '../person.ts';
import { wireOriginSchema } from './origin.ts';

/** What can go into a package. Whatever is not named here never leaves by one: sources, approvals, settings, keys. */
export const itemTypes = ['person', 'case', 'link', 'visits'] as const;
export const itemTypeSchema = z.enum(itemTypes);
export type ItemType = z.infer<typeof itemTypeSchema>;

const itemShape = {
  version: z.int().positive(),
  handling: handlingSchema,
  /** Other agencies it came from before, the first one first. */
  origins: z.array(wireOriginSchema).max(50),
  /** Fields that were emptied before it went out. */
  withheld: z.array(z.string().max(60)).max(40),
};

const memberItemSchema = z.strictObject({
  personId: idSchema,
  part: memberPartSchema,
  note: text(2000),
  allegation: allegationSchema.optional(),
});

const visitItemRowSchema = z.strictObject({
  date: dateSchema,
  time: timeSchema.nullable(),
  queueNumber: z.string().max(40),
  relation: z.string().max(200),
  visitorName: z.string().max(200),
  inmateName: z.string().max(200),
  registrationNumber: z.string().max(60),
  cell: z.string().max(60),
});
export type VisitItemRow = z.infer<typeof visitItemRowSchema>;

/** More visits of one pair than a lifetime holds. */
export const mostVisitsOfPair = 20_000;
export const visitsItemId = (visitorId: string, inmateId: string): string => `${visitorId}:${inmateId}`;

/** One thing in a package, as it is sealed and as it lies in quarantine. */
export const packageItemSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...itemShape, type: z.literal('person'), id: idSchema, fields: personFieldsSchema }),
  z.strictObject({
    ...itemShape,
    type: z.literal('case'),
    id: idSchema,
    fields: caseFieldsSchema.extend({
      number: requiredText(60),
      status: z.enum(['open', 'closed']),
      members: z.array(memberItemSchema).max(mostMembers),
    }),
  }),
  z.strictObject({ ...itemShape, type: z.literal('link'), id: idSchema, caseId: idSchema, fields: linkFieldsSchema }),
  z.strictObject({
    ...itemShape,
    type: z.literal('visits'),
    id: z.string().max(80),
    visitorId: idSchema,
    inmateId: idSchema,
    rows: z.array(visitItemRowSchema).min(1).max(mostVisitsOfPair),
  }),
]);
export type PackageItem = z.infer<typeof packageItemSchema>;
export type ItemOf<T extends ItemType> = Extract<PackageItem, { type: T }>;
