import { chartStyle } from '../../../shared/analysis/chart-geometry.ts';
import type { ChartEdge } from './chartGraph.ts';

/** How far the middle of each link bends aside, so that several links of one pair lie side by side; as on paper. */
export function fanOffsets(edges: readonly ChartEdge[]): Map<string, number> {
  const pairs = new Map<string, ChartEdge[]>();
  for (const edge of [...edges].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  const offsets = new Map<string, number>();
  for (const pair of pairs.values()) {
    for (const [index, edge] of pair.entries()) {
      const side = (index - (pair.length - 1) / 2) * chartStyle.fan;
      // Seen from the other end left is right: opposite links of one pair must not fall onto each other.
      offsets.set(edge.id, edge.from < edge.to ? side : -side);
    }
  }
  return offsets;
}
