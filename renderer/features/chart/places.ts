import { type Arrangement, blocks, circle, grid, layers } from '../../../shared/analysis/chart-arrangements.ts';
import { layoutChart } from '../../../shared/analysis/chart-layout.ts';
import type { ChartPositions } from '../../../shared/domain/case.ts';
import type { ChartGraph } from './chartGraph.ts';
import type { Point } from './neighbours.ts';

/** A place for everybody: where an officer put them, and for the rest where the layout does, as on paper. */
export function completePlaces(graph: ChartGraph, saved: ChartPositions): ChartPositions {
  const ids = graph.nodes.map((node) => node.id);
  const places: Record<string, ChartPositions[string]> = {};
  const missing = ids.some((id) => saved[id] === undefined);
  const laidOut = missing ? layoutChart(ids, graph.edges, saved) : {};
  for (const id of ids) {
    const place = saved[id] ?? (laidOut[id] === undefined ? undefined : { ...laidOut[id], pinned: false });
    if (place !== undefined) places[id] = place;
  }
  return places;
}

/** Everything placed afresh in one of several ways, except the people who are pinned. */
export function arrangedAnew(graph: ChartGraph, places: ChartPositions, arrangement: Arrangement): ChartPositions {
  const pinned = Object.fromEntries(Object.entries(places).filter(([, place]) => place.pinned));
  if (arrangement === 'forces') return completePlaces(graph, pinned);
  const free = placesIn(graph, arrangement);
  return Object.fromEntries(
    graph.nodes.map(({ id }) => [id, pinned[id] ?? { ...(free[id] ?? { x: 0, y: 0 }), pinned: false }]),
  );
}

function placesIn({ nodes, edges }: ChartGraph, arrangement: Exclude<Arrangement, 'forces'>): Record<string, Point> {
  const ids = nodes.map(({ id }) => id);
  switch (arrangement) {
    case 'layers':
      return layers(ids, edges);
    case 'circle':
      return circle(ids, edges);
    case 'grid':
      return grid(ids, edges);
    case 'blocks': {
      const cells = new Map(nodes.map(({ id, cell }) => [id, blockOfCell(cell)]));
      return blocks(ids, edges, (id) => cells.get(id) ?? '');
    }
  }
}

/** `F.2.16` stands in block F; people without a cell stand together, last. */
const blockOfCell = (cell: string | undefined): string =>
  /^[\p{Letter}\p{Number}]+/u.exec(cell ?? '')?.[0].toUpperCase() ?? '\uffff';

/** Dragging somebody says where they belong, so they are pinned there. */
export function moved(places: ChartPositions, to: Readonly<Record<string, Point>>): ChartPositions {
  const next: Record<string, ChartPositions[string]> = { ...places };
  for (const [id, { x, y }] of Object.entries(to)) next[id] = { x: Math.round(x), y: Math.round(y), pinned: true };
  return next;
}

export function withPin(places: ChartPositions, id: string, pinned: boolean): ChartPositions {
  const place = places[id];
  return place === undefined ? places : { ...places, [id]: { ...place, pinned } };
}
