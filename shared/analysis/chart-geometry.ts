import { Boxes } from './chart-boxes.ts';
import { aroundPeople } from './chart-detours.ts';
import type { MemberPart } from '../domain/case.ts';
import type { LinkStatus } from '../domain/link.ts';
import type { Point } from './chart-places.ts';

/**
 * How a link chart is drawn, in chart units and sRGB, so that the screen and the paper show the same picture. After
 * the UNODC Criminal Intelligence Manual for Analysts: people are circles, confirmed links solid, suspected dotted.
 */
export const chartStyle = {
  nodeRadius: 19,
  nodeBorder: 1.8,
  nameSize: 11.5,
  nameLeading: 13,
  /** Names longer than this and two lines are cut with an ellipsis; the subject list has them in full. */
  nameWidth: 112,
  nameGap: 4,
  linkWidth: 1.3,
  linkLabelSize: 9,
  linkLabelPadding: 1.5,
  /** Distance between neighbouring links of one pair, at their middle. */
  fan: 22,
  arrowLength: 9,
  arrowWidth: 7.5,
  /** Free air between a link's end and the circle. */
  gap: 2.5,
  lineColour: '#4a5560',
  nameColour: '#15202b',
} as const;

/** Line pattern by standing of the link; round caps turn the short dashes into dots. Empty means solid. */
export const linkDash = { confirmed: [], suspected: [0.1, 3.6], disproved: [7, 6] } as const satisfies Record<
  LinkStatus,
  readonly number[]
>;

/** Fill, border and sign of a person by part in the case; the sign keeps the parts apart without colour. */
export const partStyle = {
  inmate: { fill: '#dbe6f3', border: '#1f4e80' },
  visitor: { fill: '#dcefe9', border: '#1b6b57' },
  supplier: { fill: '#fbe9cf', border: '#9a5b00' },
  other: { fill: '#eceef0', border: '#5b6670' },
  group: { fill: '#e6e1f2', border: '#54428e' },
} as const satisfies Record<MemberPart | 'group', { fill: string; border: string }>;

const bust = 'M0-9.5a4.3 4.3 0 1 1 0 8.6a4.3 4.3 0 1 1 0-8.6z M-8.2 9.2c0-5.6 3.4-8.4 8.2-8.4s8.2 2.8 8.2 8.4z';

/** Signs as SVG paths around the middle of the circle, `nodeRadius` being 19; the first is filled, the second stroked. */
export const partSign = {
  inmate: { filled: bust, stroked: 'M-7.5-12.5V12.5M-2.5-14.5V14.5M2.5-14.5V14.5M7.5-12.5V12.5' },
  visitor: { filled: bust, stroked: '' },
  supplier: { filled: 'M-1.6 7.2h3.2v3.2h-3.2z', stroked: 'M-4.6-5.2c0-3 2-5 4.8-5s4.8 1.8 4.8 4.6c0 4.2-5 4-5 9.4' },
  other: { filled: 'M0-3.6a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2z', stroked: '' },
  group: {
    filled:
      'M0-9a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z M-7 0a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z M7 0a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z',
    stroked: '',
  },
} as const satisfies Record<MemberPart | 'group', { filled: string; stroked: string }>;

export interface ChartNode extends Point {
  readonly id: string;
  readonly name: string;
}

export interface ChartLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly directed: boolean;
  readonly status: LinkStatus;
  /** How many times as thick as a plain line; 1 when it is not said. */
  readonly width?: number;
  readonly label: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnNode extends Point {
  readonly id: string;
  /** Name in one or two lines, and the box they fill, centred below the circle. */
  readonly lines: readonly string[];
  readonly nameBox: Box;
}

/** A quadratic curve; with `control` on the straight line when the pair has one link only. */
export interface DrawnLink {
  readonly id: string;
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
  readonly arrow: readonly [Point, Point, Point] | null;
  /** Sideways distance of the whole curve's middle from the straight line, to the left of the way from `from` to `to`. */
  readonly offset: number;
  readonly status: LinkStatus;
  readonly width: number;
  readonly label: (Box & { readonly text: string }) | null;
}

export interface DrawnChart {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  readonly bounds: Box;
}

/** Width of a text at a font size, both in chart units. */
export type Measure = (text: string, size: number) => number;

/** Air between a line and the circle of somebody it has nothing to do with. */
const clearance = 6;

/** Works out every line and label of a chart; links whose ends are not on it are left out. */
export function drawChart(nodes: readonly ChartNode[], links: readonly ChartLink[], measure: Measure): DrawnChart {
  const drawn = nodes.map((node) => drawNode(node, measure));
  const byId = new Map(drawn.map((node) => [node.id, node]));
  const obstacles = new Boxes();
  for (const node of drawn) for (const box of [circleBox(node), node.nameBox]) obstacles.add(box);
  const lines: DrawnLink[] = [];
  for (const { link, from, to, offset } of fanOut(links, byId)) {
    const bent = aroundPeople({ from, to }, offset, drawn, chartStyle.nodeRadius + clearance);
    const line = drawLink(link, from, to, bent);
    const label = link.label === '' ? null : placeLabel(line, link.label, obstacles, measure);
    if (label !== null) obstacles.add(label);
    lines.push({ ...line, label });
  }
  const curves = lines.map((line) => around([line.start, at(line, 0.5), line.end]));
  return { nodes: drawn, links: lines, bounds: grown(union([...obstacles.all, ...curves]), 3) };
}

function drawNode(node: ChartNode, measure: Measure): DrawnNode {
  const lines = breakName(node.name, measure);
  const width = Math.max(...lines.map((line) => measure(line, chartStyle.nameSize)));
  const top = node.y + chartStyle.nodeRadius + chartStyle.nameGap;
  const nameBox = {
    x: node.x - width / 2,
    y: top,
    width,
    height: node.name === '' ? 0 : lines.length * chartStyle.nameLeading,
  };
  return { id: node.id, x: node.x, y: node.y, lines, nameBox };
}

/** One or two lines of at most `nameWidth`; what does not fit ends in an ellipsis. */
function breakName(name: string, measure: Measure): string[] {
  const fits = (text: string) => measure(text, chartStyle.nameSize) <= chartStyle.nameWidth;
  if (fits(name)) return [name];
  const words = name.split(' ');
  let taken = 0;
  while (taken < words.length - 1 && fits(words.slice(0, taken + 1).join(' '))) taken += 1;
  // A number does not stand alone on the first line because the name is too long for the second.
  if (taken === 0 || !fits(words[taken] ?? '')) return [cut(name, fits)];
  const rest = words.slice(taken).join(' ');
  return [words.slice(0, taken).join(' '), fits(rest) ? rest : cut(rest, fits)];
}

function cut(text: string, fits: (text: string) => boolean): string {
  const letters = Array.from(text);
  while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

interface Fanned {
  readonly link: ChartLink;
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  /** Sideways distance of the curve's middle, to the left of the way from `from` to `to`. */
  readonly offset: number;
}

/** Spreads the links of one pair over both sides of the straight line between them. */
function fanOut(links: readonly ChartLink[], nodes: ReadonlyMap<string, DrawnNode>): Fanned[] {
  const pairs = new Map<string, ChartLink[]>();
  for (const link of [...links].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = link.from < link.to ? `${link.from} ${link.to}` : `${link.to} ${link.from}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [link]);
    else pair.push(link);
  }
  return [...pairs.values()].flatMap((pair) =>
    pair.flatMap((link, index) => {
      const from = nodes.get(link.from);
      const to = nodes.get(link.to);
      if (from === undefined || to === undefined) return [];
      const side = (index - (pair.length - 1) / 2) * chartStyle.fan;
      // Seen from the other end left is right: opposite links of one pair must not fall onto each other.
      return [{ link, from, to, offset: link.from < link.to ? side : -side }];
    }),
  );
}

interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

/** The visible piece of the curve between two people: it ends at the circle, or at the name when it comes from below. */
function drawLink(link: ChartLink, from: DrawnNode, to: DrawnNode, offset: number): Omit<DrawnLink, 'label'> {
  const way = direction(from, to);
  // The curve's middle lies half way to its control point.
  const control = { x: (from.x + to.x) / 2 - way.y * offset * 2, y: (from.y + to.y) / 2 + way.x * offset * 2 };
  const whole = { start: from, control, end: to };
  const leaves = firstOutside(whole, from, (step) => step);
  const arrives = firstOutside(whole, to, (step) => 1 - step);
  // People nearly on top of each other leave no piece to be seen; the line then says that there is one.
  const piece = leaves < arrives ? cutCurve(whole, leaves, arrives) : whole;
  const { status, width = 1 } = link;
  if (!link.directed) return { id: link.id, ...piece, arrow: null, offset, status, width };
  const tip = piece.end;
  const back = direction(tip, piece.control);
  // A thick line would swallow a head of the plain size.
  const larger = 1 + (width - 1) * 0.35;
  const length = chartStyle.arrowLength * larger;
  const foot = { x: tip.x + back.x * length, y: tip.y + back.y * length };
  const half = (chartStyle.arrowWidth / 2) * larger;
  const arrow = [
    tip,
    { x: foot.x - back.y * half, y: foot.y + back.x * half },
    { x: foot.x + back.y * half, y: foot.y - back.x * half },
  ] as const;
  return { id: link.id, ...piece, end: foot, arrow, offset, status, width };
}

const curveSteps = 160;

/** Where along the curve, going away from a person, its line comes free of circle and name. */
function firstOutside(curve: Curve, node: DrawnNode, place: (step: number) => number): number {
  const reach = chartStyle.nodeRadius + chartStyle.gap;
  const { x, y, width, height } = node.nameBox;
  const name = { x: x - chartStyle.gap, y: node.y, width: width + 2 * chartStyle.gap, height: y + height - node.y };
  for (let step = 0; step < curveSteps; step += 1) {
    const t = place(step / curveSteps);
    const point = at(curve, t);
    const inName = point.y > y - chartStyle.nameGap && contains(name, { ...point, width: 0, height: 0 });
    if (!inName && Math.hypot(point.x - node.x, point.y - node.y) > reach) return t;
  }
  return place(1);
}

/** The piece of a quadratic curve between two of its places, itself a quadratic curve. */
function cutCurve(curve: Curve, from: number, to: number): Curve {
  const [a, b, c] = [(1 - from) * (1 - to), (1 - from) * to + from * (1 - to), from * to];
  const control = {
    x: a * curve.start.x + b * curve.control.x + c * curve.end.x,
    y: a * curve.start.y + b * curve.control.y + c * curve.end.y,
  };
  return { start: at(curve, from), control, end: at(curve, to) };
}

/** Tried in this order: the middle, then further and further out on both sides. */
const labelPlaces = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86] as const;

/** Along the curve, where it covers least of what is already there; the middle when that is free. */
function placeLabel(
  line: Omit<DrawnLink, 'label'>,
  text: string,
  obstacles: Boxes,
  measure: Measure,
): Box & { text: string } {
  const width = measure(text, chartStyle.linkLabelSize) + 2 * chartStyle.linkLabelPadding;
  const height = chartStyle.linkLabelSize + 2 * chartStyle.linkLabelPadding;
  let best: { box: Box; covered: number } | undefined;
  for (const t of labelPlaces) {
    const middle = at(line, t);
    const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
    const covered = obstacles.covered(box);
    if (best === undefined || covered < best.covered) best = { box, covered };
    if (covered === 0) break;
  }
  return { ...(best?.box ?? { ...line.start, width, height }), text };
}

function at(line: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * line.start.x + 2 * u * t * line.control.x + t * t * line.end.x,
    y: u * u * line.start.y + 2 * u * t * line.control.y + t * t * line.end.y,
  };
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function circleBox(node: Point): Box {
  const reach = chartStyle.nodeRadius + chartStyle.nodeBorder;
  return { x: node.x - reach, y: node.y - reach, width: 2 * reach, height: 2 * reach };
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function around(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function union(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether a box lies wholly inside another. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
