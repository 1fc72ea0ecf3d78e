import { may, type Reach, reachesCase, reachesReport, reachOf, type Verb } from '../../shared/domain/access.ts';
import type { Id } from '../../shared/domain/basics.ts';
import type { CollectionName, FieldsOf, RecordOf, VaultDocument } from '../../shared/domain/document.ts';
import type { Commitment } from '../../shared/domain/coordination/commitment.ts';
import { keepsMinutes, type Meeting } from '../../shared/domain/coordination/meeting.ts';
import { type Operation, operationSchema } from '../../shared/domain/coordination/operation.ts';
import { isIntegrityKind } from '../../shared/domain/finding.ts';
import { storedFileSchema } from '../../shared/domain/stored-file.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Transaction, VaultPort } from '../vault/port.ts';

/** An open vault as one officer may see it for one verb. */
export interface GuardedVault extends VaultPort {
  /**
   * Everything, also what this officer must not see: only to keep the vault whole (a case number given once, a person of
   * a case not removed), never to be shown.
   */
  readonly beyondNeedToKnow: VaultDocument;
}

const caseBound = [
  'cases',
  'links',
  'charts',
  'hypotheses',
  'caseFacts',
  'gaps',
  'tasks',
  'decisions',
  'exhibits',
  'custody',
] as const;
type CaseBound = (typeof caseBound)[number];
const isCaseBound = (collection: CollectionName): collection is CaseBound =>
  caseBound.some((each) => each === collection);

/** May touch a closed case: opening it again, saying who may know of it, and what is done to people wherever they stand. */
const aboveClosing: readonly Verb[] = [
  'cases.close',
  'cases.officers',
  'cases.remove',
  'people.join',
  'exchange.originator',
];

/** Of a case's own verbs, the verb says how far it reaches; of all others, reading cases does. */
const caseReach = (roles: VaultPort['actor']['roles'], verb: Verb): Reach => {
  // A join moves a person wherever they stand, also in cases the officer must not know of; none of those is shown.
  // So does what an originator takes back.
  if (verb === 'people.join' || verb === 'exchange.originator') return 'all';
  return reachOf(roles, verb.startsWith('cases.') ? verb : 'cases.read');
};

const reportReach = (roles: VaultPort['actor']['roles'], verb: Verb): Reach =>
  reachOf(roles, verb.startsWith('reports.') ? verb : 'reports.read');

/**
 * Lays need to know over an open vault: cases the officer does not reach, with their links and charts, and reports likewise,
 * are not there. They cannot be listed, found, read, changed or brought back, whatever service asks.
 *
 * @throws SinergiError `not-allowed` when none of the officer's roles may do this
 */
export function guard(vault: VaultPort, verb: Verb, remembered: DocumentViews): GuardedVault {
  const { officerId, roles } = vault.actor;
  if (!may(roles, verb)) throw new SinergiError('not-allowed', { verb });
  const reach = caseReach(roles, verb);
  const reports = reportReach(roles, verb);
  const sight = {
    reach,
    reports,
    people: may(roles, 'people.read'),
    staff: may(roles, 'staff.read'),
    coordination: may(roles, 'coordination.read'),
  };

  const reaches = (caseId: Id): boolean => {
    const file = vault.document.cases[caseId];
    return file !== undefined && reachesCase(reach, officerId, file);
  };
  const caseIdOf = (collection: CaseBound, id: Id): Id | undefined =>
    collection === 'cases' ? id : vault.document[collection][id]?.caseId;
  /** A case that is out of reach is answered as one that does not exist. */
  const requireReach = (collection: CollectionName, id: Id): void => {
    // Whoever imports the roster again changes its rows without seeing them.
    if (!sight.staff && verb !== 'imports.run' && isAboutStaff(vault.document, collection, id))
      throw new SinergiError('not-found', { collection, id });
    if (collection === 'files') {
      const on = vault.document.files[id]?.on;
      if (on?.collection === 'people' && !sight.people) throw new SinergiError('not-found', { collection, id });
      if (on !== undefined) requireReach(on.collection, on.id);
      return;
    }
    if (collection === 'reports') {
      const report = vault.document.reports[id];
      if (report !== undefined && reachesReport(reports, { id: officerId, roles }, report, reaches)) return;
      throw new SinergiError('not-found', { collection, id });
    }
    if (collection === 'meetings' || collection === 'operations' || collection === 'commitments') {
      const record = vault.document[collection][id];
      const about = record === undefined ? [] : casesAbout(vault.document, record);
      if (!sight.coordination || !knowsOf(about, reach, reaches))
        throw new SinergiError('not-found', { collection, id });
      return;
    }
    if (!isCaseBound(collection)) return;
    const caseId = caseIdOf(collection, id);
    if (caseId === undefined || !reaches(caseId)) throw new SinergiError('not-found', { collection, id });
  };

  /** @throws SinergiError `case-closed`, `decision-fixed`, `custody-fixed`, `training-fixed`, `minutes-fixed` */
  function requireOpen(collection: CollectionName, id: Id, fields?: object): void {
    const meeting = collection === 'meetings' ? vault.document.meetings[id] : undefined;
    if (meeting?.approved !== undefined && (fields === undefined || !keepsMinutes(meeting, { ...fields })))
      throw new SinergiError('minutes-fixed');
    if (collection === 'decisions') throw new SinergiError('decision-fixed');
    if (collection === 'custody') throw new SinergiError('custody-fixed');
    if (collection === 'trainingMarks') throw new SinergiError('training-fixed');
    const on = collection === 'files' ? vault.document.files[id]?.on : undefined;
    if (on !== undefined) requireOpen(on.collection, on.id);
    const caseId = isCaseBound(collection) ? caseIdOf(collection, id) : undefined;
    if (caseId !== undefined) requireOpenCase(caseId);
  }
  function requireOpenCase(caseId: Id): void {
    const file = vault.document.cases[caseId];
    if (file?.status === 'closed' && !aboveClosing.includes(verb))
      throw new SinergiError('case-closed', { number: file.number });
  }

  /** @param made cases of this very step @throws SinergiError `not-found` for a case the officer must not know of */
  function requireCases(caseIds: unknown, made: ReadonlySet<Id>): void {
    for (const caseId of operationSchema.shape.caseIds.parse(caseIds))
      if (!made.has(caseId)) requireReach('cases', caseId);
  }

  function guardedTransaction(inner: Transaction): Transaction {
    const made = new Set<Id>();
    return {
      create<C extends CollectionName>(collection: C, fields: FieldsOf<C>, id?: Id): RecordOf<C> {
        if ('caseId' in fields && typeof fields.caseId === 'string' && !made.has(fields.caseId)) {
          requireReach('cases', fields.caseId);
          if (isCaseBound(collection)) requireOpenCase(fields.caseId);
        }
        if ((collection === 'operations' || collection === 'meetings') && 'caseIds' in fields)
          requireCases(fields.caseIds ?? [], made);
        const on = collection === 'files' && 'on' in fields ? storedFileSchema.shape.on.parse(fields.on) : undefined;
        if (on !== undefined && !made.has(on.id)) {
          requireReach(on.collection, on.id);
          requireOpen(on.collection, on.id);
        }
        const record = inner.create(collection, fields, id);
        if (collection === 'cases' || collection === 'reports') made.add(record.id);
        return record;
      },
      change(collection, id, basedOn, fields) {
        if (!made.has(id)) requireReach(collection, id);
        requireOpen(collection, id, fields);
        return inner.change(collection, id, basedOn, fields);
      },
      remove(collection, id, basedOn) {
        requireReach(collection, id);
        requireOpen(collection, id);
        return inner.remove(collection, id, basedOn);
      },
      restore(collection, id, basedOn) {
        requireReach(collection, id);
        requireOpen(collection, id);
        return inner.restore(collection, id, basedOn);
      },
      addVisits: (batch) => inner.addVisits(batch),
      addEvents: (batch) => inner.addEvents(batch),
    };
  }

  return {
    vaultId: vault.vaultId,
    folder: vault.folder,
    get actor() {
      return vault.actor;
    },
    officers: vault.officers,
    sources: vault.sources,
    blobs: vault.blobs,
    get readOnly() {
      return vault.readOnly;
    },
    get doubt() {
      return vault.doubt;
    },
    get document() {
      return remembered.of(vault, sight);
    },
    get beyondNeedToKnow() {
      return vault.document;
    },
    get visits() {
      return vault.visits;
    },
    get events() {
      return vault.events;
    },
    transact: (audit, change) => vault.transact(audit, (transaction) => change(guardedTransaction(transaction))),
    erase: (audit, change) =>
      vault.erase(audit, (transaction) =>
        change({
          ...guardedTransaction(transaction),
          erase(collection, id) {
            requireReach(collection, id);
            transaction.erase(collection, id);
          },
          rewrite(collection, id, fields) {
            requireReach(collection, id);
            return transaction.rewrite(collection, id, fields);
          },
          anonymise: (rowId) => transaction.anonymise(rowId),
        }),
      ),
    note: (audit) => vault.note(audit),
    accept: (reason) => vault.accept(reason),
    get auditLength() {
      return vault.auditLength;
    },
    auditLog: () => vault.auditLog(),
    sign: (text) => vault.sign(text),
    history(collection, id) {
      // Keys are no record to be looked at, whoever asks.
      if (collection === 'agencyIdentity') throw new SinergiError('not-found', { collection, id });
      requireReach(collection, id);
      // Seen without its reason by whoever must not know of the case it comes from; its history would tell.
      const from = collection === 'watches' || collection === 'alertActs' ? vault.document[collection][id] : undefined;
      if (from?.caseId !== undefined) requireReach('cases', from.caseId);
      return vault.history(collection, id);
    },
    officerName: (id) => vault.officerName(id),
    info: () => vault.info(),
    examine: (watch) => vault.examine(watch),
    salvage: (out, watch) => vault.salvage(out, watch),
    backup: (out, keep, watch) => vault.backup(out, keep, watch),
    compact: () => vault.compact(),
    close: () => vault.close(),
  };
}

/** How much of the document somebody sees: which cases and reports, whether people and registers, whether staff. */
interface Sight {
  readonly reach: Reach;
  readonly reports: Reach;
  readonly people: boolean;
  readonly staff: boolean;
  readonly coordination: boolean;
}

/** The document as it is seen, made once for each state of the vault. */
export interface DocumentViews {
  of(vault: VaultPort, sight: Sight): VaultDocument;
}

/** @param revision grows with every change; a view made at an older one is made anew */
export function createDocumentViews(revision: () => number): DocumentViews & { clear(): void } {
  const views = new Map<string, { readonly at: number; readonly document: VaultDocument }>();
  return {
    of(vault, sight) {
      const { reach, reports, people, staff, coordination } = sight;
      const everything = reach === 'all' && reports === 'all' && people && staff && coordination;
      if (everything && !hasKeys(vault.document)) return vault.document;
      const key = `${vault.actor.officerId} ${reach} ${reports} ${people} ${staff} ${coordination}`;
      const known = views.get(key);
      if (known?.at === revision()) return known.document;
      const document = viewOf(vault, sight);
      views.set(key, { at: revision(), document });
      return document;
    },
    clear: () => views.clear(),
  };
}

const hasKeys = ({ agencyIdentity }: VaultDocument): boolean => Object.keys(agencyIdentity).length > 0;

/** Cases that a meeting or an operation is about; of a commitment, those of the meeting it comes from. */
const casesAbout = ({ meetings }: VaultDocument, record: Meeting | Operation | Commitment): readonly Id[] => {
  if (!('source' in record)) return record.caseIds ?? [];
  return record.source.kind === 'meeting' ? (meetings[record.source.meetingId]?.caseIds ?? []) : [];
};

/** Known to whoever may know of every case it is about; what is about a case long erased, to supervisors. */
const knowsOf = (caseIds: readonly Id[], reach: Reach, reaches: (caseId: Id) => boolean): boolean =>
  reach === 'all' || caseIds.every(reaches);

function viewOf(
  { document: whole, actor }: VaultPort,
  { reach, reports, people, staff, coordination }: Sight,
): VaultDocument {
  // The agency's private keys are reached past the view alone, by what seals and opens packages.
  if (reach === 'all' && reports === 'all' && people && staff && coordination) return { ...whole, agencyIdentity: {} };
  const officer = { id: actor.officerId, roles: actor.roles };
  const cases = kept(whole.cases, (file) => reachesCase(reach, actor.officerId, file));
  const ofCase = ({ caseId }: { readonly caseId: Id }): boolean => cases[caseId] !== undefined;
  const isKnown = (record: Meeting | Operation | Commitment): boolean =>
    knowsOf(casesAbout(whole, record), reach, (caseId) => cases[caseId] !== undefined);
  const exhibits = kept(whole.exhibits, ofCase);
  const seenReports = kept(whole.reports, (report) =>
    reachesReport(reports, officer, report, (id) => cases[id] !== undefined),
  );
  return {
    ...whole,
    cases,
    links: kept(whole.links, ofCase),
    charts: kept(whole.charts, ofCase),
    exhibits,
    custody: kept(whole.custody, ofCase),
    reports: seenReports,
    hypotheses: kept(whole.hypotheses, ofCase),
    caseFacts: kept(whole.caseFacts, ofCase),
    gaps: kept(whole.gaps, ofCase),
    tasks: kept(whole.tasks, ofCase),
    decisions: kept(whole.decisions, ofCase),
    // A file is seen by whoever sees what it hangs on.
    files: kept(whole.files, ({ on }) => {
      if (on.collection === 'people' || on.collection === 'receivedItems') return people;
      return on.collection === 'exhibits' ? exhibits[on.id] !== undefined : seenReports[on.id] !== undefined;
    }),
    sentPackages: kept(whole.sentPackages, ({ caseIds }) => caseIds.every((caseId) => cases[caseId] !== undefined)),
    agencyIdentity: {},
    meetings: kept(whole.meetings, isKnown),
    operations: kept(whole.operations, isKnown),
    commitments: kept(whole.commitments, isKnown),
    ...(coordination ? {} : { meetings: {}, operations: {}, commitments: {} }),
    ...(people
      ? {}
      : {
          people: {},
          visitCorrections: {},
          joins: {},
          identityDecisions: {},
          imports: {},
          mappings: {},
          bans: {},
          watches: {},
          deskVisits: {},
          dismissals: {},
          alerts: {},
          alertActs: {},
          alertSearches: {},
          sentPackages: {},
          receivedPackages: {},
          receivedItems: {},
          informationRequests: {},
          risks: {},
          incidents: {},
          cellSearches: {},
          warningActs: {},
        }),
    ...(staff ? {} : withoutStaff(whole, people)),
  };
}

/** The roster, and what else would tell of it: its imports with their rejected rows, findings about staff. */
function withoutStaff(whole: VaultDocument, people: boolean) {
  if (!people) return { staff: {} };
  return {
    staff: {},
    imports: kept(whole.imports, ({ kind }) => kind !== 'staff'),
    mappings: kept(whole.mappings, ({ kind }) => kind !== 'staff'),
    dismissals: kept(whole.dismissals, ({ kind }) => !isIntegrityKind(kind)),
    alerts: kept(whole.alerts, ({ kind }) => !isIntegrityKind(kind)),
  };
}

function isAboutStaff(whole: VaultDocument, collection: CollectionName, id: Id): boolean {
  if (collection === 'staff') return true;
  if (collection === 'imports' || collection === 'mappings') return whole[collection][id]?.kind === 'staff';
  const found = collection === 'dismissals' || collection === 'alerts' ? whole[collection][id] : undefined;
  return found !== undefined && isIntegrityKind(found.kind);
}

function kept<R>(records: Readonly<Record<Id, R>>, keep: (record: R) => boolean): Readonly<Record<Id, R>> {
  return Object.fromEntries(Object.entries(records).filter(([, record]) => keep(record)));
}
