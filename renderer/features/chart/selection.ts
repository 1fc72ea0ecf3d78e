import type { SceneNode } from '../../../shared/analysis/chart-scene.ts';

/** One thing on the chart. */
export interface Choice {
  readonly kind: 'person' | 'link' | 'group' | 'note';
  readonly id: string;
}

/** People, and what else is chosen: a link or a note alone, or a group together with its people. */
export interface Selection {
  readonly people: readonly string[];
  readonly other: Choice | null;
}

export const nothing: Selection = { people: [], other: null };

export const onePerson = (id: string): Selection => ({ people: [id], other: null });

/** What is looked at closely: the only thing chosen. */
export function choiceOf({ people, other }: Selection): Choice | null {
  const [only, second] = people;
  if (other !== null) return other;
  return only === undefined || second !== undefined ? null : { kind: 'person', id: only };
}

export function chosen(choice: Choice | null, groupMembers: readonly string[] = []): Selection {
  if (choice === null) return nothing;
  if (choice.kind === 'person') return onePerson(choice.id);
  return { people: choice.kind === 'group' ? groupMembers : [], other: choice };
}

/** Adds people to those chosen, or lets them go when all of them were. */
export function toggled({ people }: Selection, ids: readonly string[]): Selection {
  const now = new Set(people);
  if (ids.every((id) => now.has(id))) for (const id of ids) now.delete(id);
  else for (const id of ids) now.add(id);
  return { people: [...now], other: null };
}

export function withPeople({ people }: Selection, ids: readonly string[], add: boolean): Selection {
  return { people: [...new Set(add ? [...people, ...ids] : ids)], other: null };
}

/** The people behind nodes: a collapsed group stands for its members. */
export const peopleBehind = (nodes: readonly SceneNode[], ids: ReadonlySet<string>): string[] =>
  nodes.filter(({ id }) => ids.has(id)).flatMap(({ stands }) => [...stands]);
