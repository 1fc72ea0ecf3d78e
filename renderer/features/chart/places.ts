import { type Arrangement, blocks, circle, grid, layers } from '../../../shared/analysis/chart-arrangements.ts';
import { layoutChart } from '../../../shared/analysis/chart-layout.ts';
import type { ChartPositions } from '../../../shared/domain/chart.ts';
import type { ChartInput } from './chartGraph.ts';
import type { Point } from './neighbours.ts';

/** A place for everybody: where an officer put them, and for the rest where the layout does, as on paper. */
export function completePlaces({ people, links }: ChartInput, saved: ChartPositions): ChartPositions {
  const ids = people.map(({ id }) => id);
  const missing = ids.some((id) => saved[id] === undefined);
  return joined(ids, saved, missing ? layoutChart(ids, links, saved) : {});
}

/** Saved places and, where there is none, those of a layout. */
export function joined(
  ids: readonly string[],
  saved: ChartPositions,
  laidOut: Readonly<Record<string, Point>>,
): ChartPositions {
  const places: Record<string, ChartPositions[string]> = {};
  for (const id of ids) {
    const place = saved[id] ?? (laidOut[id] === undefined ? undefined : { ...laidOut[id], pinned: false });
    if (place !== undefined) places[id] = place;
  }
  return places;
}

export const pinnedOnly = (places: ChartPositions): ChartPositions =>
  Object.fromEntries(Object.entries(places).filter(([, place]) => place.pinned));

/** Everything placed afresh in one of the ways without forces, except the people who are pinned. */
export function arrangedAnew(
  input: ChartInput,
  places: ChartPositions,
  arrangement: Exclude<Arrangement, 'forces'>,
): ChartPositions {
  const pinned = pinnedOnly(places);
  const free = placesIn(input, arrangement);
  return Object.fromEntries(
    input.people.map(({ id }) => [id, pinned[id] ?? { ...(free[id] ?? { x: 0, y: 0 }), pinned: false }]),
  );
}

function placesIn({ people, links }: ChartInput, arrangement: Exclude<Arrangement, 'forces'>): Record<string, Point> {
  const ids = people.map(({ id }) => id);
  switch (arrangement) {
    case 'layers':
      return layers(ids, links);
    case 'circle':
      return circle(ids, links);
    case 'grid':
      return grid(ids, links);
    case 'blocks': {
      const cells = new Map(people.map(({ id, cell }) => [id, blockOfCell(cell)]));
      return blocks(ids, links, (id) => cells.get(id) ?? '');
    }
  }
}

/** `F.2.16` stands in block F; people without a cell stand together, last. */
const blockOfCell = (cell: string | undefined): string =>
  /^[\p{Letter}\p{Number}]+/u.exec(cell ?? '')?.[0].toUpperCase() ?? '\uffff';
