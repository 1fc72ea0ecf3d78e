import type { MemberPart } from '../domain/case.ts';
import type { ChartState } from '../domain/chart.ts';
import { gradeLabel } from '../domain/grade.ts';
import { type LinkStatus, linkStatuses } from '../domain/link.ts';
import type { Point } from './chart-places.ts';
import { type AnalysedLink, filterLinks, pairOf } from './network/link-filter.ts';
import { distinctSources } from './network/sources.ts';

export interface ScenePerson {
  readonly id: string;
  readonly name: string;
  readonly part: MemberPart;
}

/** What a chart is made from: people, the links between them and how often one of a pair visited the other. */
export interface SceneInput<P extends ScenePerson> {
  readonly people: readonly P[];
  readonly links: readonly AnalysedLink[];
  /** By pair as `pairOf` names it; a pair without visits is absent. */
  readonly visits: ReadonlyMap<string, number>;
}

/** A person, or a collapsed group in the place of its members. */
export interface SceneNode {
  readonly id: string;
  readonly name: string;
  readonly part: MemberPart | 'group';
  /** The people it stands for: one, or the members of a group. */
  readonly stands: readonly string[];
  readonly pinned: boolean;
}

/** A link, or all links between a group and somebody else as one line. */
export interface SceneLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly grade: string;
  readonly status: LinkStatus;
  readonly directed: boolean;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Links this line stands for. */
  readonly count: number;
  /** What the thickness of the line follows; 1 when it follows nothing. */
  readonly weight: number;
}

export interface SceneBox {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

export interface SceneNote extends Point {
  readonly id: string;
  readonly text: string;
  /** The node it is about; null when it stands by itself. */
  readonly about: string | null;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly links: readonly SceneLink[];
  readonly boxes: readonly SceneBox[];
  readonly notes: readonly SceneNote[];
  /** Where each node stands. */
  readonly places: Readonly<Record<string, Point>>;
  /** People hidden by the officer, and links that the filter keeps off the chart. */
  readonly hidden: number;
  readonly filtered: number;
}

/**
 * What of a case a chart shows, the same on the screen, in pictures and on paper.
 *
 * @param state with a place for everybody in `positions`; who has none is left out
 */
export function chartScene(input: SceneInput<ScenePerson>, state: ChartState): Scene {
  const known = new Map(input.people.map((person) => [person.id, person]));
  const hidden = new Set(state.hidden.filter((id) => known.has(id)));
  const shown = input.people.filter(({ id }) => !hidden.has(id) && state.positions[id] !== undefined);
  const onChart = new Set(shown.map(({ id }) => id));
  const groups = state.groups
    .map((group) => ({ ...group, members: group.members.filter((id) => onChart.has(id)) }))
    .filter(({ members }) => members.length > 0);
  const standIn = new Map<string, string>();
  for (const { id, members, collapsed } of groups) if (collapsed) for (const member of members) standIn.set(member, id);

  const places: Record<string, Point> = {};
  const nodes: SceneNode[] = [];
  for (const { id, name, part } of shown) {
    const place = state.positions[id];
    if (standIn.has(id) || place === undefined) continue;
    nodes.push({ id, name, part, stands: [id], pinned: place.pinned });
    places[id] = { x: place.x, y: place.y };
  }
  for (const { id, name, members, collapsed } of groups) {
    if (!collapsed) continue;
    nodes.push({ id, name: `${name} (${members.length})`, part: 'group', stands: members, pinned: false });
    places[id] = middle(members.flatMap((member) => state.positions[member] ?? []));
  }

  const between = input.links.filter(({ from, to }) => known.has(from) && known.has(to));
  const { kept } = filterLinks(between, state.filter);
  const drawn = kept.filter(({ from, to }) => onChart.has(from) && onChart.has(to));
  return {
    nodes,
    links: linesOf(drawn, standIn, input.visits, state.width),
    boxes: groups.filter(({ collapsed }) => !collapsed).map(({ id, name, members }) => ({ id, name, members })),
    notes: state.notes.flatMap((note) => notePlaced(note, state.positions, onChart, standIn, places)),
    places,
    hidden: hidden.size,
    filtered: between.length - kept.length,
  };
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  const count = Math.max(1, points.length);
  return { x: Math.round(sum.x / count), y: Math.round(sum.y / count) };
}

/** A note about somebody hidden is hidden with them; about somebody in a collapsed group, it stands at the group. */
function notePlaced(
  { id, text, x, y, personId }: ChartState['notes'][number],
  positions: ChartState['positions'],
  onChart: ReadonlySet<string>,
  standIn: ReadonlyMap<string, string>,
  places: Readonly<Record<string, Point>>,
): SceneNote[] {
  if (personId === undefined || positions[personId] === undefined) return [{ id, text, x, y, about: null }];
  if (!onChart.has(personId)) return [];
  const about = standIn.get(personId) ?? personId;
  const from = places[about];
  return from === undefined ? [] : [{ id, text, x: from.x + x, y: from.y + y, about }];
}

function linesOf(
  links: readonly AnalysedLink[],
  standIn: ReadonlyMap<string, string>,
  visits: ReadonlyMap<string, number>,
  width: ChartState['width'],
): SceneLink[] {
  const pairs = new Map<string, AnalysedLink[]>();
  for (const link of links) {
    const pair = pairs.get(pairOf(link));
    if (pair === undefined) pairs.set(pairOf(link), [link]);
    else pair.push(link);
  }
  const weightOf = (link: AnalysedLink): number => {
    const pair = pairs.get(pairOf(link)) ?? [link];
    switch (width) {
      case 'none':
        return 1;
      case 'links':
        return pair.length;
      case 'sources':
        return distinctSources(pair.flatMap(({ sources }) => sources)).length;
      case 'visits':
        return visits.get(pairOf(link)) ?? 1;
    }
  };
  const lines: SceneLink[] = [];
  const merged = new Map<string, { from: string; to: string; links: AnalysedLink[] }>();
  for (const link of links) {
    const [from, to] = [standIn.get(link.from) ?? link.from, standIn.get(link.to) ?? link.to];
    if (from === to) continue;
    if (from === link.from && to === link.to) lines.push({ ...lineOf(link), from, to, weight: weightOf(link) });
    else {
      const key = pairOf({ from, to });
      const line = merged.get(key);
      if (line === undefined) merged.set(key, { from, to, links: [link] });
      else line.links.push(link);
    }
  }
  for (const { from, to, links: several } of merged.values()) {
    const [first] = several;
    if (first === undefined) continue;
    const alone = several.length === 1;
    const once = new Map(several.map((link) => [pairOf(link), weightOf(link)]));
    lines.push({
      ...lineOf(first),
      // A line for several leads wherever any of them leads, so no arrow speaks for all.
      ...(alone ? {} : { kind: '', grade: '', directed: false, since: undefined, until: undefined }),
      // The best of them; a line is disproved when nothing else is left of it.
      status: linkStatuses.find((best) => several.some(({ status }) => status === best)) ?? 'suspected',
      from,
      to,
      count: several.length,
      weight: width === 'none' ? 1 : [...once.values()].reduce((sum, weight) => sum + weight, 0),
    });
  }
  return lines;
}

const lineOf = ({ id, from, to, kind, grade, status, directed, since, until }: AnalysedLink): SceneLink => ({
  id,
  from,
  to,
  kind,
  grade: gradeLabel(grade),
  status,
  directed,
  since,
  until,
  count: 1,
  weight: 1,
});

/** How much thicker than a plain line: a hundred visits must not hide what lies beneath. */
export const thickness = (weight: number): number => Math.min(5, 1 + Math.log2(Math.max(1, weight)) * 0.7);
