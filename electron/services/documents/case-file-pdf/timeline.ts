import { scaleUtc } from 'd3-scale';
import { dayMs, extentOf, lanesOf, type TimedEvent, timedEvents } from '../../../../shared/analysis/timeline.ts';
import type { CaseDocument, DocumentLink } from '../../../../shared/domain/case-document.ts';
import { colour, type } from '../pdf/theme.ts';
import { type Composition, subjectLabel } from './composition.ts';

const labelWidth = 160;
const rowHeight = 11;
const laneGap = 8;
/** What a page has room for; the list of links has those that are more. */
const mostRows = 24;
const axisHeight = 18;
const barHeight = 8;
const dotRadius = 1.5;
const axisTicks = 9;

const eventsOf = ({ links, visits }: CaseDocument): TimedEvent[] => timedEvents(links, visits);

/** Whether anything of the case has a place in time. */
export const hasTimedEvents = (content: CaseDocument): boolean => eventsOf(content).length > 0;

/** Dated links and visits as vectors: a lane for each subject in the order of the file, one axis for all. */
export function writeTimeline(composition: Composition): void {
  const { sheet, words, content, numbered } = composition;
  const events = eventsOf(content);
  const extent = extentOf(events);
  if (extent === null) {
    sheet.paragraph(words.say('timeline.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('timeline.intro'), type.note);
  sheet.space(6);
  const place = (id: string): number => numbered.get(id)?.number ?? 0;
  const lanes = lanesOf(events, 'person').sort((a, b) => place(a.id) - place(b.id));
  const links = new Map(content.links.map((link) => [link.id, link]));
  const visits = events.filter(({ linkId }) => linkId === null).length;
  const days = extent.map((moment) => words.date(new Date(moment).toISOString().slice(0, 10)));
  const alt = words.say('timeline.alt', {
    subjects: words.number(lanes.length),
    links: words.number(events.length - visits),
    visits: words.number(visits),
    from: days[0] ?? '',
    until: days[1] ?? '',
  });
  const rows = lanes.map(({ id, events: own }) => laneOf(id, own, extent));
  for (let from = 0; from < rows.length; ) {
    if (from > 0) sheet.newPage('landscape');
    const shown: Laid[] = [];
    let height = axisHeight;
    for (let next = rows[from]; next !== undefined; next = rows[from]) {
      if (shown.length > 0 && sheet.y + height + next.height > sheet.bottom) break;
      shown.push(next);
      height += next.height;
      from += 1;
    }
    drawPage(composition, shown, { extent, height, links, alt });
    sheet.y += height + 4;
  }
}

/** A subject's lane: links that hold at the same time below each other, and visits below them. */
interface Laid {
  readonly id: string;
  readonly bars: readonly { readonly event: TimedEvent; readonly row: number }[];
  readonly visits: readonly TimedEvent[];
  readonly rows: number;
  /** Links for which a page has no room. */
  readonly beyond: number;
  readonly height: number;
}

function laneOf(id: string, events: readonly TimedEvent[], [first, last]: readonly [number, number]): Laid {
  const ends: number[] = [];
  const laid = events
    .filter(({ linkId }) => linkId !== null)
    .map((event) => {
      const start = event.start ?? first;
      const free = ends.findIndex((end) => end <= start);
      const row = free === -1 ? ends.length : free;
      ends[row] = event.end ?? last;
      return { event, row };
    });
  const visits = events.filter(({ linkId }) => linkId === null);
  const bars = laid.filter(({ row }) => row < mostRows);
  const beyond = laid.length - bars.length;
  const rows = Math.max(1, Math.min(ends.length, mostRows) + (visits.length + beyond > 0 ? 1 : 0));
  return { id, bars, visits, rows, beyond, height: rows * rowHeight + laneGap };
}

interface TimelinePage {
  readonly extent: readonly [number, number];
  readonly height: number;
  readonly links: ReadonlyMap<string, DocumentLink>;
  readonly alt: string;
}

function drawPage(
  composition: Composition,
  shown: readonly Laid[],
  { extent, height, links, alt }: TimelinePage,
): void {
  const { sheet, words } = composition;
  const axis = { left: sheet.left + labelWidth, right: sheet.left + sheet.width };
  const scale = scaleUtc().domain(extent).range([axis.left, axis.right]);
  const fromFoot = sheet.pdf.page.height - sheet.y;
  const bbox: [number, number, number, number] = [sheet.left, fromFoot - height, axis.right, fromFoot];
  sheet.element('Figure', sheet.section, { alt, bbox }, () => {
    let top = sheet.y + axisHeight;
    drawAxis(composition, scale.ticks(axisTicks), scale, { top, bottom: sheet.y + height });
    for (const lane of shown) {
      line(composition, sheet.left, top, axis.right, top, colour.hair);
      const label = sheet.text.oneLine(subjectLabel(composition, lane.id), labelWidth - 10, type.cell);
      sheet.text.draw(label, sheet.left, top + laneGap / 2 + 1, type.cell);
      const middleOf = (row: number): number => top + laneGap / 2 + (row + 0.5) * rowHeight;
      for (const { event, row } of lane.bars) {
        const link = links.get(event.linkId ?? '');
        const middle = middleOf(row);
        if (link !== undefined) drawLink(composition, { link, event, self: lane.id, middle, scale, extent, axis });
      }
      for (const { start } of lane.visits) drawVisit(composition, scale(start ?? extent[0]), middleOf(lane.rows - 1));
      if (lane.beyond > 0) {
        const more = words.say('timeline.more', { count: words.number(lane.beyond) });
        sheet.text.draw(more, sheet.left, top + laneGap / 2 + 13, type.cellSoft);
      }
      top += lane.height;
    }
    line(composition, sheet.left, top, axis.right, top, colour.hair);
  });
}

type Scale = (moment: number | Date) => number;

function line({ sheet }: Composition, x1: number, y1: number, x2: number, y2: number, ink: string): void {
  sheet.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).undash().strokeColor(ink).stroke();
}

function drawAxis(
  composition: Composition,
  ticks: readonly Date[],
  scale: Scale,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): void {
  const { sheet, words } = composition;
  const [first, second] = ticks;
  const step = first === undefined || second === undefined ? dayMs : second.getTime() - first.getTime();
  for (const tick of ticks) {
    const x = scale(tick);
    const day = tick.toISOString().slice(0, 10);
    // The steps d3 takes are days, weeks, months or years.
    const text =
      step >= 360 * dayMs ? day.slice(0, 4) : step >= 27 * dayMs ? words.month(day.slice(0, 7)) : words.shortDate(day);
    const width = sheet.text.width(text, type.cellSoft);
    if (x + width < sheet.left + sheet.width) sheet.text.draw(text, x + 2, top - axisHeight + 2, type.cellSoft);
    line(composition, x, top - 4, x, bottom, colour.hair);
  }
}

function drawVisit({ sheet }: Composition, x: number, y: number): void {
  sheet.pdf.circle(x, y, dotRadius).fill(colour.soft);
}

interface LinkOnLane {
  readonly link: DocumentLink;
  readonly event: TimedEvent;
  /** Whose lane it is. */
  readonly self: string;
  readonly middle: number;
  readonly scale: Scale;
  readonly extent: readonly [number, number];
  readonly axis: { readonly left: number; readonly right: number };
}

/** A bar, filled when confirmed and empty when not, with the number of the other one where it finds room. */
function drawLink(
  { sheet, numbered }: Composition,
  { link, event, self, middle, scale, extent, axis }: LinkOnLane,
): void {
  const begin = Math.max(axis.left, scale(event.start ?? extent[0]));
  const end = Math.max(begin + 3, Math.min(axis.right, scale(event.end ?? extent[1])));
  const top = middle - barHeight / 2;
  const { pdf, text } = sheet;
  if (link.status === 'confirmed') pdf.rect(begin, top, end - begin, barHeight).fill(colour.accent);
  else {
    pdf.rect(begin, top, end - begin, barHeight).fill(colour.paper);
    const ink = link.status === 'disproved' ? colour.faint : colour.accent;
    pdf
      .rect(begin, top, end - begin, barHeight)
      .lineWidth(0.8)
      .undash()
      .strokeColor(ink)
      .stroke();
  }
  const other = String(numbered.get(link.from === self ? link.to : link.from)?.number ?? '');
  const style = { ...type.exportLine, colour: link.status === 'confirmed' ? colour.paper : colour.ink };
  if (end - begin > text.width(other, style) + 6) text.draw(other, begin + 3, middle - style.size / 2 - 0.6, style);
}
