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

/** Everything placed afresh, except the people who are pinned. */
export function arrangedAnew(graph: ChartGraph, places: ChartPositions): ChartPositions {
  const pinned = Object.fromEntries(Object.entries(places).filter(([, place]) => place.pinned));
  return completePlaces(graph, pinned);
}

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
