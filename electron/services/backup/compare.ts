import type { Comparison, Lack } from '../../../shared/domain/comparison.ts';
import type { CollectionName, RecordOf, VaultDocument } from '../../../shared/domain/document.ts';
import type { VaultPort } from '../../vault/port.ts';

type Compared = Pick<VaultPort, 'vaultId' | 'document' | 'visits' | 'auditLog'>;

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
  const people = lackOf({ here, there }, 'people');
  const cases = lackOf({ here, there }, 'cases');
  const links = lackOf({ here, there }, 'links');
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
      people,
      cases,
      links,
      visits: lackOfVisits({ here, there }),
      reports: nothing,
      audit: await lackOfAudit({ here, there }),
    },
    cases: shown.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    otherCases: touched.size - shown.length,
  };
}

/** Reports are counted from the day a vault can hold them. */
const nothing: Lack = { missing: 0, changed: 0, extra: 0, newest: null, newestThere: null };

const recordsOf = <C extends CollectionName>(
  document: VaultDocument,
  collection: C,
): Readonly<Record<string, RecordOf<C>>> => document[collection];

const isSame = (
  one: { readonly version: number; readonly changedAt: string },
  other: { readonly version: number; readonly changedAt: string } | undefined,
): boolean => other !== undefined && one.version === other.version && one.changedAt === other.changedAt;

/** Removed records count like others: their removal is a change too. */
function lackOf({ here, there }: Sides<Compared>, collection: CollectionName): Lack {
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

function rowsByImport({ visits }: Compared): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { importId, length } of visits.batches()) rows.set(importId, (rows.get(importId) ?? 0) + length);
  return rows;
}

function lackOfVisits({ here, there }: Sides<Compared>): Lack {
  const own = rowsByImport(here);
  const others = rowsByImport(there);
  const lacking = (from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>): number =>
    [...from].reduce((sum, [id, rows]) => sum + Math.max(0, rows - (to.get(id) ?? 0)), 0);
  const corrections = lackOf({ here, there }, 'visitCorrections');
  const imports = lackOf({ here, there }, 'imports');
  return {
    missing: lacking(own, others),
    changed: corrections.missing + corrections.changed,
    extra: lacking(others, own),
    newest: newestOf([corrections.newest, imports.newest].filter((moment) => moment !== null)),
    newestThere: newestOf([corrections.newestThere, imports.newestThere].filter((moment) => moment !== null)),
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
