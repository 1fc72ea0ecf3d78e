import type { Input, Output } from '../../../shared/contract.ts';
import { casePlaces } from '../../../shared/contract/cases.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Link } from '../../../shared/domain/link.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { living } from '../records.ts';
import { createTextIndex, fieldBreak } from '../search/text-index.ts';
import type { Session } from '../session.ts';

/** Finds cases this officer may know of by anything that is written in them. */
export interface CaseSearch {
  find(query: Input<'cases.search'>): Output<'cases.search'>;
}

export function createCaseSearch(session: Session): CaseSearch {
  const index = createTextIndex({ title: 3, number: 3, about: 1, members: 2, sources: 1 });
  let revision = -1;
  session.beforeEnd(() => {
    revision = -1;
    index.drop();
  });

  function refresh(): void {
    if (revision === session.revision()) return;
    const vault = session.vault('cases.read');
    const links = new Map<string, Link[]>();
    for (const link of living(vault, 'links')) {
      const known = links.get(link.caseId);
      if (known === undefined) links.set(link.caseId, [link]);
      else known.push(link);
    }
    index.update(
      [...living(vault, 'cases')].map((file) => {
        const linked = links.get(file.id) ?? [];
        const members = file.members.flatMap(({ personId }) => vault.document.people[personId] ?? []);
        const state = [file, ...linked, ...members].map(({ id, version }) => `${id} ${version}`).join(' ');
        return { id: file.id, state, texts: () => textsOf(file, members, linked) };
      }),
    );
    revision = session.revision();
  }

  return {
    find({ text, limit }) {
      refresh();
      const { cases } = session.vault('cases.read').document;
      const rows = index.find(text).flatMap(({ id, fields }) => {
        const file = cases[id];
        if (file === undefined) return [];
        return [
          { id, number: file.number, title: file.title, places: casePlaces.filter((place) => fields.has(place)) },
        ];
      });
      return { total: rows.length, rows: rows.slice(0, limit) };
    },
  };
}

const textsOf = (file: Case, members: readonly Person[], links: readonly Link[]) => ({
  title: file.title,
  // A part of the number finds it too.
  number: [file.number, ...file.number.split('/')].join(fieldBreak),
  about: [file.purpose, file.legalBasis, file.notes, ...file.members.map(({ note }) => note)].join(fieldBreak),
  members: members.flatMap(({ name, aliases }) => [name, ...aliases]).join(fieldBreak),
  sources: [
    ...links.flatMap(({ sources, note }) => [...sources, note]),
    ...file.members.map(({ allegation }) => allegation?.source ?? ''),
  ].join(fieldBreak),
});
