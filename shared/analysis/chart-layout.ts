import { compare, nodeRoom, type Point } from './chart-places.ts';
import { wantedPlaces } from './chart-forces.ts';
import { Room, settle } from './chart-room.ts';

/**
 * Places the people of a link chart so that linked ones stand near each other and none overlap.
 *
 * The same input gives the same chart on every machine: the order of `ids` and `links` does not matter, there is no
 * chance in it, and coordinates are rounded to whole chart units. A place in `fixed` is kept as it is, even when two
 * of them overlap: somebody put them there. People without any link stand in rows below.
 *
 * @param report told now and then how much of the work is done, from 0 to 1
 */
export function layoutChart(
  ids: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
  fixed: Readonly<Record<string, Point>> = {},
  report: (share: number) => void = () => undefined,
): Record<string, Point> {
  const known = new Set(ids);
  const ends = links
    .filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to)
    .map((link): readonly [string, string] => (link.from < link.to ? [link.from, link.to] : [link.to, link.from]))
    .sort(([a, b], [c, d]) => (a === c ? compare(b, d) : compare(a, c)));
  const linked = new Set(ends.flat());
  const sorted = [...known].sort(compare);
  const wanted = wantedPlaces(
    sorted.filter((id) => linked.has(id)),
    ends,
    fixed,
    report,
  );
  const room = new Room();
  const result: Record<string, Point> = {};
  const place = (id: string, point: Point): void => {
    room.take(point);
    result[id] = point;
  };
  for (const id of sorted) {
    const point = fixed[id];
    if (point !== undefined) place(id, { x: point.x, y: point.y });
  }
  const free = [...wanted].filter(([id]) => fixed[id] === undefined);
  for (const [id, point] of settle(free, room)) result[id] = point;
  placeUnlinked(
    sorted.filter((id) => !linked.has(id) && fixed[id] === undefined),
    room,
    place,
  );
  return result;
}

/** Rows below everything else, about as wide as the chart. */
function placeUnlinked(ids: readonly string[], room: Room, place: (id: string, point: Point) => void): void {
  const { left, right, bottom } = room.extent();
  const fitting = Math.max(6, Math.ceil(Math.sqrt(ids.length * 2)), Math.floor((right - left) / nodeRoom.width));
  const columns = Math.min(ids.length, fitting);
  const first = Math.round((left + right) / 2 - ((columns - 1) * nodeRoom.width) / 2);
  for (const [index, id] of ids.entries()) {
    place(id, {
      x: first + (index % columns) * nodeRoom.width,
      y: bottom + Math.floor(index / columns) * nodeRoom.height,
    });
  }
}
