import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { clutter } from './chart-clutter.ts';
import { packed } from './chart-packing.ts';
import { compare, nodeRoom, type Point } from './chart-places.ts';
import { Room, settle } from './chart-room.ts';

export type Ends = readonly (readonly [string, string])[];

interface Placed extends SimulationNodeDatum {
  readonly id: string;
}

/** One way of letting the forces work. */
interface Attempt {
  /** How hard the chart is pressed together from above; a page is wider than high. */
  readonly press: number;
  /** Where on the circle the first person starts, in radians. */
  readonly turn: number;
}

const pressures = [0.14, 0.22, 0.32, 0.45];
const turns = [0, 0.8, 1.6, 2.4];
const attempts: readonly Attempt[] = pressures.flatMap((press) => turns.map((turn) => ({ press, turn })));
/** Larger groups are laid out once: there the time counts, and no attempt is free of crossings. */
const manyPeople = 40;

const largeGroup = 600;

/**
 * Where linked people should stand; with places in `fixed`, before overlaps are settled. Groups without a link between
 * them are laid out each by itself, in the clearest of several ways, and packed side by side; a place in `fixed` holds
 * the whole chart still.
 */
export function wantedPlaces(
  ids: readonly string[],
  ends: Ends,
  fixed: Readonly<Record<string, Point>>,
  report: (share: number) => void,
): ReadonlyMap<string, Point> {
  if (ids.some((id) => fixed[id] !== undefined)) return simulate(ids, ends, fixed, { press: 0.19, turn: 0 }, report);
  let done = 0;
  const groups = groupsOf(ids, ends).map((group) => {
    const before = done;
    done += group.ids.length;
    return clearest(group.ids, group.ends, (share) => report((before + share * group.ids.length) / ids.length));
  });
  return packed(groups);
}

function clearest(ids: readonly string[], ends: Ends, report: (share: number) => void): ReadonlyMap<string, Point> {
  const tried = ids.length > manyPeople ? [{ press: 0.19, turn: 0 }] : attempts;
  let best: { places: ReadonlyMap<string, Point>; clutter: number } | undefined;
  for (const attempt of tried) {
    const places = settle([...simulate(ids, ends, {}, attempt, report)], new Room());
    const measured = tried.length === 1 ? 0 : clutter(places, ends);
    if (best === undefined || measured < best.clutter) best = { places, clutter: measured };
  }
  return best?.places ?? new Map();
}

function simulate(
  ids: readonly string[],
  ends: Ends,
  fixed: Readonly<Record<string, Point>>,
  { press, turn }: Attempt,
  report: (share: number) => void,
): Map<string, Point> {
  const radius = 30 * Math.sqrt(ids.length);
  const nodes = ids.map((id, index): Placed => {
    const point = fixed[id];
    if (point !== undefined) return { id, x: point.x, y: point.y, fx: point.x, fy: point.y };
    const angle = turn + index * Math.PI * (3 - Math.sqrt(5));
    const away = radius * Math.sqrt((index + 0.5) / ids.length);
    return { id, x: away * Math.cos(angle), y: away * Math.sin(angle) };
  });
  const springs = ends.map(([source, target]): SimulationLinkDatum<Placed> => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Placed, SimulationLinkDatum<Placed>>(springs)
        .id((node) => node.id)
        .distance(126),
    )
    .force('charge', forceManyBody<Placed>().strength(-620).distanceMax(900))
    .force('x', forceX<Placed>(0).strength(0.05))
    .force('y', forceY<Placed>(0).strength(press))
    .force('room', forceCollide<Placed>(nodeRoom.width / 2))
    .stop();
  // Large groups cool faster; a chart of thousands is read by its shape.
  const rounds = nodes.length > largeGroup ? 50 : 300;
  simulation.alphaDecay(1 - 0.001 ** (1 / rounds));
  for (let round = 0; round < rounds; round += 1) {
    simulation.tick();
    report((round + 1) / rounds);
  }
  return new Map(nodes.map((node) => [node.id, { x: Math.round(node.x ?? 0), y: Math.round(node.y ?? 0) }]));
}

interface Group {
  readonly ids: string[];
  readonly ends: (readonly [string, string])[];
}

/** People who can be reached from each other over links; the order of the groups and within them is that of `ids`. */
function groupsOf(ids: readonly string[], ends: Ends): Group[] {
  const leader = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = leader.get(at) ?? at; up !== at; up = leader.get(at) ?? at) {
      leader.set(at, leader.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const [from, to] of ends) {
    const [a, b] = [find(from), find(to)];
    if (a !== b) leader.set(compare(a, b) < 0 ? b : a, compare(a, b) < 0 ? a : b);
  }
  const groups = new Map<string, Group>();
  for (const id of ids) {
    const group = groups.get(find(id));
    if (group === undefined) groups.set(find(id), { ids: [id], ends: [] });
    else group.ids.push(id);
  }
  for (const pair of ends) groups.get(find(pair[0]))?.ends.push(pair);
  return [...groups.values()];
}
