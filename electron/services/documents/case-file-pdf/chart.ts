import { type Box, chartStyle, contains } from '../../../../shared/analysis/chart-geometry.ts';
import { drawScene, type DrawnScene } from '../../../../shared/analysis/chart-drawing.ts';
import { commonKind } from '../../../../shared/analysis/chart-labels.ts';
import { layoutChart } from '../../../../shared/analysis/chart-layout.ts';
import { nodeRoom } from '../../../../shared/analysis/chart-places.ts';
import { chartScene, type Scene } from '../../../../shared/analysis/chart-scene.ts';
import { plainChart } from '../../../../shared/analysis/chart-state.ts';
import { pairOf } from '../../../../shared/analysis/network/link-filter.ts';
import type { CaseDocument } from '../../../../shared/domain/case-document.ts';
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

/** The link chart as vectors, with detail charts when one page is too small for it. */
export function writeChart(composition: Composition): void {
  const { sheet, words, content } = composition;
  if (content.subjects.length === 0) {
    sheet.paragraph(words.say('chart.empty'), type.note);
    return;
  }
  const scene = sceneOf(content);
  const common = commonKind(scene.links);
  const chart = drawOnPaper(composition, scene, common, true);
  const people = scene.nodes.reduce((sum, { stands }) => sum + stands.length, 0);
  const links = scene.links.reduce((sum, { count }) => sum + count, 0);
  const counts = { subjects: words.number(people), links: words.number(links) };
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
  const caption = [
    words.say(dense ? 'chart.captionDense' : 'chart.caption', counts),
    ...(common === null ? [] : [words.say('chart.common', { kind: words.linkKind(common) })]),
    ...leftOut(composition, scene),
  ];
  sheet.paragraph(caption.join(' '), type.note);
  const shown = dense ? drawOnPaper(composition, scene, common, false) : chart;
  drawPage(composition, shown, { window: shown.bounds, frame: frameOf(), numbersOnly: dense });
  if (dense) writeDetails(composition, chart);
}

/** What the chosen chart does not show is said beside it. */
export function leftOut({ words, content }: Composition, scene: Scene): string[] {
  const { name, width } = content.view ?? { ...plainChart, name: undefined };
  return [
    ...(name === undefined ? [] : [words.say('chart.view', { name })]),
    ...(scene.hidden === 0 ? [] : [words.say('chart.hidden', { number: words.number(scene.hidden) })]),
    ...(scene.filtered === 0 ? [] : [words.say('chart.filtered', { number: words.number(scene.filtered) })]),
    ...(width === 'none' ? [] : [words.say(`chart.width.${width}`)]),
  ];
}

/** What the chart of a case file shows, everybody in their place. */
export function sceneOf(content: CaseDocument): Scene {
  const ids = content.subjects.map((subject) => subject.personId);
  const places = layoutChart(ids, content.links, content.positions);
  const visits = new Map<string, number>();
  for (const { visitorId, inmateId } of content.visits) {
    const pair = pairOf({ from: visitorId, to: inmateId });
    visits.set(pair, (visits.get(pair) ?? 0) + 1);
  }
  return chartScene(
    {
      people: content.subjects.map(({ personId, name, part }) => ({ id: personId, name, part })),
      links: content.links,
      visits,
    },
    {
      ...(content.view ?? plainChart),
      positions: Object.fromEntries(Object.entries(places).map(([id, place]) => [id, { ...place, pinned: false }])),
    },
  );
}

/** Without texts, lines go up to the circles and nothing is left free for names. */
export function drawOnPaper(
  { sheet, words, content, numbered }: Composition,
  scene: Scene,
  common: string | null,
  texts: boolean,
): DrawnScene {
  const style: TextStyle = { ...type.body, size: 1 };
  const clean = (text: string): string => (texts ? sheet.text.clean(text) : '');
  const cleaned: Scene = {
    ...scene,
    boxes: scene.boxes.map((box) => ({ ...box, name: clean(box.name) })),
    notes: texts ? scene.notes.map((note) => ({ ...note, text: cleanLines(note.text, clean) })) : [],
  };
  return drawScene(
    cleaned,
    {
      nameOf: ({ id, name }) => clean(numbered.has(id) ? `${numbered.get(id)?.number ?? ''} ${name}` : name),
      labelOf: (link) => clean(words.chartLabel(link, common, content.view?.dates ?? false)),
    },
    (text, size) => sheet.text.width(text, style) * size,
  );
}

const cleanLines = (text: string, clean: (line: string) => string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map(clean)
    .join('\n');

/** Cuts the chart into pages that overlap by one place, so that everybody stands whole on at least one of them. */
function writeDetails(composition: Composition, chart: DrawnScene): void {
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
function windows(chart: DrawnScene, size: { width: number; height: number }): Box[] {
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
  chart: DrawnScene,
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
