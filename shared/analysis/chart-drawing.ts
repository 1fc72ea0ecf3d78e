import { type Box, chartStyle, drawChart, type DrawnChart, type DrawnNode, type Measure } from './chart-geometry.ts';
import type { Point } from './chart-places.ts';
import { type Scene, type SceneLink, type SceneNote, thickness } from './chart-scene.ts';

/** How boxes around groups and notes look, in chart units; colours as in `chartStyle`. */
export const extraStyle = {
  boxPadding: 12,
  boxCorner: 8,
  boxLine: '#7a8794',
  boxFill: '#f4f6f8',
  titleSize: 11.5,
  titleLeading: 15,
  noteSize: 10.5,
  noteLeading: 13.5,
  noteWidth: 150,
  notePadding: 6,
  noteFill: '#fff8d6',
  noteLine: '#b9a24a',
} as const;

/** A named group: its name stands inside the box, at the top. */
export interface DrawnBox extends Box {
  readonly id: string;
  readonly name: string;
}

export interface DrawnNote extends Box {
  readonly id: string;
  readonly lines: readonly string[];
  /** From the note to whom it is about. */
  readonly leader: readonly [Point, Point] | null;
}

export interface DrawnScene extends DrawnChart {
  readonly boxes: readonly DrawnBox[];
  readonly notes: readonly DrawnNote[];
}

export interface SceneTexts {
  readonly nameOf: (node: Scene['nodes'][number]) => string;
  readonly labelOf: (link: SceneLink) => string;
}

/** Works out everything on a chart: the one drawing behind the PDF, the SVG and the PNG. */
export function drawScene(scene: Scene, { nameOf, labelOf }: SceneTexts, measure: Measure): DrawnScene {
  const chart = drawChart(
    scene.nodes.map((node) => ({ id: node.id, name: nameOf(node), ...(scene.places[node.id] ?? { x: 0, y: 0 }) })),
    scene.links.map((link) => ({ ...link, width: thickness(link.weight), label: labelOf(link) })),
    measure,
  );
  const byId = new Map(chart.nodes.map((node) => [node.id, node]));
  const boxes = scene.boxes.flatMap(({ id, name, members }): DrawnBox[] => {
    const inside = members.flatMap((member) => byId.get(member) ?? []);
    return inside.length === 0 ? [] : [{ id, name: cutTitle(name, measure), ...around(inside, name, measure) }];
  });
  const notes = scene.notes.map((note) => drawNote(note, byId, measure));
  return { ...chart, boxes, notes, bounds: covering([chart.bounds, ...boxes, ...notes]) };
}

const longestTitle = 60;
const cutTitle = (name: string, measure: Measure): string =>
  measure(name, extraStyle.titleSize) < 400 ? name : `${name.slice(0, longestTitle)}…`;

function around(nodes: readonly DrawnNode[], name: string, measure: Measure): Box {
  const reach = chartStyle.nodeRadius + chartStyle.nodeBorder;
  const { boxPadding: air, titleLeading, titleSize } = extraStyle;
  const inner = covering(
    nodes.flatMap(({ x, y, nameBox }) => [
      { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
      nameBox,
    ]),
  );
  const width = Math.max(inner.width, measure(cutTitle(name, measure), titleSize));
  return {
    x: inner.x - (width - inner.width) / 2 - air,
    y: inner.y - air - titleLeading,
    width: width + 2 * air,
    height: inner.height + 2 * air + titleLeading,
  };
}

function drawNote(note: SceneNote, nodes: ReadonlyMap<string, DrawnNode>, measure: Measure): DrawnNote {
  const { noteSize, noteLeading, noteWidth, notePadding } = extraStyle;
  const lines = wrapped(note.text, noteWidth, (text) => measure(text, noteSize));
  const width = Math.max(...lines.map((line) => measure(line, noteSize))) + 2 * notePadding;
  const height = lines.length * noteLeading + 2 * notePadding;
  const about = note.about === null ? undefined : nodes.get(note.about);
  return {
    id: note.id,
    lines,
    x: note.x - width / 2,
    y: note.y - height / 2,
    width,
    height,
    leader: about === undefined ? null : leader(note, about),
  };
}

/** Ends at the circle; behind the note it is covered by the note itself. */
function leader(note: Point, { x, y }: Point): readonly [Point, Point] | null {
  const length = Math.hypot(note.x - x, note.y - y);
  const reach = chartStyle.nodeRadius + chartStyle.gap;
  if (length <= reach) return null;
  return [
    { x: note.x, y: note.y },
    { x: x + ((note.x - x) * reach) / length, y: y + ((note.y - y) * reach) / length },
  ];
}

/** Lines of at most `width`; line breaks are kept, a word wider than a line is broken. */
function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|[\r\n]/)) {
    let line = '';
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measure(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      let rest = Array.from(word);
      while (measure(rest.join('')) > width && rest.length > 1) {
        let fits = rest.length - 1;
        while (fits > 1 && measure(rest.slice(0, fits).join('')) > width) fits -= 1;
        lines.push(rest.slice(0, fits).join(''));
        rest = rest.slice(fits);
      }
      line = rest.join('');
    }
    lines.push(line);
  }
  return lines;
}

function covering(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
