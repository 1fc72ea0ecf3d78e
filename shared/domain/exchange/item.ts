import { z } from 'zod';
import { dateSchema, idSchema, markingSchema, requiredText, text, timeSchema } from '../basics.ts';
import { allegationSchema, caseFieldsSchema, memberPartSchema, mostMembers } from '../case.ts';
import { handlingSchema } from '../handling.ts';
import { linkFieldsSchema } from '../link.ts';
import { personFieldsSchema } from '../person.ts';
import { opinionSchema, prioritySchema, reportItemSchema } from '../report.ts';
import { largestStoredFile, sha256Schema } from '../stored-file.ts';
import {
  commitmentItemFieldsSchema,
  meetingItemFieldsSchema,
  operationItemFieldsSchema,
} from './coordination-items.ts';
import { wireOriginSchema } from './origin.ts';

/** What can go into a package. Whatever is not named here never leaves by one: sources, approvals, settings, keys. */
export const itemTypes = [
  'person',
  'case',
  'link',
  'visits',
  'report',
  'file',
  'meeting',
  'operation',
  'commitment',
] as const;
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

/** A report that was passed on, without who said it when that is not to be known. Its number is its originator's. */
const reportItemFieldsSchema = z
  .strictObject({
    number: requiredText(60),
    subject: requiredText(200),
    field: text(100),
    marking: markingSchema,
    priority: prioritySchema,
    source: requiredText(500),
    relation: text(500),
    method: text(500),
    place: text(200),
    informationFrom: dateSchema,
    informationUntil: dateSchema.optional(),
    writtenOn: dateSchema,
    items: z.array(reportItemSchema).min(1).max(200),
    opinion: opinionSchema,
    risk: text(5000),
    caseIds: z.array(idSchema).max(100),
  })
  .refine(({ informationFrom, writtenOn }) => informationFrom <= writtenOn, {
    path: ['writtenOn'],
    message: 'dates-reversed',
  });

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
  z.strictObject({ ...itemShape, type: z.literal('report'), id: idSchema, fields: reportItemFieldsSchema }),
  z.strictObject({ ...itemShape, type: z.literal('meeting'), id: idSchema, fields: meetingItemFieldsSchema }),
  z.strictObject({ ...itemShape, type: z.literal('operation'), id: idSchema, fields: operationItemFieldsSchema }),
  z.strictObject({ ...itemShape, type: z.literal('commitment'), id: idSchema, fields: commitmentItemFieldsSchema }),
  /** What a file is; its content comes behind all items, in their order. */
  z.strictObject({
    ...itemShape,
    type: z.literal('file'),
    id: idSchema,
    on: z.strictObject({ collection: z.enum(['people', 'reports']), id: idSchema }),
    fields: z.strictObject({
      name: requiredText(255),
      bytes: z.int().nonnegative().max(largestStoredFile),
      sha256: sha256Schema,
    }),
  }),
]);
export type PackageItem = z.infer<typeof packageItemSchema>;

/** Things of each kind. What packages of earlier formats did not know of they hold none of. */
const count = z.int().nonnegative();
export const itemCountsSchema = z.strictObject({
  person: count,
  case: count,
  link: count,
  visits: count,
  report: count.default(0),
  file: count.default(0),
  meeting: count.default(0),
  operation: count.default(0),
  commitment: count.default(0),
});
export type ItemCounts = z.infer<typeof itemCountsSchema>;

export function countItems(items: Iterable<Pick<PackageItem, 'type'>>): ItemCounts {
  const counts = {
    person: 0,
    case: 0,
    link: 0,
    visits: 0,
    report: 0,
    file: 0,
    meeting: 0,
    operation: 0,
    commitment: 0,
  };
  for (const { type } of items) counts[type] += 1;
  return counts;
}

export type ItemOf<T extends ItemType> = Extract<PackageItem, { type: T }>;
