import { pairOf } from '../../../shared/analysis/network/link-filter.ts';
import type { Scene, SceneInput, ScenePerson } from '../../../shared/analysis/chart-scene.ts';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { inmateRole } from '../../../shared/domain/person.ts';

/** Somebody who can stand on a chart; the block of an inmate's cell is one way to arrange them. */
export interface ChartPerson extends ScenePerson {
  readonly cell: string | undefined;
}

export type ChartInput = SceneInput<ChartPerson>;

/** What a case shows on its chart: its members, the links between them, and how often they visited each other. */
export function chartInput(view: Pick<CaseView, 'file' | 'people' | 'links' | 'visitPairs'>): ChartInput {
  const people = new Map(view.people.map((person) => [person.id, person]));
  const members = view.file.members.flatMap((member): ChartPerson[] => {
    const person = people.get(member.personId);
    if (person === undefined) return [];
    const cell = inmateRole(person)?.cell;
    return [{ id: person.id, name: person.name, cell: cell === '' ? undefined : cell, part: member.part }];
  });
  const visits = new Map<string, number>();
  for (const { visitorId, inmateId, count } of view.visitPairs) {
    const pair = pairOf({ from: visitorId, to: inmateId });
    visits.set(pair, (visits.get(pair) ?? 0) + count);
  }
  return { people: members, links: view.links, visits };
}

/** Identifiers of the nodes one line away. */
export function linkedWith(id: string, links: Scene['links']): string[] {
  const linked = new Set<string>();
  for (const link of links) {
    if (link.from === id) linked.add(link.to);
    else if (link.to === id) linked.add(link.from);
  }
  return [...linked];
}
