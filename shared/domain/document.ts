import { z } from 'zod';
import { alertActSchema, alertSchema, alertSearchSchema } from './alert.ts';
import { approvalSchema } from './approval.ts';
import { backupMediumSchema, restorationSchema } from './backup.ts';
import { banSchema } from './ban.ts';
import { caseSchema } from './case.ts';
import { caseFactSchema } from './casework/case-fact.ts';
import { decisionSchema } from './casework/decision.ts';
import { commitmentSchema } from './coordination/commitment.ts';
import { meetingSchema } from './coordination/meeting.ts';
import { operationSchema } from './coordination/operation.ts';
import { gapSchema } from './casework/gap.ts';
import { hypothesisSchema } from './casework/hypothesis.ts';
import { taskSchema } from './casework/task.ts';
import { chartSchema } from './chart.ts';
import { deskVisitSchema } from './desk-visit.ts';
import { dismissalSchema } from './finding.ts';
import { agencyIdentitySchema, agencySchema } from './exchange/agency.ts';
import {
  informationRequestSchema,
  receivedItemSchema,
  receivedPackageSchema,
  sentPackageSchema,
} from './exchange/package.ts';
import { identityDecisionSchema, joinSchema } from './identity.ts';
import { linkSchema } from './link.ts';
import { riskSchema } from './mitigation/risk.ts';
import { incidentSchema } from './mitigation/incident.ts';
import { cellSearchSchema } from './mitigation/cell-search.ts';
import { warningActSchema } from './mitigation/warning.ts';
import { indicatorRulesSchema } from './mitigation/indicator.ts';
import { prisonPlanSchema } from './mitigation/prison-plan.ts';
import { personSchema } from './person.ts';
import { reportSchema } from './report.ts';
import { importSchema, mappingSchema } from './register.ts';
import { retentionRuleSchema, weedingSchema } from './retention.ts';
import { settingsSchema } from './settings.ts';
import { storedFileSchema } from './stored-file.ts';
import { sourceContactSchema, sourceSchema, unsealingSchema } from './source.ts';
import { custodySchema, exhibitSchema } from './exhibit.ts';
import { staffSchema } from './staff.ts';
import { trainingAttemptSchema, trainingMarkSchema } from './training/attempt.ts';
import { skillRecordSchema } from './training/skill.ts';
import { visitCorrectionSchema } from './visit.ts';
import { watchSchema } from './watch.ts';

/** The collections of the vault's document and the schema of a record in each: the one list of what a vault can hold. */
export const collections = {
  people: personSchema,
  cases: caseSchema,
  links: linkSchema,
  charts: chartSchema,
  hypotheses: hypothesisSchema,
  caseFacts: caseFactSchema,
  gaps: gapSchema,
  tasks: taskSchema,
  decisions: decisionSchema,
  reports: reportSchema,
  files: storedFileSchema,
  exhibits: exhibitSchema,
  custody: custodySchema,
  approvals: approvalSchema,
  visitCorrections: visitCorrectionSchema,
  joins: joinSchema,
  identityDecisions: identityDecisionSchema,
  bans: banSchema,
  watches: watchSchema,
  deskVisits: deskVisitSchema,
  dismissals: dismissalSchema,
  alerts: alertSchema,
  alertActs: alertActSchema,
  alertSearches: alertSearchSchema,
  staff: staffSchema,
  imports: importSchema,
  mappings: mappingSchema,
  settings: settingsSchema,
  sources: sourceSchema,
  sourceContacts: sourceContactSchema,
  unsealings: unsealingSchema,
  retentionRules: retentionRuleSchema,
  weedings: weedingSchema,
  backupMedia: backupMediumSchema,
  restorations: restorationSchema,
  agencyIdentity: agencyIdentitySchema,
  agencies: agencySchema,
  sentPackages: sentPackageSchema,
  receivedPackages: receivedPackageSchema,
  receivedItems: receivedItemSchema,
  informationRequests: informationRequestSchema,
  risks: riskSchema,
  incidents: incidentSchema,
  cellSearches: cellSearchSchema,
  warningActs: warningActSchema,
  indicatorRules: indicatorRulesSchema,
  prisonPlans: prisonPlanSchema,
  trainingMarks: trainingMarkSchema,
  trainingAttempts: trainingAttemptSchema,
  skillRecords: skillRecordSchema,
  meetings: meetingSchema,
  operations: operationSchema,
  commitments: commitmentSchema,
} as const;

export type CollectionName = keyof typeof collections;
type Records = { [C in CollectionName]: z.infer<(typeof collections)[C]> };
export type RecordOf<C extends CollectionName> = Records[C];

/** The same schemas, typed so that one indexed by a collection gives that collection's records. */
export const recordSchemas: { readonly [C in CollectionName]: z.ZodType<Records[C]> } = collections;

/** Records by identifier, collection by collection. */
export type VaultDocument = { readonly [C in CollectionName]: Readonly<Record<string, RecordOf<C>>> };

/** What a service supplies; the rest of a record is the vault's to write. */
export type FieldsOf<C extends CollectionName> = Omit<
  RecordOf<C>,
  'id' | 'version' | 'createdAt' | 'createdBy' | 'changedAt' | 'changedBy' | 'removed'
>;

export const collectionNameSchema = z.enum([
  'people',
  'cases',
  'links',
  'charts',
  'hypotheses',
  'caseFacts',
  'gaps',
  'tasks',
  'decisions',
  'reports',
  'files',
  'exhibits',
  'custody',
  'approvals',
  'visitCorrections',
  'joins',
  'identityDecisions',
  'bans',
  'watches',
  'deskVisits',
  'dismissals',
  'alerts',
  'alertActs',
  'alertSearches',
  'staff',
  'imports',
  'mappings',
  'settings',
  'sources',
  'sourceContacts',
  'unsealings',
  'retentionRules',
  'weedings',
  'backupMedia',
  'restorations',
  'agencyIdentity',
  'agencies',
  'sentPackages',
  'receivedPackages',
  'receivedItems',
  'informationRequests',
  'risks',
  'incidents',
  'cellSearches',
  'warningActs',
  'indicatorRules',
  'prisonPlans',
  'trainingMarks',
  'trainingAttempts',
  'skillRecords',
  'meetings',
  'operations',
  'commitments',
]);

/** One step in a record's life: what it held before, field by field, and who changed it when. */
export const historyEntrySchema = z.strictObject({
  version: z.int().positive(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  change: z.enum(['created', 'changed', 'removed', 'restored']),
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
