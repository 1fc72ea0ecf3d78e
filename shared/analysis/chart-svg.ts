import { toXml } from '../network-files/xml-text.ts';
import type { MemberPart } from '../domain/case.ts';
import type { LinkStatus } from '../domain/link.ts';
import { type DrawnScene, extraStyle } from './chart-drawing.ts';
import {
  type Box,
  chartStyle,
  type DrawnLink,
  type DrawnNode,
  linkDash,
  type Measure,
  partSign,
  partStyle,
} from './chart-geometry.ts';

/** Everything around the chart itself, already in the reader's language. */
export interface PictureTexts {
  /** Stands above and below. */
  readonly marking: string;
  readonly markingColour: string;
  readonly title: string;
  /** Line by line below the legend: what is left out, who took the picture and when. */
  readonly notes: readonly string[];
  readonly parts: readonly { readonly part: MemberPart; readonly name: string }[];
  readonly statuses: readonly { readonly status: LinkStatus; readonly name: string }[];
}

const margin = 28;
const head = 64;
const legendRow = 34;
const noteSize = 10;
const noteLeading = 15;
const smallestWidth = 560;
const markingSize = 13;

/**
 * A picture as an SVG document: text stays text, and its size is in chart units.
 *
 * @param photos JPEGs in base64, in the place of the sign
 */
export function chartSvg(
  drawn: DrawnScene,
  partOf: ReadonlyMap<string, MemberPart>,
  texts: PictureTexts,
  measure: Measure,
  photos: ReadonlyMap<string, string> = new Map(),
): { readonly svg: string; readonly width: number; readonly height: number } {
  const { bounds } = drawn;
  const noteWidth = Math.max(0, ...texts.notes.map((said) => measure(said, noteSize)));
  const inner = Math.max(bounds.width, smallestWidth, noteWidth, measure(texts.title, 15), legendWidth(texts, measure));
  const width = Math.ceil(inner + 2 * margin);
  const below = head + bounds.height + 16;
  const height = Math.ceil(below + legendRow + texts.notes.length * noteLeading + 40);
  const marking = (y: number): string =>
    text(texts.marking, {
      x: width / 2,
      y,
      size: markingSize,
      fill: texts.markingColour,
      anchor: 'middle',
      bold: true,
    });
  const parts = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    marking(24),
    text(texts.title, { x: margin, y: 46, size: 15, fill: chartStyle.nameColour, bold: true }),
    `<g transform="translate(${round(margin + (inner - bounds.width) / 2 - bounds.x)} ${round(head - bounds.y)})">`,
    ...drawn.boxes.map(box),
    ...drawn.links.map(line),
    ...drawn.notes.flatMap(({ leader }) => (leader === null ? [] : [leaderLine(leader)])),
    ...drawn.links.map(label),
    ...drawn.nodes.map((node) => person(node, partOf.get(node.id) ?? 'group', photos.get(node.id))),
    ...drawn.notes.map(note),
    '</g>',
    legend(texts, below + legendRow / 2, measure),
    ...texts.notes.map((said, index) =>
      text(said, { x: margin, y: below + legendRow + 10 + index * noteLeading, size: noteSize, fill: '#52606d' }),
    ),
    marking(height - 14),
  ];
  const svg = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'IBM Plex Sans', 'Segoe UI', sans-serif">`,
    `<title>${toXml(`${texts.marking} · ${texts.title}`)}</title>`,
    ...(photos.size === 0
      ? []
      : [`<clipPath id="face"><circle r="${chartStyle.nodeRadius - chartStyle.nodeBorder / 2}"/></clipPath>`]),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}

const round = (value: number): number => Math.round(value * 100) / 100;

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'middle';
  readonly bold?: boolean;
}

/** @param y of the line the letters stand on */
function text(said: string, { x, y, size, fill, anchor, bold = false }: TextLook): string {
  const look = `x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"`;
  const more = `${anchor === undefined ? '' : ` text-anchor="${anchor}"`}${bold ? ' font-weight="600"' : ''}`;
  return `<text ${look}${more} xml:space="preserve">${toXml(said)}</text>`;
}

/** Lines behind a text are dimmed so that it stays readable. */
const halo = ({ x, y, width, height }: Box): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2" fill="#ffffff" fill-opacity="0.85"/>`;

function box({ x, y, width, height, name }: DrawnScene['boxes'][number]): string {
  const { boxCorner, boxFill, boxLine, titleSize } = extraStyle;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${boxCorner}" fill="${boxFill}" stroke="${boxLine}"/>${text(name, { x: x + width / 2, y: y + 6 + titleSize, size: titleSize, fill: chartStyle.nameColour, anchor: 'middle', bold: true })}`;
}

function stroke(status: LinkStatus, width: number): string {
  const [dash, space] = linkDash[status];
  const plain = `fill="none" stroke="${chartStyle.lineColour}"`;
  if (dash === undefined || space === undefined)
    return `${plain} stroke-width="${round(chartStyle.linkWidth * width)}"`;
  const dotted = round(chartStyle.linkWidth * 1.25 * width);
  return `${plain} stroke-width="${dotted}" stroke-linecap="round" stroke-dasharray="${dash} ${round(space * width)}"`;
}

function line({ start, control, end, status, width, arrow }: DrawnLink): string {
  const way = `M${round(start.x)} ${round(start.y)}Q${round(control.x)} ${round(control.y)} ${round(end.x)} ${round(end.y)}`;
  const drawn = `<path d="${way}" ${stroke(status, width)}/>`;
  if (arrow === null) return drawn;
  const corners = arrow.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  return `${drawn}<polygon points="${corners}" fill="${chartStyle.lineColour}"/>`;
}

const leaderLine = ([from, to]: NonNullable<DrawnScene['notes'][number]['leader']>): string =>
  `<path d="M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}" stroke="${extraStyle.noteLine}" stroke-width="0.8"/>`;

function label({ label: said }: DrawnLink): string {
  if (said === null) return '';
  const { linkLabelPadding, linkLabelSize, lineColour } = chartStyle;
  const y = said.y + linkLabelPadding + linkLabelSize * 0.85;
  return halo(said) + text(said.text, { x: said.x + linkLabelPadding, y, size: linkLabelSize, fill: lineColour });
}

function sign(part: MemberPart | 'group', x: number, y: number, scale = 1): string {
  const { fill, border } = partStyle[part];
  const { filled, stroked } = partSign[part];
  return `<g transform="translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${scale})`}"><circle r="${chartStyle.nodeRadius}" fill="${fill}" stroke="${border}" stroke-width="${chartStyle.nodeBorder}"/><path d="${filled}" fill="${border}"/>${stroked === '' ? '' : `<path d="${stroked}" fill="none" stroke="${border}" stroke-width="2" stroke-linecap="round"/>`}</g>`;
}

/** Fills the circle, its border left to be seen. */
function picture(x: number, y: number, photo: string): string {
  const radius = chartStyle.nodeRadius - chartStyle.nodeBorder / 2;
  const size = `x="${-radius}" y="${-radius}" width="${2 * radius}" height="${2 * radius}"`;
  return `<g transform="translate(${round(x)} ${round(y)})"><image ${size} clip-path="url(#face)" preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,${photo}"/></g>`;
}

function person({ x, y, lines, nameBox }: DrawnNode, part: MemberPart | 'group', photo?: string): string {
  const { nameSize, nameLeading, nameColour } = chartStyle;
  const names = lines.map((said, index) =>
    text(said, {
      x,
      y: nameBox.y + index * nameLeading + nameSize * 0.9,
      size: nameSize,
      fill: nameColour,
      anchor: 'middle',
    }),
  );
  return [
    sign(part, x, y),
    photo === undefined ? '' : picture(x, y, photo),
    halo({ ...nameBox, x: nameBox.x - 1.5, width: nameBox.width + 3 }),
    ...names,
  ].join('');
}

function note({ x, y, width, height, lines }: DrawnScene['notes'][number]): string {
  const { noteFill, noteLine, notePadding, noteSize: size, noteLeading: leading } = extraStyle;
  const rows = lines.map((said, index) =>
    text(said, { x: x + notePadding, y: y + notePadding + index * leading + size, size, fill: chartStyle.nameColour }),
  );
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${noteFill}" stroke="${noteLine}" stroke-width="0.8"/>${rows.join('')}`;
}

const signRoom = 24;
const sample = 34;
const legendSize = 10;
const legendGap = 18;

const legendWidth = ({ parts, statuses }: PictureTexts, measure: Measure): number =>
  [
    ...parts.map(({ name }) => signRoom + measure(name, legendSize) + legendGap),
    ...statuses.map(({ name }) => sample + 6 + measure(name, legendSize) + legendGap),
  ].reduce((sum, room) => sum + room, 0);

function legend({ parts, statuses }: PictureTexts, middle: number, measure: Measure): string {
  let x = margin;
  const rows: string[] = [];
  const say = (name: string): void => {
    rows.push(text(name, { x, y: middle + legendSize * 0.35, size: legendSize, fill: chartStyle.nameColour }));
    x += measure(name, legendSize) + legendGap;
  };
  for (const { part, name } of parts) {
    rows.push(sign(part, x + 9, middle, 0.42));
    x += signRoom;
    say(name);
  }
  for (const { status, name } of statuses) {
    rows.push(`<path d="M${round(x)} ${round(middle)}H${round(x + sample)}" ${stroke(status, 1)}/>`);
    x += sample + 6;
    say(name);
  }
  return rows.join('');
}
