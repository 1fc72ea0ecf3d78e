import type { Id } from '../../shared/domain/basics.ts';
import type { CollectionName, HistoryEntry, RecordOf } from '../../shared/domain/document.ts';
import type { Verb } from '../../shared/domain/access.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { VaultPort } from '../vault/port.ts';
import type { Session } from './session.ts';

/** Records of a collection that were not removed. */
export function* living<C extends CollectionName>(
  vault: Pick<VaultPort, 'document'>,
  collection: C,
): Iterable<RecordOf<C>> {
  const records: Readonly<Record<string, RecordOf<C>>> = vault.document[collection];
  for (const id in records) {
    const record = records[id];
    if (record !== undefined && record.removed === undefined) yield record;
  }
}

/** @throws SinergiError `not-found` when there is none or it was removed. */
export function find<C extends CollectionName>(vault: Pick<VaultPort, 'document'>, collection: C, id: Id): RecordOf<C> {
  const records: Readonly<Record<string, RecordOf<C>>> = vault.document[collection];
  const record = records[id];
  if (record === undefined || record.removed !== undefined) throw new SinergiError('not-found', { collection, id });
  return record;
}

/** What somebody must be allowed to read to see how a record came to be. */
const historyVerbs = {
  risks: 'mitigation.read',
  incidents: 'mitigation.read',
  cellSearches: 'mitigation.read',
  warningActs: 'mitigation.read',
  indicatorRules: 'mitigation.read',
  prisonPlans: 'mitigation.read',
  trainingMarks: 'own.session',
  trainingAttempts: 'training.play',
  skillRecords: 'skills.read',
  people: 'people.read',
  cases: 'cases.read',
  links: 'cases.read',
  charts: 'cases.read',
  hypotheses: 'cases.read',
  caseFacts: 'cases.read',
  gaps: 'cases.read',
  tasks: 'cases.read',
  decisions: 'cases.read',
  reports: 'reports.read',
  // A file is looked at where it hangs.
  files: 'own.session',
  exhibits: 'cases.read',
  custody: 'cases.read',
  approvals: 'approvals.read',
  visitCorrections: 'visits.read',
  // Holds members of cases, also of such as the reader must not know of.
  joins: 'audit.read',
  identityDecisions: 'people.read',
  bans: 'people.read',
  // The guard keeps what comes from a case from those who must not know of it.
  watches: 'people.read',
  deskVisits: 'visits.read',
  dismissals: 'visits.read',
  alerts: 'visits.read',
  alertActs: 'visits.read',
  alertSearches: 'visits.read',
  staff: 'staff.read',
  imports: 'imports.read',
  mappings: 'imports.read',
  settings: 'settings.read',
  // Only ciphertext and pseudonyms; what it says is shown by the register.
  sources: 'sources.read',
  sourceContacts: 'sources.read',
  unsealings: 'audit.read',
  retentionRules: 'settings.read',
  weedings: 'retention.read',
  backupMedia: 'vault.backup',
  restorations: 'vault.restore',
  // Shown to nobody: the guard hides it.
  agencyIdentity: 'exchange.keys',
  agencies: 'exchange.read',
  sentPackages: 'exchange.read',
  receivedPackages: 'exchange.read',
  receivedItems: 'exchange.read',
  informationRequests: 'exchange.read',
  meetings: 'coordination.read',
  operations: 'coordination.read',
  commitments: 'coordination.read',
} as const satisfies Record<CollectionName, Verb>;

/** @throws SinergiError `not-allowed`; `not-found` for a case the officer must not know of */
export const historyOf = (session: Session, collection: CollectionName, id: Id): readonly HistoryEntry[] =>
  session.vault(historyVerbs[collection]).history(collection, id);
