import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, languageSchema, markingSchema, timeSchema } from './basics.ts';
import { allegationSchema, caseSchema, closingFieldsSchema, memberPartSchema } from './case.ts';
import { judgementSchema } from './casework/case-fact.ts';
import { decisionKinds } from './casework/decision.ts';
import { taskStateSchema } from './casework/task.ts';
import { chartStateSchema } from './chart.ts';
import { findingKindSchema } from './finding.ts';
import { custodyFieldsSchema, exhibitSchema } from './exhibit.ts';
import { gradeSchema } from './grade.ts';
import { handlingSchema } from './handling.ts';
import { linkStatusSchema } from './link.ts';
import { isLongEnough } from './passphrase.ts';
import { roleKindSchema } from './person.ts';
import { prioritySchema, reportSourceSchema } from './report.ts';
import { sanitisationSchema } from './sanitisation.ts';

/** What a case file can consist of, in the order in which it does. */
export const caseSections = [
  'case',
  'subjects',
  'chart',
  'matrix',
  'timeline',
  'links',
  'visits',
  'findings',
  'reports',
  'facts',
  'hypotheses',
  'tasks',
  'decisions',
  'evidence',
  'disclosure',
  'grading',
  'about',
] as const;
export const caseSectionSchema = z.enum(caseSections);
export type CaseSection = z.infer<typeof caseSectionSchema>;

/** What a search found, with what its text is filled with. */
const documentFindingSchema = z.strictObject({
  kind: findingKindSchema,
  foundAt: instantSchema,
  score: z.number(),
  expected: z.number(),
  observed: z.number(),
  rows: z.int(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Subjects it brought in, by their order. */
  subjects: z.array(idSchema),
});
export type DocumentFinding = z.infer<typeof documentFindingSchema>;

/** A person of the case with what identifies them, as the vault held it when the case file was made. */
export const documentSubjectSchema = z.strictObject({
  personId: idSchema,
  part: memberPartSchema,
  name: z.string(),
  aliases: z.array(z.string()),
  birthDate: dateSchema.optional(),
  registrationNumber: z.string().optional(),
  cell: z.string().optional(),
  offence: z.string().optional(),
  expiresOn: dateSchema.optional(),
  nationalIds: z.array(z.string()),
  phones: z.array(z.string()),
  addresses: z.array(z.string()),
  roles: z.array(roleKindSchema),
  /** What they were cleared of; absent when of nothing. */
  cleared: z.array(z.strictObject({ allegation: z.string(), reason: z.string(), at: instantSchema })).optional(),
  note: z.string(),
  /** In a sanitised version its source is empty. */
  allegation: allegationSchema.extend({ source: z.string() }).optional(),
  /** A small JPEG in base64. */
  photo: z.string().optional(),
});
export type DocumentSubject = z.infer<typeof documentSubjectSchema>;

export const documentLinkSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  kind: z.string(),
  directed: z.boolean(),
  since: dateSchema.optional(),
  until: dateSchema.optional(),
  status: linkStatusSchema,
  grade: gradeSchema,
  sources: z.array(z.string()),
  note: z.string(),
});
export type DocumentLink = z.infer<typeof documentLinkSchema>;

/** A visit in which both visitor and inmate are members of the case. */
export const documentVisitSchema = z.strictObject({
  date: dateSchema,
  time: timeSchema.nullable(),
  visitorId: idSchema,
  inmateId: idSchema,
  relation: z.string(),
  /** Index into `registers`; −1 when the import is no longer known. */
  register: z.int().min(-1),
  /** Absent from a sanitised version. */
  sourceRow: z.int().positive().optional(),
});
export type DocumentVisit = z.infer<typeof documentVisitSchema>;

/** A report of the case as the intelligence log shows it. */
const documentReportSchema = z.strictObject({
  number: z.string(),
  subject: z.string(),
  marking: markingSchema,
  priority: prioritySchema,
  informationFrom: dateSchema,
  informationUntil: dateSchema.optional(),
  writtenOn: dateSchema,
  /** Absent from a sanitised version. */
  source: reportSourceSchema.optional(),
  handling: handlingSchema,
  evaluatedBy: z.string(),
  items: z.array(z.strictObject({ text: z.string(), grade: gradeSchema })),
});
export type DocumentReport = z.infer<typeof documentReportSchema>;
const documentHypothesisSchema = z.strictObject({ id: idSchema, number: z.int(), statement: z.string() });
export type DocumentHypothesis = z.infer<typeof documentHypothesisSchema>;

const documentFactSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  text: z.string(),
  on: dateSchema.optional(),
  source: z.string(),
  grade: gradeSchema,
  isKey: z.boolean(),
  /** By identifier of the hypothesis. */
  judgements: z.record(idSchema, judgementSchema),
});
export type DocumentFact = z.infer<typeof documentFactSchema>;

const documentTaskSchema = z.strictObject({
  what: z.string(),
  owner: z.string(),
  dueOn: dateSchema,
  bringForwardOn: dateSchema,
  state: taskStateSchema,
  /** Number of the gap it is to close. */
  gap: z.int().nullable(),
  outcome: z.string(),
});

const documentDecisionSchema = z.strictObject({
  number: z.int(),
  kind: z.enum(decisionKinds),
  what: z.string(),
  reason: z.string(),
  alternatives: z.array(z.string()),
  /** Number of the entry it puts right. */
  corrects: z.int().nullable(),
  by: z.string(),
  at: instantSchema,
  /** Whether the signature was that of the officer named, when the document was made. */
  genuine: z.boolean(),
});
export type DocumentDecision = z.infer<typeof documentDecisionSchema>;
/** An exhibit with the SHA-256 of its files and everybody who had it, in order. */
export const documentExhibitSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  ...exhibitSchema.pick({
    kind: true,
    description: true,
    gross: true,
    net: true,
    count: true,
    packaging: true,
    seizedOn: true,
    seizedAt: true,
    place: true,
    seizedBy: true,
    personId: true,
    heldBy: true,
    note: true,
  }).shape,
  /** File and row of the register of finds it stands in. */
  find: z.string().optional(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  custody: z.array(
    custodyFieldsSchema.extend({ sequence: z.int(), by: z.string(), recordedAt: instantSchema, hash: z.string() }),
  ),
});
export type DocumentExhibit = z.infer<typeof documentExhibitSchema>;

/** So many of a kind are not in this copy, for one reason: a line of the disclosure schedule. */
const disclosureEntrySchema = z.strictObject({
  kind: z.enum(['report', 'subject', 'link', 'visit', 'finding', 'exhibit', 'text', 'word']),
  /** Marked higher; not for this reader by its handling code or originator; tells of a source; not meant for others. */
  reason: z.enum(['marking', 'handling', 'source', 'internal']),
  count: z.int().positive(),
});
export type DisclosureEntry = z.infer<typeof disclosureEntrySchema>;

/**
 * Everything a case-file PDF is made from, and the input of its SHA-256 (see `dataHash`). Ordered: subjects by part and
 * name, links by the order of their subjects, visits oldest first; so the same data gives the same bytes.
 */
export const caseDocumentSchema = z.strictObject({
  format: z.literal('sinergi-case-document/1'),
  agency: z.string(),
  case: z.strictObject({
    id: idSchema,
    number: z.string(),
    title: z.string(),
    marking: markingSchema,
    status: caseSchema.shape.status,
    purpose: z.string(),
    legalBasis: z.string(),
    notes: z.string(),
    reviewOn: dateSchema,
    openedAt: instantSchema,
    openedBy: z.string(),
    changedAt: instantSchema,
    /** Set while the case is closed; `by` is the officer's name. */
    closing: closingFieldsSchema.extend({ at: instantSchema, by: z.string() }).optional(),
  }),
  subjects: z.array(documentSubjectSchema),
  links: z.array(documentLinkSchema),
  /** Places of subjects on the saved chart, in chart units; those without one are laid out when the chart is drawn. */
  positions: z.record(idSchema, z.strictObject({ x: z.number(), y: z.number() })),
  /** How the chosen chart is arranged besides; absent for a plain one, so that its data hash is what it always was. */
  view: chartStateSchema.omit({ positions: true }).extend({ name: z.string().optional() }).optional(),
  /** The imported registers the visits were read from. */
  registers: z.array(z.strictObject({ fileName: z.string(), sha256: z.string() })),
  visits: z.array(documentVisitSchema),
  /** Findings that brought people into the case, as they were kept; absent when there is none. */
  findings: z.array(documentFindingSchema).optional(),
  /** Evaluated reports, oldest information first; absent when there is none. */
  reports: z.array(documentReportSchema).optional(),
  /** The parts that were chosen; absent when all were. What only other parts would show is not in the content. */
  sections: z.array(caseSectionSchema).min(1).optional(),
  /** The person it is a profile of; absent for the case file. */
  profileOf: idSchema.optional(),
  /** Case work, each absent when there is none: hypotheses, facts, gaps and decisions by number, tasks by urgency. */
  hypotheses: z.array(documentHypothesisSchema).optional(),
  facts: z.array(documentFactSchema).optional(),
  gaps: z.array(z.strictObject({ number: z.int(), question: z.string(), answer: z.string() })).optional(),
  tasks: z.array(documentTaskSchema).optional(),
  decisions: z.array(documentDecisionSchema).optional(),
  /** By number; absent when there are none. */
  exhibits: z.array(documentExhibitSchema).optional(),
  /** For whom it was sanitised; absent when it was not. */
  sanitised: sanitisationSchema.optional(),
  /** What is not in it besides; absent when nothing is left out. */
  disclosure: z.array(disclosureEntrySchema).optional(),
  /** What other agencies say of what they sent; absent when nothing here is theirs. */
  conditions: z.array(z.strictObject({ agency: z.string(), handling: z.string(), conditions: z.string() })).optional(),
  /** How much was left out because its originator has not agreed to it; absent when nothing was. */
  withheld: z.strictObject({ subjects: z.int(), links: z.int(), visits: z.int() }).optional(),
});
export type CaseDocument = z.infer<typeof caseDocumentSchema>;

/** What opens an encrypted PDF; its encryption reads 127 bytes at most. */
export const documentPasswordSchema = z
  .string()
  .refine(isLongEnough, { message: 'passphrase-short' })
  .refine((password) => new TextEncoder().encode(password).length <= 127, { message: 'text-too-long' });

/** Who took the copy out, when, and for whom: the export line at the foot of every page. */
export const exportLineSchema = z.strictObject({
  language: languageSchema,
  officer: z.string(),
  at: instantSchema,
  copyNumber: z.int().min(1).max(999),
  /** Empty when the officer named nobody. */
  recipient: z.string(),
  /** SHA-256 of the canonical JSON of the `CaseDocument`, hexadecimal. */
  dataSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Absent below the marking that takes two; null when nobody else could approve and one officer released it alone. */
  approvedBy: z.string().nullable().optional(),
  /** It comes from a practice vault, and says so on every page. */
  training: z.literal(true).optional(),
});
export type ExportLine = z.infer<typeof exportLineSchema>;
