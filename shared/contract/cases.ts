import { z } from 'zod';
import { idSchema, text } from '../domain/basics.ts';
import { allegationSchema, caseFieldsSchema, caseSchema, memberPartSchema, mostMembers } from '../domain/case.ts';
import { chartSchema } from '../domain/chart.ts';
import { linkFieldsSchema, linkSchema } from '../domain/link.ts';
import { personSchema } from '../domain/person.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const versioned = { id: idSchema, version: z.int().positive() };
const memberFields = {
  personId: idSchema,
  part: memberPartSchema,
  note: text(2000),
  allegation: allegationSchema.optional(),
};

export const caseRowSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  title: z.string(),
  marking: caseSchema.shape.marking,
  status: caseSchema.shape.status,
  members: z.int(),
  links: z.int(),
  reviewOn: z.string(),
  changedAt: z.string(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** Where in a case something typed was found, besides its number and title. */
export const casePlaces = ['about', 'members', 'sources'] as const;

export const foundCaseSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  title: z.string(),
  places: z.array(z.enum(casePlaces)),
});

export const caseViewSchema = z.strictObject({
  file: caseSchema,
  /** The persons of `file.members`, same order. */
  people: z.array(personSchema),
  links: z.array(linkSchema),
  /** The case's own chart, and the views saved under a name, by name. */
  chart: chartSchema.nullable(),
  views: z.array(chartSchema),
  /** Visits between members, by pair of visitor and inmate. */
  visitPairs: z.array(
    z.strictObject({ visitorId: idSchema, inmateId: idSchema, count: z.int(), first: z.string(), last: z.string() }),
  ),
});
export type CaseView = z.infer<typeof caseViewSchema>;

export const caseChannels = {
  'cases.list': channel('cases.read', z.strictObject({}), z.array(caseRowSchema)),
  /** Forgiving search over number, title, purpose, legal basis, notes, names of members, and sources of links; best first. */
  'cases.search': channel(
    'cases.read',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int(), rows: z.array(foundCaseSchema) }),
  ),
  'cases.get': channel('cases.read', z.strictObject({ id: idSchema }), caseViewSchema),
  'cases.create': channel('cases.create', z.strictObject({ fields: caseFieldsSchema }), caseSchema),
  'cases.change': channel('cases.write', z.strictObject({ ...versioned, fields: caseFieldsSchema }), caseSchema),
  'cases.remove': channel('cases.remove', z.strictObject(versioned), undoableSchema),
  'cases.addMember': channel('cases.write', z.strictObject({ ...versioned, ...memberFields }), caseSchema),
  'cases.changeMember': channel('cases.write', z.strictObject({ ...versioned, ...memberFields }), caseSchema),
  /** Takes the people's links in this case away too, in the same step; undo brings all of it back. */
  'cases.removeMembers': channel(
    'cases.write',
    z.strictObject({ ...versioned, personIds: z.array(idSchema).min(1).max(mostMembers) }),
    undoableSchema,
  ),
  /** Who may know of the case. */
  'cases.setOfficers': channel(
    'cases.officers',
    z.strictObject({ ...versioned, officers: z.array(idSchema).min(1).max(1000) }),
    caseSchema,
  ),
  'links.create': channel('cases.write', z.strictObject({ caseId: idSchema, fields: linkFieldsSchema }), linkSchema),
  'links.change': channel('cases.write', z.strictObject({ ...versioned, fields: linkFieldsSchema }), linkSchema),
  'links.remove': channel('cases.write', z.strictObject(versioned), undoableSchema),
} as const;
