import { type ComparedKind, comparedAs, type Comparison, type Lack } from '../../../shared/domain/comparison.ts';
import type { RecordMeta } from '../../../shared/domain/basics.ts';
import type { RecordOf, VaultDocument } from '../../../shared/domain/document.ts';
import { eventKinds } from '../../../shared/domain/event.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import type { VaultPort, VisitBatch } from '../../vault/port.ts';

type Compared = Pick<VaultPort, 'vaultId' | 'document' | 'visits' | 'events' | 'auditLog'>;

interface Sides<T> {
  readonly here: T;
  readonly there: T;
}

const newestOf = (moments: Iterable<string>): string | null => {
  let newest: string | null = null;
  for (const moment of moments) if (newest === null || moment > newest) newest = moment;
  return newest;
};

/**
 * What one vault lacks of another. Records are the same when they stand at the same version of the same moment; visits
 * are counted import by import, entries of the trail by their hashes.
 *
 * @param seen the cases of `here` that the officer may see
 */
export async function compareVaults(
  { here, there }: Sides<Compared>,
  seen: ReadonlyMap<string, RecordOf<'cases'>>,
): Promise<Comparison> {
  const of = (kind: ComparedKind): Lack => lackOfKind({ here, there }, kind);
  const touched = casesTouched({ here: here.document, there: there.document });
  const shown = [...touched].flatMap(([id, { state, changedAt }]) => {
    const file = seen.get(id);
    return file === undefined ? [] : [{ id, number: file.number, title: file.title, state, changedAt }];
  });
  return {
    vaultId: here.vaultId,
    withVaultId: there.vaultId,
    sameVault: here.vaultId === there.vaultId,
    lacks: {
      people: of('people'),
      cases: of('cases'),
      links: of('links'),
      visits: lackOfVisits({ here, there }),
      events: together([lackOfEvents({ here, there }), of('events')]),
      reports: of('reports'),
      casework: of('casework'),
      evidence: of('evidence'),
      gate: of('gate'),
      exchange: of('exchange'),
      mitigation: of('mitigation'),
      coordination: of('coordination'),
      other: of('other'),
      audit: await lackOfAudit({ here, there }),
    },
    cases: shown.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    otherCases: touched.size - shown.length,
  };
}

type Stored = Pick<RecordMeta, 'version' | 'changedAt'>;

/** Of a collection that a vault may have or not. */
const recordsOf = (document: VaultDocument, collection: string): Readonly<Record<string, Stored>> => {
  const collections: Readonly<Record<string, Readonly<Record<string, Stored>>>> = document;
  return collections[collection] ?? {};
};

const isSame = (one: Stored, other: Stored | undefined): boolean =>
  other !== undefined && one.version === other.version && one.changedAt === other.changedAt;

/** Removed records count like others: their removal is a change too. */
function lackOf({ here, there }: Sides<Compared>, collection: string): Lack {
  const own = recordsOf(here.document, collection);
  const others = recordsOf(there.document, collection);
  let missing = 0;
  let changed = 0;
  for (const [id, record] of Object.entries(own)) {
    if (others[id] === undefined) missing += 1;
    else if (!isSame(record, others[id])) changed += 1;
  }
  return {
    missing,
    changed,
    extra: Object.keys(others).filter((id) => own[id] === undefined).length,
    newest: newestOf(Object.values(own).map(({ changedAt }) => changedAt)),
    newestThere: newestOf(Object.values(others).map(({ changedAt }) => changedAt)),
  };
}

const lackOfKind = (sides: Sides<Compared>, kind: ComparedKind): Lack =>
  together(Object.entries(comparedAs).flatMap(([collection, as]) => (as === kind ? [lackOf(sides, collection)] : [])));

function together(lacks: readonly Lack[]): Lack {
  const sum = (key: 'missing' | 'changed' | 'extra'): number => lacks.reduce((all, lack) => all + lack[key], 0);
  const newest = (key: 'newest' | 'newestThere'): string | null => newestOf(lacks.flatMap((lack) => lack[key] ?? []));
  return {
    missing: sum('missing'),
    changed: sum('changed'),
    extra: sum('extra'),
    newest: newest('newest'),
    newestThere: newest('newestThere'),
  };
}

/** Cases whose own record, links or chart the other vault does not have as they are. */
function casesTouched({ here, there }: Sides<VaultDocument>) {
  const touched = new Map<string, { readonly state: 'missing' | 'changed'; readonly changedAt: string }>();
  const touch = (caseId: string, changedAt: string): void => {
    const before = touched.get(caseId);
    const state = there.cases[caseId] === undefined ? 'missing' : 'changed';
    touched.set(caseId, { state, changedAt: newestOf([changedAt, before?.changedAt ?? '']) ?? changedAt });
  };
  for (const file of Object.values(here.cases)) if (!isSame(file, there.cases[file.id])) touch(file.id, file.changedAt);
  for (const link of Object.values(here.links))
    if (!isSame(link, there.links[link.id])) touch(link.caseId, link.changedAt);
  for (const chart of Object.values(here.charts))
    if (!isSame(chart, there.charts[chart.id])) touch(chart.caseId, chart.changedAt);
  return touched;
}

type Rows = ReadonlyMap<string, number>;

function rowsByImport(batches: Iterable<Pick<VisitBatch, 'importId' | 'length'>>): Rows {
  const rows = new Map<string, number>();
  for (const { importId, length } of batches) rows.set(importId, (rows.get(importId) ?? 0) + length);
  return rows;
}

const rowsLacking = (from: Rows, to: Rows): number =>
  [...from].reduce((sum, [id, rows]) => sum + Math.max(0, rows - (to.get(id) ?? 0)), 0);

/** The moments in which a vault took in what is meant; of two, the later. */
const newestImport = ({ document }: Compared, isMeant: (kind: RegisterKind) => boolean): string | null =>
  newestOf(Object.values(document.imports).flatMap(({ kind, createdAt }) => (isMeant(kind) ? [createdAt] : [])));

function lackOfVisits({ here, there }: Sides<Compared>): Lack {
  const [own, others] = [rowsByImport(here.visits.batches()), rowsByImport(there.visits.batches())];
  const corrections = lackOf({ here, there }, 'visitCorrections');
  const newest = (vault: Compared, corrected: string | null): string | null =>
    newestOf([corrected, newestImport(vault, (kind) => kind === 'visits')].filter((moment) => moment !== null));
  return {
    missing: rowsLacking(own, others),
    changed: corrections.missing + corrections.changed,
    extra: rowsLacking(others, own),
    newest: newest(here, corrections.newest),
    newestThere: newest(there, corrections.newestThere),
  };
}

function lackOfEvents({ here, there }: Sides<Compared>): Lack {
  const rows = ({ events }: Compared): Rows => rowsByImport(eventKinds.flatMap((kind) => [...events.batches(kind)]));
  const [own, others] = [rows(here), rows(there)];
  const ofEvents = (kind: RegisterKind): boolean => eventKinds.some((each) => each === kind);
  return {
    missing: rowsLacking(own, others),
    changed: 0,
    extra: rowsLacking(others, own),
    newest: newestImport(here, ofEvents),
    newestThere: newestImport(there, ofEvents),
  };
}

async function lackOfAudit({ here, there }: Sides<Compared>): Promise<Lack> {
  const own = (await here.auditLog()).entries;
  const others = (await there.auditLog()).entries;
  const known = new Set(others.map(({ hash }) => hash));
  const ours = new Set(own.map(({ hash }) => hash));
  return {
    missing: own.filter(({ hash }) => !known.has(hash)).length,
    changed: 0,
    extra: others.filter(({ hash }) => !ours.has(hash)).length,
    newest: newestOf(own.map(({ at }) => at)),
    newestThere: newestOf(others.map(({ at }) => at)),
  };
}
