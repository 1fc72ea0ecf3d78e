import { drawChart } from '../../../shared/analysis/chart-geometry.ts';
import type { ChartNode } from './chartGraph.ts';

let pen: CanvasRenderingContext2D | null = null;

function measure(text: string, size: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * size * 0.55;
  pen.font = `${String(size)}px "IBM Plex Sans", system-ui, sans-serif`;
  return pen.measureText(text).width;
}

/** Names broken into lines by the paper's own rule. */
export function nameLines(nodes: readonly ChartNode[]): Map<string, string> {
  const placed = nodes.map(({ id, name }) => ({ id, name, x: 0, y: 0 }));
  return new Map(drawChart(placed, [], measure).nodes.map(({ id, lines }) => [id, lines.join('\n')]));
}
