import type { Scene } from '../../../shared/analysis/chart-scene.ts';

/**
 * How much is on a chart. A large one is moved as a picture of itself, without names. On a huge one links are plain straight
 * lines without words; what is chosen is drawn like on any other.
 */
export type ChartSize = 'small' | 'large' | 'huge';

/** People and links together. */
const largest = { small: 1000, large: 8000 } as const;

export function chartSizeOf({ nodes, links }: Pick<Scene, 'nodes' | 'links'>): ChartSize {
  const count = nodes.length + links.length;
  if (count <= largest.small) return 'small';
  return count <= largest.large ? 'large' : 'huge';
}
