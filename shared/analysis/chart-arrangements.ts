import { compare, nodeRoom, type Point } from './chart-places.ts';

/** Ways of placing people besides the forces of `layoutChart`. */
export const arrangements = ['forces', 'layers', 'circle', 'blocks', 'grid'] as const;
export type Arrangement = (typeof arrangements)[number];

type Ends = readonly { readonly from: string; readonly to: string }[];
type Places = Record<string, Point>;

const gap = { x: nodeRoom.width, y: nodeRoom.height } as const;

function neighbours(ids: readonly string[], links: Ends): Map<string, Set<string>> {
  const near = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { from, to } of links) {
    if (from === to || !near.has(from) || !near.has(to)) continue;
    near.get(from)?.add(to);
    near.get(to)?.add(from);
  }
  return near;
}

/** Most links first; of two with as many, by identifier. */
const byLinks =
  (near: ReadonlyMap<string, ReadonlySet<string>>) =>
  (a: string, b: string): number =>
    (near.get(b)?.size ?? 0) - (near.get(a)?.size ?? 0) || compare(a, b);

/** Everybody on one circle, people with their contacts beside them. */
export function circle(ids: readonly string[], links: Ends): Places {
  const order = inReach(ids, links).flat();
  const radius = Math.max(gap.x, (order.length * gap.x) / (2 * Math.PI));
  return placed(order, (_, index) => {
    const angle = (2 * Math.PI * index) / order.length - Math.PI / 2;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

/** Whoever has most links on top, below them everybody one step away, then two: who reaches whom through whom. */
export function layers(ids: readonly string[], links: Ends): Places {
  const near = neighbours(ids, links);
  const places: Places = {};
  let top = 0;
  for (const layer of inReach(ids, links)) {
    // Below those they are linked with, as far as there is room.
    const above = (id: string): number => {
      const xs = [...(near.get(id) ?? [])].flatMap((other) => places[other]?.x ?? []);
      return xs.length === 0 ? 0 : xs.reduce((sum, x) => sum + x, 0) / xs.length;
    };
    const order = [...layer].sort((a, b) => above(a) - above(b) || compare(a, b));
    const columns = Math.min(order.length, widest(ids.length));
    Object.assign(
      places,
      placed(order, (_, index) => ({
        x: ((index % columns) - (Math.min(columns, order.length) - 1) / 2) * gap.x,
        y: top + Math.floor(index / columns) * gap.y,
      })),
    );
    top += (Math.ceil(order.length / columns) + 0.8) * gap.y;
  }
  return places;
}

/** In rows, those with most links first: nothing covers anything, and everybody is found. */
export function grid(ids: readonly string[], links: Ends): Places {
  const order = [...ids].sort(byLinks(neighbours(ids, links)));
  const columns = widest(order.length);
  return placed(order, (_, index) => ({ x: (index % columns) * gap.x, y: Math.floor(index / columns) * gap.y }));
}

/** One field for each block of the prison, the people of a block in rows within it. */
export function blocks(ids: readonly string[], links: Ends, blockOf: (id: string) => string): Places {
  const near = neighbours(ids, links);
  const groups = new Map<string, string[]>();
  for (const id of [...ids].sort(byLinks(near))) {
    const group = groups.get(blockOf(id));
    if (group === undefined) groups.set(blockOf(id), [id]);
    else group.push(id);
  }
  const fields = [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
  const across = Math.ceil(Math.sqrt(fields.length));
  const places: Places = {};
  let top = 0;
  for (let first = 0; first < fields.length; first += across) {
    let left = 0;
    let deepest = 0;
    for (const group of fields.slice(first, first + across)) {
      const columns = widest(group.length);
      const [x, y] = [left, top];
      Object.assign(
        places,
        placed(group, (_, index) => ({
          x: x + (index % columns) * gap.x,
          y: y + Math.floor(index / columns) * gap.y,
        })),
      );
      left += (columns + 1) * gap.x;
      deepest = Math.max(deepest, Math.ceil(group.length / columns));
    }
    top += (deepest + 1) * gap.y;
  }
  return places;
}

/** Columns for so many people when the field is to be wider than high. */
const widest = (count: number): number => Math.max(1, Math.ceil(Math.sqrt(count * 1.2)));

/** People by their distance from whoever has most links; those out of reach begin anew with the next. */
function inReach(ids: readonly string[], links: Ends): string[][] {
  const near = neighbours(ids, links);
  const order = byLinks(near);
  const seen = new Set<string>();
  const levels: string[][] = [];
  for (const start of [...ids].sort(order)) {
    if (seen.has(start)) continue;
    seen.add(start);
    let rim = [start];
    for (let depth = 0; rim.length > 0; depth += 1) {
      levels[depth] = [...(levels[depth] ?? []), ...rim];
      const next: string[] = [];
      for (const person of rim)
        for (const other of [...(near.get(person) ?? [])].sort(order)) {
          if (seen.has(other)) continue;
          seen.add(other);
          next.push(other);
        }
      rim = next;
    }
  }
  return levels;
}

function placed(ids: readonly string[], at: (id: string, index: number) => Point): Places {
  return Object.fromEntries(
    ids.map((id, index) => {
      const { x, y } = at(id, index);
      return [id, { x: Math.round(x), y: Math.round(y) }];
    }),
  );
}
