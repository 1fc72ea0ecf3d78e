import { type DrawnNote, drawScene, type SceneTexts } from '../../../shared/analysis/chart-drawing.ts';
import type { DrawnLink } from '../../../shared/analysis/chart-geometry.ts';
import { type Scene, thickness } from '../../../shared/analysis/chart-scene.ts';
import type { Point } from './neighbours.ts';

/** What the paper's rules say about a chart and cytoscape has to be told. */
export interface Drawing {
  /** Names broken into lines, by node. */
  readonly names: ReadonlyMap<string, string>;
  /** How far the label of a link stands from the middle of its line, so that it covers no name and no other label. */
  readonly labels: ReadonlyMap<string, Point>;
  /** How far the middle of a link bends aside: around people, and beside other links of its pair. */
  readonly bends: ReadonlyMap<string, number>;
  readonly widths: ReadonlyMap<string, number>;
  readonly boxes: ReadonlyMap<string, string>;
  readonly notes: readonly DrawnNote[];
}

export function paperDrawing(scene: Scene, texts: SceneTexts): Drawing {
  const drawn = drawScene(scene, texts, measure);
  return {
    names: new Map(drawn.nodes.map(({ id, lines }) => [id, lines.join('\n')])),
    labels: new Map(drawn.links.map((link) => [link.id, labelShift(link)])),
    bends: new Map(drawn.links.map(({ id, offset }) => [id, offset])),
    widths: new Map(drawn.links.map(({ id, width }) => [id, width])),
    boxes: new Map(drawn.boxes.map(({ id, name }) => [id, name])),
    notes: drawn.notes,
  };
}

/** A huge chart in a moment: every link straight and without words, names cut by the canvas. */
export function plainDrawing(scene: Scene): Drawing {
  const rest = drawScene({ ...scene, nodes: [], links: [] }, { nameOf: () => '', labelOf: () => '' }, measure);
  return {
    names: new Map(),
    labels: new Map(),
    bends: new Map(),
    widths: new Map(scene.links.map(({ id, weight }) => [id, thickness(weight)])),
    boxes: new Map(scene.boxes.map(({ id, name }) => [id, name])),
    notes: rest.notes,
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
