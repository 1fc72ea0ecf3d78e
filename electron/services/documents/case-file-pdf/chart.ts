import {
  type Box,
  chartStyle,
  contains,
  type DrawnChart,
  drawChart,
} from '../../../../shared/analysis/chart-geometry.ts';
import { commonKind } from '../../../../shared/analysis/chart-labels.ts';
import { layoutChart } from '../../../../shared/analysis/chart-layout.ts';
import { nodeRoom } from '../../../../shared/analysis/chart-places.ts';
import type { DocumentLink } from '../../../../shared/domain/case-document.ts';
import { gradeLabel } from '../../../../shared/domain/grade.ts';
import { page, type TextStyle, type } from '../pdf/theme.ts';
import { ChartPen } from './chart-pen.ts';
import type { Composition } from './composition.ts';
import { drawLegend, legendHeight } from './legend.ts';

/** Names smaller than this cannot be read on paper; then numbers stand on the chart, and detail charts follow. */
const smallestName = 5.6;
const largestScale = 1.15;
/** Scales of detail charts to choose from, in points to the chart unit; the first that needs fewest pages is taken. */
const detailScales = [0.74, 0.69, 0.64, 0.6] as const;
/** Links told in full to somebody who cannot see the chart; the list of links has all of them. */
const linksInAlt = 40;

/** Section 3: the link chart as vectors, with detail charts when one page is too small for it. */
export function writeChart(composition: Composition): void {
  const { sheet, words, content } = composition;
  if (content.subjects.length === 0) {
    sheet.paragraph(words.say('chart.empty'), type.note);
    return;
  }
  const chart = placeAndDraw(composition, true);
  const counts = { subjects: words.number(content.subjects.length), links: words.number(content.links.length) };
  const frameOf = () => ({
    x: sheet.left,
    y: sheet.y + 4,
    width: sheet.width,
    height: sheet.bottom - sheet.y - 4 - legendHeight,
  });
  const fit = (frame: Box) =>
    Math.min(frame.width / chart.bounds.width, frame.height / chart.bounds.height, largestScale);
  const captioned = { ...frameOf(), height: frameOf().height - 2 * type.note.leading };
  const dense = fit(captioned) * chartStyle.nameSize < smallestName;
  const common = commonKind(content.links);
  const caption = [
    words.say(dense ? 'chart.captionDense' : 'chart.caption', counts),
    ...(common === null ? [] : [words.say('chart.common', { kind: words.linkKind(common) })]),
  ];
  sheet.paragraph(caption.join(' '), type.note);
  const shown = dense ? placeAndDraw(composition, false) : chart;
  drawPage(composition, shown, { window: shown.bounds, frame: frameOf(), numbersOnly: dense });
  if (dense) writeDetails(composition, chart);
}

/** Without texts, lines go up to the circles and nothing is left free for names. */
function placeAndDraw({ sheet, words, content, numbered }: Composition, texts: boolean): DrawnChart {
  const ids = content.subjects.map((subject) => subject.personId);
  const places = layoutChart(ids, content.links, content.positions);
  const style: TextStyle = { ...type.body, size: 1 };
  const common = commonKind(content.links);
  const labelOf = ({ kind, grade }: DocumentLink): string =>
    kind === common ? gradeLabel(grade) : `${words.linkKind(kind)} ${gradeLabel(grade)}`;
  return drawChart(
    content.subjects.map((subject) => ({
      id: subject.personId,
      ...(places[subject.personId] ?? { x: 0, y: 0 }),
      name: texts ? sheet.text.clean(`${numbered.get(subject.personId)?.number ?? ''} ${subject.name}`) : '',
    })),
    content.links.map((link) => ({
      id: link.id,
      from: link.from,
      to: link.to,
      directed: link.directed,
      status: link.status,
      label: texts ? sheet.text.clean(labelOf(link)) : '',
    })),
    (text, size) => sheet.text.width(text, style) * size,
  );
}

/** Cuts the chart into pages that overlap by one place, so that everybody stands whole on at least one of them. */
function writeDetails(composition: Composition, chart: DrawnChart): void {
  const { sheet, words } = composition;
  const frame: Box = {
    x: sheet.left,
    y: page.top + type.heading2.leading + 8,
    width: sheet.width,
    height: sheet.bottom - page.top - type.heading2.leading - 8 - legendHeight,
  };
  const cuts = detailScales.map((scale) =>
    windows(chart, { width: frame.width / scale, height: frame.height / scale }),
  );
  const fewest = Math.min(...cuts.map((cut) => cut.length));
  const peopled = cuts.find((cut) => cut.length === fewest) ?? [];
  for (const [index, window] of peopled.entries()) {
    sheet.newPage('landscape');
    const title = words.say('chart.detail', { number: index + 1, count: peopled.length });
    sheet.subheading(title, `chart-${index + 1}`, false);
    drawPage(composition, chart, { window, frame, numbersOnly: false });
  }
}

/** Pieces of one size that cover the chart, without those nobody stands in. */
function windows(chart: DrawnChart, size: { width: number; height: number }): Box[] {
  const { bounds } = chart;
  return starts(bounds.y, bounds.height, size.height, nodeRoom.height)
    .flatMap((y) => starts(bounds.x, bounds.width, size.width, nodeRoom.width).map((x) => ({ x, y, ...size })))
    .filter((window) => chart.nodes.some((node) => contains(window, node.nameBox)));
}

/** Beginnings of equally spaced windows that cover a length with at least `overlap` in common. */
function starts(from: number, length: number, window: number, overlap: number): number[] {
  if (length <= window) return [from - (window - length) / 2];
  const count = Math.ceil((length - overlap) / (window - overlap));
  return Array.from({ length: count }, (_, index) => from + (index * (length - window)) / (count - 1));
}

function drawPage(
  composition: Composition,
  chart: DrawnChart,
  view: { window: Box; frame: Box; numbersOnly: boolean },
): void {
  const { sheet } = composition;
  const { frame } = view;
  const bbox: [number, number, number, number] = [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height];
  const pen = new ChartPen(composition, chart);
  sheet.element('Figure', sheet.section, { alt: describe(composition), bbox }, () => pen.draw(view));
  sheet.y = frame.y + frame.height;
  drawLegend(composition);
}

/** The chart in words, for somebody who hears the document. */
function describe({ words, content, numbered }: Composition): string {
  const name = (id: string) => numbered.get(id)?.subject.name ?? '';
  const told = content.links.slice(0, linksInAlt).map((link) =>
    words.say('chart.altLink', {
      from: name(link.from),
      kind: words.linkKind(link.kind),
      to: name(link.to),
      status: words.linkStatus(link.status),
      grade: gradeLabel(link.grade),
    }),
  );
  const rest = content.links.length - told.length;
  if (rest > 0) told.push(words.say('chart.altMore', { number: words.number(rest) }));
  return words.say('chart.alt', {
    subjects: words.number(content.subjects.length),
    links: words.number(content.links.length),
    list: told.length === 0 ? words.say('none') : told.join('; '),
  });
}
