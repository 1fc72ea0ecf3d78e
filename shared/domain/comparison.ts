import { z } from 'zod';
import type { CollectionName } from './document.ts';

/** What is counted when two vaults are compared. */
export const comparedKinds = [
  'people',
  'cases',
  'links',
  'visits',
  'events',
  'reports',
  'casework',
  'evidence',
  'gate',
  'exchange',
  'mitigation',
  'coordination',
  'other',
  'audit',
] as const;
export type ComparedKind = (typeof comparedKinds)[number];

/** Under what records are counted; null for those that rows or the trail stand for, or that backing up and restoring change themselves. */
export const comparedAs: Readonly<Record<CollectionName, ComparedKind | null>> = {
  people: 'people',
  joins: 'people',
  identityDecisions: 'people',
  cases: 'cases',
  charts: 'cases',
  links: 'links',
  reports: 'reports',
  hypotheses: 'casework',
  caseFacts: 'casework',
  gaps: 'casework',
  tasks: 'casework',
  decisions: 'casework',
  files: 'evidence',
  exhibits: 'evidence',
  custody: 'evidence',
  bans: 'gate',
  watches: 'gate',
  deskVisits: 'gate',
  alerts: 'gate',
  alertActs: 'gate',
  dismissals: 'gate',
  staff: 'events',
  agencyIdentity: 'exchange',
  agencies: 'exchange',
  sentPackages: 'exchange',
  receivedPackages: 'exchange',
  receivedItems: 'exchange',
  informationRequests: 'exchange',
  risks: 'mitigation',
  incidents: 'mitigation',
  cellSearches: 'mitigation',
  warningActs: 'mitigation',
  indicatorRules: 'mitigation',
  prisonPlans: 'mitigation',
  trainingMarks: 'other',
  trainingAttempts: 'other',
  skillRecords: 'other',
  meetings: 'coordination',
  operations: 'coordination',
  commitments: 'coordination',
  mappings: 'other',
  settings: 'other',
  sources: 'other',
  sourceContacts: 'other',
  unsealings: 'other',
  retentionRules: 'other',
  weedings: 'other',
  visitCorrections: null,
  approvals: null,
  imports: null,
  alertSearches: null,
  backupMedia: null,
  restorations: null,
};

const lackSchema = z.strictObject({
  /** In the first vault and not in the other. */
  missing: z.int(),
  /** In both, and no longer the same. */
  changed: z.int(),
  /** In the other alone. */
  extra: z.int(),
  /** The newest change in either; null when there is none. */
  newest: z.string().nullable(),
  newestThere: z.string().nullable(),
});
export type Lack = z.infer<typeof lackSchema>;

/** What the other vault, a restored backup for one, lacks of the first. */
export const comparisonSchema = z.strictObject({
  vaultId: z.string(),
  withVaultId: z.string(),
  /** Whether they are one vault at two times. */
  sameVault: z.boolean(),
  lacks: z.strictObject({
    people: lackSchema,
    cases: lackSchema,
    links: lackSchema,
    visits: lackSchema,
    /** Rows of the other registers. */
    events: lackSchema,
    reports: lackSchema,
    casework: lackSchema,
    /** Exhibits, custody, and files wherever they hang. */
    evidence: lackSchema,
    /** Bans, the watch list, the counter, and alerts. */
    gate: lackSchema,
    exchange: lackSchema,
    /** Threats, incidents, searches, warnings and the plan of the prison. */
    mitigation: lackSchema,
    /** Meetings, operations and commitments of agencies. */
    coordination: lackSchema,
    /** Sources, settings, and what else there is. */
    other: lackSchema,
    audit: lackSchema,
  }),
  /** Cases that are new or were changed since, with their links; those the officer may see, newest change first. */
  cases: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      state: z.enum(['missing', 'changed']),
      changedAt: z.string(),
    }),
  ),
  /** How many more there are that this officer may not see. */
  otherCases: z.int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Whether going back to the other vault loses anything. */
export const losesNothing = ({ lacks }: Comparison): boolean =>
  comparedKinds.every((kind) => kind === 'audit' || lacks[kind].missing + lacks[kind].changed === 0);
