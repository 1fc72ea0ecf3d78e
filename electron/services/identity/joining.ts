import { findsRoom, joinFields } from '../../../shared/analysis/identity/joined-fields.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { Case, Member } from '../../../shared/domain/case.ts';
import type { Chart } from '../../../shared/domain/chart.ts';
import type { Join } from '../../../shared/domain/identity.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { type Person, type PersonFields, personFieldsSchema } from '../../../shared/domain/person.ts';
import type { Transaction, VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

export const fieldsOf = (person: Person): PersonFields => personFieldsSchema.strip().parse(person);

/** Where people are referred to, gathered once for all the groups that are joined in one step. */
export class References {
  readonly cases: Map<Id, Case>;
  readonly links: Map<Id, Link>;
  readonly charts: Map<Id, Chart>;
  readonly #casesOf = new Map<Id, Set<Id>>();
  readonly #linksOf = new Map<Id, Set<Id>>();
  readonly #chartsOf = new Map<Id, Set<Id>>();

  constructor(vault: VaultPort) {
    this.cases = new Map([...living(vault, 'cases')].map((file) => [file.id, file]));
    this.links = new Map([...living(vault, 'links')].map((link) => [link.id, link]));
    this.charts = new Map([...living(vault, 'charts')].map((chart) => [chart.id, chart]));
    for (const { id, members } of this.cases.values())
      for (const { personId } of members) note(this.#casesOf, personId, id);
    for (const { id, from, to } of this.links.values()) for (const end of [from, to]) note(this.#linksOf, end, id);
    for (const { id, positions } of this.charts.values())
      for (const personId of Object.keys(positions)) note(this.#chartsOf, personId, id);
  }

  casesOf = (people: readonly Id[]): readonly Id[] => gathered(this.#casesOf, people);
  linksOf = (people: readonly Id[]): readonly Id[] => gathered(this.#linksOf, people);
  chartsOf = (people: readonly Id[]): readonly Id[] => gathered(this.#chartsOf, people);

  /** A reference that was moved is found under the kept person by the next group. */
  moved(kept: Id, others: readonly Id[]): void {
    for (const index of [this.#casesOf, this.#linksOf, this.#chartsOf])
      for (const id of gathered(index, others)) note(index, kept, id);
  }
}

function note(index: Map<Id, Set<Id>>, person: Id, record: Id): void {
  const records = index.get(person);
  if (records === undefined) index.set(person, new Set([record]));
  else records.add(record);
}

const gathered = (index: ReadonlyMap<Id, ReadonlySet<Id>>, people: readonly Id[]): readonly Id[] => [
  ...new Set(people.flatMap((person) => [...(index.get(person) ?? [])])),
];

/**
 * Makes one person of several: the first keeps everything of all, and stands wherever the others stood.
 *
 * @returns false when the records hold more than one person's record has room for; they are left alone
 */
export function joinPeople(
  transaction: Transaction,
  references: References,
  step: Id,
  [kept, ...others]: readonly Person[],
): boolean {
  if (kept === undefined || others.length === 0) return false;
  const parts = [kept, ...others].map(fieldsOf);
  const before = fieldsOf(kept);
  const after = joinFields(before, others.map(fieldsOf));
  if (!findsRoom(after, parts)) return false;
  const absorbedIds = others.map(({ id }) => id);
  const moving: Moving = { transaction, references, keptId: kept.id, absorbed: new Set(absorbedIds) };
  const join = {
    step,
    keptId: kept.id,
    absorbedIds,
    before,
    after,
    cases: moveMembers(moving),
    links: moveLinks(moving),
    charts: movePlaces(moving),
  };
  references.moved(kept.id, absorbedIds);
  // What nobody did they are cleared of under either name.
  const cleared = [kept, ...others].flatMap((person) => person.cleared ?? []).slice(0, 50);
  transaction.change('people', kept.id, kept.version, {
    birthDate: undefined,
    ...after,
    ...(cleared.length === 0 ? {} : { cleared }),
  });
  for (const { id, version } of others) transaction.remove('people', id, version);
  transaction.create('joins', join);
  return true;
}

interface Moving {
  readonly transaction: Transaction;
  readonly references: References;
  readonly keptId: Id;
  readonly absorbed: ReadonlySet<Id>;
}

function moveMembers({ transaction, references, keptId, absorbed }: Moving): Join['cases'] {
  return references.casesOf([...absorbed]).flatMap((id) => {
    const file = references.cases.get(id);
    if (file === undefined) return [];
    const members: Member[] = [];
    for (const member of file.members) {
      const personId = absorbed.has(member.personId) ? keptId : member.personId;
      const earlier = members.findIndex((each) => each.personId === personId);
      const known = members[earlier];
      if (known === undefined) members.push({ ...member, personId });
      else members[earlier] = oneMember(known, member);
    }
    const changed = transaction.change('cases', id, file.version, { members });
    references.cases.set(id, changed);
    return [{ caseId: id, before: file.members, after: members }];
  });
}

/** Two members who are one: the part with an allegation stands, and nothing that was noted is lost. */
function oneMember(known: Member, other: Member): Member {
  const part = known.allegation === undefined && other.allegation !== undefined ? other : known;
  const notes = [...new Set([known.note, other.note].filter((text) => text !== ''))];
  const findings = [...new Set([...(known.findings ?? []), ...(other.findings ?? [])])].slice(0, 100);
  return {
    ...part,
    personId: known.personId,
    note: notes.join('\n').slice(0, 2000),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

function moveLinks({ transaction, references, keptId, absorbed }: Moving): Join['links'] {
  const end = (id: Id): Id => (absorbed.has(id) ? keptId : id);
  return references.linksOf([...absorbed]).flatMap((id) => {
    const link = references.links.get(id);
    if (link === undefined) return [];
    const [from, to] = [end(link.from), end(link.to)];
    const removed = from === to;
    const changed = removed
      ? transaction.remove('links', id, link.version)
      : transaction.change('links', id, link.version, { from, to });
    if (removed) references.links.delete(id);
    else references.links.set(id, changed);
    return [{ linkId: id, from: link.from, to: link.to, removed }];
  });
}

function movePlaces({ transaction, references, keptId, absorbed }: Moving): Join['charts'] {
  return references.chartsOf([...absorbed]).flatMap((id) => {
    const chart = references.charts.get(id);
    if (chart === undefined) return [];
    const moved = Object.entries(chart.positions).filter(([person]) => absorbed.has(person) || person === keptId);
    const place = chart.positions[keptId] ?? moved[0]?.[1];
    const rest = Object.entries(chart.positions).filter(([person]) => !absorbed.has(person) && person !== keptId);
    const positions = Object.fromEntries(place === undefined ? rest : [...rest, [keptId, place]]);
    references.charts.set(id, transaction.change('charts', id, chart.version, { positions }));
    return [{ chartId: id, positions: Object.fromEntries(moved) }];
  });
}
