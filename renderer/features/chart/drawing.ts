import { type DrawnLink, drawChart } from '../../../shared/analysis/chart-geometry.ts';
import type { ChartPositions } from '../../../shared/domain/case.ts';
import type { ChartEdge, ChartGraph } from './chartGraph.ts';
import type { Point } from './neighbours.ts';

/** What the paper's rules say about a chart and cytoscape has to be told. */
export interface Drawing {
  /** Names broken into lines, by person. */
  readonly names: ReadonlyMap<string, string>;
  /** How far the label of a link stands from the middle of its line, so that it covers no name and no other label. */
  readonly labels: ReadonlyMap<string, Point>;
  /** How far the middle of a link bends aside: around people, and beside other links of its pair. */
  readonly bends: ReadonlyMap<string, number>;
}

export function paperDrawing(graph: ChartGraph, places: ChartPositions, labelOf: (edge: ChartEdge) => string): Drawing {
  const nodes = graph.nodes.map(({ id, name }) => ({ id, name, x: places[id]?.x ?? 0, y: places[id]?.y ?? 0 }));
  const links = graph.edges.map((edge) => ({ ...edge, label: labelOf(edge) }));
  const drawn = drawChart(nodes, links, measure);
  return {
    names: new Map(drawn.nodes.map(({ id, lines }) => [id, lines.join('\n')])),
    labels: new Map(drawn.links.map((link) => [link.id, labelShift(link)])),
    bends: new Map(drawn.links.map(({ id, offset }) => [id, offset])),
  };
}

function labelShift({ start, control, end, label }: DrawnLink): Point {
  if (label === null) return { x: 0, y: 0 };
  return {
    x: label.x + label.width / 2 - (start.x + 2 * control.x + end.x) / 4,
    y: label.y + label.height / 2 - (start.y + 2 * control.y + end.y) / 4,
  };
}

let pen: CanvasRenderingContext2D | null = null;

function measure(text: string, size: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * size * 0.55;
  pen.font = `${String(size)}px "IBM Plex Sans", system-ui, sans-serif`;
  return pen.measureText(text).width;
}
