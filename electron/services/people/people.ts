import type { Input, Output } from '../../../shared/contract.ts';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { gradeLabel } from '../../../shared/domain/grade.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { sortedInSlices } from './sorted-in-slices.ts';
import { lastMove } from './last-move.ts';
import type { PeopleIndex } from './people-index.ts';

export interface People {
  search(query: Input<'people.search'>): Promise<Output<'people.search'>>;
  get(id: string): Output<'people.get'>;
  visits(query: Input<'people.visits'>): Output<'people.visits'>;
  create(fields: Input<'people.create'>['fields']): Promise<Person>;
  change(change: Input<'people.change'>): Promise<Person>;
  /** @throws SinergiError `not-found`, `conflict` */
  clear(input: Input<'people.clear'>): Promise<{ undoId: string }>;
  remove(id: string, version: number): Promise<{ undoId: string }>;
}

export function createPeople(session: Session, undo: Undo, index: PeopleIndex): People {
  /** One list, asked for page by page while somebody scrolls, is sorted once. */
  let last: { readonly key: string; readonly rows: readonly PersonRow[] } | null = null;
  session.beforeEnd(() => {
    last = null;
  });

  return {
    async search({ offset, limit, ...rest }) {
      const asked = JSON.stringify(rest);
      for (;;) {
        session.vault('people.read');
        const key = `${session.revision()} ${asked}`;
        const rows = last?.key === key ? last.rows : await matching(index, rest);
        // Something was saved while the list was made.
        if (key !== `${session.revision()} ${asked}`) continue;
        last = { key, rows };
        return { total: rows.length, rows: rows.slice(offset, offset + limit) };
      }
    },
    get(id) {
      const vault = session.vault('people.read');
      const person = find(vault, 'people', id);
      const dates = visitPositions(vault, id).map((position) => vault.visits.at(position).date);
      return {
        person,
        clearedBy: (person.cleared ?? []).map(({ by }) => vault.officerName(by)),
        moved: lastMove(vault, id),
        visits: { count: dates.length, first: dates.at(0) ?? null, last: dates.at(-1) ?? null },
        cases: casesOf(vault, id),
        links: linksOf(vault, id),
      };
    },
    visits({ id, offset, limit }) {
      const vault = session.vault('visits.read');
      const positions = visitPositions(vault, id).toReversed();
      const name = (personId: string): string => vault.document.people[personId]?.name ?? '';
      const rows = positions.slice(offset, offset + limit).map((position) => {
        const visit = vault.visits.at(position);
        return { visit, visitorName: name(visit.visitorId), inmateName: name(visit.inmateId) };
      });
      return { total: positions.length, rows };
    },
    async create(fields) {
      return await session
        .vault('people.write')
        .transact({ action: 'person.create', entity: 'people' }, (transaction) =>
          transaction.create('people', { ...fields, provenance: { kind: 'officer' }, retention: 'case' }),
        );
    },
    async change({ id, version, fields }) {
      // An optional field that the form left out is a field the officer emptied.
      const complete = { birthDate: undefined, ...fields };
      return await session
        .vault('people.write')
        .transact({ action: 'person.change', entity: 'people', entityId: id }, (transaction) =>
          transaction.change('people', id, version, complete),
        );
    },
    async clear({ id, version, allegation, reason }) {
      const vault = session.vault('people.write');
      const before = find(vault, 'people', id).cleared;
      const mark = { allegation, reason, at: new Date().toISOString(), by: vault.actor.officerId };
      const note = { action: 'person.clear', entity: 'people', entityId: id } as const;
      const { version: after } = await vault.transact(note, (transaction) =>
        transaction.change('people', id, version, { cleared: [...(before ?? []), mark] }),
      );
      return undo.offer(async () => {
        await session
          .vault('people.write')
          .transact({ ...note, action: 'person.change' }, (transaction) =>
            transaction.change('people', id, after, { cleared: before }),
          );
      });
    },
    async remove(id, version) {
      const vault = session.vault('people.remove');
      const cases = casesOf(vault, id);
      const all = Object.values(vault.beyondNeedToKnow.cases).filter((file) => file.removed === undefined);
      // Of a case the officer must not know of, not even the number is told.
      if (all.some((file) => file.members.some((member) => member.personId === id)))
        throw new SinergiError('person-in-case', { cases: cases.map((file) => file.number) });
      const removed = await vault.transact({ action: 'person.remove', entity: 'people', entityId: id }, (transaction) =>
        transaction.remove('people', id, version),
      );
      return undo.offer(async () => {
        await session
          .vault('people.remove')
          .transact({ action: 'person.restore', entity: 'people', entityId: id }, (transaction) =>
            transaction.restore('people', id, removed.version),
          );
      });
    },
  };
}

async function matching(
  index: PeopleIndex,
  query: Omit<Input<'people.search'>, 'offset' | 'limit'>,
): Promise<readonly PersonRow[]> {
  const text = query.text.trim();
  const role = query.role;
  const found = text === '' ? await index.rows() : await index.search(text);
  const rows = role === null ? [...found] : found.filter((row) => row.roles.includes(role));
  const { sort } = query;
  if (sort === 'relevance' && text !== '') return rows;
  const sorted = await sortedInSlices(rows, comparison(sort));
  return query.descending ? sorted.toReversed() : sorted;
}

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });

function comparison(sort: Input<'people.search'>['sort']): (a: PersonRow, b: PersonRow) => number {
  const byName = (a: PersonRow, b: PersonRow): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  if (sort === 'visits') return (a, b) => a.visits - b.visits || byName(a, b);
  if (sort === 'registrationNumber' || sort === 'cell')
    return (a, b) => collator.compare(a[sort] ?? '\uffff', b[sort] ?? '\uffff') || byName(a, b);
  return byName;
}

/** Oldest first; a person may be visitor and inmate at different times. */
function visitPositions(vault: VaultPort, id: string): number[] {
  const asVisitor = vault.visits.ofVisitor(id);
  const asInmate = vault.visits.ofInmate(id);
  if (asInmate.length === 0) return [...asVisitor];
  if (asVisitor.length === 0) return [...asInmate];
  const moment = (position: number): string => {
    const visit = vault.visits.at(position);
    return `${visit.date} ${visit.time ?? ''}`;
  };
  return [...asVisitor, ...asInmate].sort((a, b) => (moment(a) < moment(b) ? -1 : 1));
}

export function casesOf(vault: VaultPort, id: string): Output<'people.get'>['cases'] {
  const cases: Output<'people.get'>['cases'] = [];
  for (const file of living(vault, 'cases')) {
    const member = file.members.find((candidate) => candidate.personId === id);
    if (member !== undefined)
      cases.push({ caseId: file.id, number: file.number, title: file.title, part: member.part });
  }
  return cases;
}

export function linksOf(vault: VaultPort, id: string): Output<'people.get'>['links'] {
  const links: Output<'people.get'>['links'] = [];
  for (const link of living(vault, 'links')) {
    if (link.from !== id && link.to !== id) continue;
    const file = vault.document.cases[link.caseId];
    if (file === undefined || file.removed !== undefined) continue;
    const otherId = link.from === id ? link.to : link.from;
    links.push({
      linkId: link.id,
      caseId: link.caseId,
      caseNumber: file.number,
      otherId,
      otherName: vault.document.people[otherId]?.name ?? '',
      kind: link.kind,
      status: link.status,
      grade: gradeLabel(link.grade),
    });
  }
  return links;
}
