import { isDeepStrictEqual } from 'node:util';
import { separatedFields } from '../../../shared/analysis/identity/joined-fields.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { CollectionName, RecordOf } from '../../../shared/domain/document.ts';
import type { Member } from '../../../shared/domain/case.ts';
import type { Join } from '../../../shared/domain/identity.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction, VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import { fieldsOf } from './joining.ts';

/**
 * Takes joins apart again, the newest first: everybody is who they were, and what was changed since stays with the kept
 * one.
 *
 * @throws SinergiError `join-not-last` when one of them was joined to somebody else later
 */
export function separatePeople(transaction: Transaction, vault: VaultPort, joins: readonly Join[]): void {
  const undone = new Set(joins.map(({ id }) => id));
  const absorbedLater = new Set<Id>();
  for (const join of living(vault, 'joins'))
    if (!undone.has(join.id)) for (const id of join.absorbedIds) absorbedLater.add(id);
  const records: Records = {
    people: new LatestRecords(vault, 'people'),
    cases: new LatestRecords(vault, 'cases'),
    links: new LatestRecords(vault, 'links'),
    charts: new LatestRecords(vault, 'charts'),
  };
  for (const join of [...joins].sort((a, b) => (a.id < b.id ? 1 : -1))) {
    if (absorbedLater.has(join.keptId)) throw new SinergiError('join-not-last');
    separate(transaction, records, join);
  }
}

/** Records as the transaction has left them so far. */
class LatestRecords<C extends CollectionName> {
  readonly #stored: Readonly<Record<string, RecordOf<C>>>;
  readonly #changed = new Map<Id, RecordOf<C>>();

  constructor(vault: VaultPort, collection: C) {
    this.#stored = vault.document[collection];
  }

  get(id: Id): RecordOf<C> | undefined {
    return this.#changed.get(id) ?? this.#stored[id];
  }

  put(record: RecordOf<C>): void {
    this.#changed.set(record.id, record);
  }
}

interface Records {
  readonly people: LatestRecords<'people'>;
  readonly cases: LatestRecords<'cases'>;
  readonly links: LatestRecords<'links'>;
  readonly charts: LatestRecords<'charts'>;
}

function separate(transaction: Transaction, records: Records, join: Join): void {
  const { people, links, charts, cases } = records;
  for (const id of join.absorbedIds) {
    const person = people.get(id);
    if (person?.removed !== undefined) people.put(transaction.restore('people', id, person.version));
  }
  const kept = people.get(join.keptId);
  if (kept !== undefined && kept.removed === undefined) {
    const fields = separatedFields(fieldsOf(kept), join.before, join.after);
    people.put(transaction.change('people', kept.id, kept.version, { birthDate: undefined, ...fields }));
  }
  for (const { linkId, from, to, removed } of join.links) {
    const link = links.get(linkId);
    if (link === undefined) continue;
    if (removed && link.removed !== undefined) links.put(transaction.restore('links', linkId, link.version));
    else if (!removed && link.removed === undefined)
      links.put(transaction.change('links', linkId, link.version, { from, to }));
  }
  for (const { caseId, before, after } of join.cases) {
    const file = cases.get(caseId);
    if (file === undefined || file.removed !== undefined) continue;
    const members = isDeepStrictEqual(file.members, after)
      ? before
      : separatedMembers(file.members, before, after, new Set([join.keptId, ...join.absorbedIds]));
    cases.put(transaction.change('cases', caseId, file.version, { members: [...members] }));
  }
  for (const { chartId, positions } of join.charts) {
    const chart = charts.get(chartId);
    if (chart === undefined || chart.removed !== undefined) continue;
    const { [join.keptId]: now, ...rest } = chart.positions;
    // Where the kept one was moved to since, it stays, if it had a place of its own before.
    const own = join.keptId in positions && now !== undefined ? { [join.keptId]: now } : {};
    charts.put(transaction.change('charts', chartId, chart.version, { positions: { ...rest, ...positions, ...own } }));
  }
  transaction.remove('joins', join.id, join.version);
}

/** The case's members were changed since: those who were one are two again, the others stay as they are now. */
function separatedMembers(
  now: readonly Member[],
  before: readonly Member[],
  after: readonly Member[],
  people: ReadonlySet<Id>,
): readonly Member[] {
  const current = now.find(({ personId }) => people.has(personId));
  // Somebody took them out of the case since.
  if (current === undefined) return now;
  const unchanged = isDeepStrictEqual(
    current,
    after.find(({ personId }) => personId === current.personId),
  );
  const parts = before
    .filter(({ personId }) => people.has(personId))
    .map((member) => (member.personId === current.personId && !unchanged ? current : member));
  return [...now.filter((member) => member !== current), ...parts];
}
