import type { ExportLine } from '../../../shared/domain/case-document.ts';
import { scale } from '../../../shared/domain/mitigation/threat.ts';
import { levelOf } from '../../../shared/domain/mitigation/threat.ts';
import type { Situation } from '../../../shared/domain/mitigation/situation.ts';
import { drawFrames } from './case-file-pdf/frame.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { cell, Table } from './pdf/table.ts';
import { finish } from './pdf/tagged-document.ts';
import { colour, type } from './pdf/theme.ts';
import { Words } from './words.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

interface Writing {
  readonly sheet: Sheet;
  readonly words: Words;
  readonly say: Say;
  readonly content: Situation;
}

/** The weekly report of the situation for the commanders of both agencies. */
export async function writeSituation(
  content: Situation,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const say: Say = (key, values) => words.say(`mitigation:${key}`, values);
  const sheet = new Sheet(fonts, {
    title: `${say('report.title')} ${content.isoWeek}`,
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  const writing = { sheet, words, say, content };
  sheet.newPage();
  sheet.paragraph(say('report.title'), { ...type.coverTitle, size: 22, leading: 30 }, { tag: 'H1' });
  if (content.agency !== '') sheet.paragraph(content.agency, type.label);
  const period = say('report.period', {
    week: content.isoWeek,
    from: words.date(content.week),
    until: words.date(content.lastDay),
  });
  sheet.paragraph(period, type.body);
  if (content.remarks !== '') {
    heading(writing, 'report.remarks');
    sheet.paragraph(content.remarks, type.body);
  }
  writeFigures(writing);
  writeWarnings(writing);
  writeBlocks(writing);
  writeIncidents(writing);
  writeSearches(writing);
  writeRisks(writing);
  writeMeasures(writing);
  const head = { number: period, marking: 'terbatas', title: say('report.title'), agency: content.agency } as const;
  drawFrames(sheet, words, head, exportLine, { cover: false });
  return { bytes: await finish(sheet.pdf), pages: sheet.pageNumber };
}

function heading({ sheet, say }: Writing, key: string): void {
  sheet.space(12);
  sheet.need(70);
  sheet.paragraph(say(key), type.heading2, { tag: 'H2' });
  sheet.space(3);
}

const tenth = (words: Words, value: number): string => words.number(Math.round(value * 10) / 10);

function writeFigures(writing: Writing): void {
  const { sheet, words, say, content } = writing;
  heading(writing, 'report.figures');
  const columns = [
    { title: say('indicator.name'), share: 50 },
    { title: say('report.thisWeek'), share: 18, align: 'right' as const },
    { title: say('report.average'), share: 18, align: 'right' as const },
    { title: say('report.change'), share: 14, align: 'right' as const },
  ];
  const table = new Table(sheet, columns, say('report.figures'));
  for (const { kind, value, average } of content.figures) {
    const change =
      average === null || average === 0 ? '—' : `${signed(Math.round((100 * (value - average)) / average))} %`;
    table.row([
      cell(say(`indicatorKind.${kind}`), type.cellStrong),
      cell(words.number(value)),
      cell(average === null ? '—' : tenth(words, average)),
      cell(change),
    ]);
  }
  table.end();
}

const signed = (percent: number): string => (percent > 0 ? `+${percent}` : `${percent}`.replace('-', '−'));

function writeWarnings(writing: Writing): void {
  const { sheet, words, say, content } = writing;
  heading(writing, 'report.warnings');
  if (content.warnings.length === 0) {
    sheet.paragraph(say('report.noWarnings'), type.body);
    return;
  }
  const columns = [
    { title: say('warning.block'), share: 10 },
    { title: say('warning.why'), share: 46 },
    { title: say('warning.risks'), share: 24 },
    { title: say('warning.done'), share: 20 },
  ];
  const table = new Table(sheet, columns, say('report.warnings'));
  for (const { kind, block, value, average, weeksBefore, threshold, risks, act, note } of content.warnings) {
    const reason =
      average === null
        ? say('warning.reasonAlone', { value: words.number(value), threshold: tenth(words, threshold) })
        : say('warning.reason', {
            value: words.number(value),
            average: tenth(words, average),
            weeks: weeksBefore,
            threshold: tenth(words, threshold),
          });
    table.row([
      cell(block, type.cellStrong),
      [...cell(say(`indicatorKind.${kind}`), type.cellStrong), ...cell(reason)],
      risks.length === 0 ? cell('—') : risks.map((text) => ({ text })),
      act === null
        ? cell(say('warning.open'), type.cellStrong)
        : [...cell(say(`warningAct.${act}`)), ...(note === '' ? [] : cell(note, type.cellSoft))],
    ]);
  }
  table.end();
}

function writeBlocks(writing: Writing): void {
  const { sheet, words, say, content } = writing;
  heading(writing, 'report.blocks');
  if (content.blocks.length === 0) {
    sheet.paragraph(say('report.noBlocks'), type.body);
    return;
  }
  const numbers = ['finds', 'visits', 'calls', 'incidents', 'warnings'] as const;
  const right = { share: 11, align: 'right' as const };
  const columns = [
    { title: say('block.block'), share: 22 },
    { title: say('block.inmates'), ...right },
    { title: say('block.capacity'), ...right },
    ...numbers.map((key) => ({ title: say(`block.${key}`), ...right })),
  ];
  const table = new Table(sheet, columns, say('report.blocks'));
  for (const row of content.blocks) {
    const full = row.capacity > 0 && row.inmates > row.capacity;
    table.row([
      [...cell(row.block, type.cellStrong), ...(row.name === '' ? [] : cell(row.name, type.cellSoft))],
      cell(words.number(row.inmates), full ? { ...type.cellStrong, colour: colour.alert } : type.cell),
      cell(row.capacity === 0 ? '—' : words.number(row.capacity)),
      ...numbers.map((key) => cell(words.number(row[key]))),
    ]);
  }
  table.end();
}

function writeIncidents(writing: Writing): void {
  const { sheet, words, say, content } = writing;
  heading(writing, 'report.incidents');
  if (content.incidents.length === 0) sheet.paragraph(say('report.noIncidents'), type.body);
  for (const {
    number,
    kind,
    happenedOn,
    happenedAt,
    block,
    place,
    summary,
    severity,
    response,
    lessons,
  } of content.incidents) {
    sheet.need(60);
    const when = [words.date(happenedOn), happenedAt === undefined ? '' : words.time(happenedAt)].filter(Boolean);
    sheet.paragraph(`${number} · ${say(`threat.${kind}`)} · ${when.join(' ')}`, type.bodyStrong, { tag: 'H3' });
    const where = [block === undefined ? '' : say('block.named', { block }), place].filter(Boolean).join(', ');
    sheet.paragraph([where, say('incident.severityOf', { severity })].filter(Boolean).join(' · '), type.label);
    sheet.paragraph(summary, type.body);
    if (response !== '') sheet.paragraph(`${say('incident.response')}: ${response}`, type.body);
    if (lessons !== '') sheet.paragraph(`${say('incident.lessons')}: ${lessons}`, type.body);
    sheet.space(4);
  }
}

function writeSearches(writing: Writing): void {
  const { sheet, words, say, content } = writing;
  heading(writing, 'report.searches');
  if (content.held.length + content.planned.length === 0) sheet.paragraph(say('report.noSearches'), type.body);
  for (const { number, blocks, result } of content.held) {
    if (result === undefined) continue;
    sheet.need(50);
    const where = blocks.join(', ');
    const line = say('report.held', { number, day: words.date(result.heldOn), blocks: where });
    sheet.paragraph(line, type.bodyStrong, { tag: 'H3' });
    if (result.found.length === 0) sheet.paragraph(say('search.nothing'), type.body);
    for (const { kind, what, quantity, block, cell: room } of result.found)
      sheet.paragraph(
        `• ${[say(`findKind.${kind}`), what, quantity, [block, room].filter(Boolean).join('.')].filter(Boolean).join(' · ')}`,
        type.body,
      );
    if (result.notes !== '') sheet.paragraph(result.notes, type.note);
    sheet.space(3);
  }
  for (const { number, plannedOn, blocks, reason } of content.planned) {
    sheet.need(40);
    const line = say('report.plannedFor', { number, day: words.date(plannedOn), blocks: blocks.join(', ') });
    sheet.paragraph(line, type.bodyStrong, { tag: 'H3' });
    sheet.paragraph(reason, type.body);
  }
}

function writeRisks(writing: Writing): void {
  const { sheet, say, content } = writing;
  heading(writing, 'report.risks');
  if (content.risks.length === 0) {
    sheet.paragraph(say('report.noRisks'), type.body);
    return;
  }
  drawMatrix(writing);
  sheet.space(8);
  const columns = [
    { title: say('risk.number'), share: 10 },
    { title: say('risk.title'), share: 38 },
    { title: say('risk.level'), share: 16 },
    { title: say('risk.residual'), share: 16 },
    { title: say('report.changed'), share: 24 },
  ];
  const table = new Table(sheet, columns, say('report.risks'));
  for (const { number, title, kind, blocks, level, rating, residual, changed } of content.risks) {
    const where = blocks.length === 0 ? say('risk.everywhere') : blocks.join(', ');
    const product = ({ likelihood, impact }: typeof rating): string =>
      `${likelihood} × ${impact} = ${likelihood * impact}`;
    table.row([
      cell(number, type.cellStrong),
      [...cell(title), ...cell(`${say(`threat.${kind}`)} · ${where}`, type.cellSoft)],
      [...cell(say(`level.${level}`), type.cellStrong), ...cell(product(rating), type.cellSoft)],
      [...cell(say(`level.${levelOf(residual)}`)), ...cell(product(residual), type.cellSoft)],
      changed === null
        ? cell('—')
        : [
            ...cell(changed.before === null ? say('report.new') : `${product(changed.before)} → ${product(rating)}`),
            ...cell(changed.reason, type.cellSoft),
          ],
    ]);
  }
  table.end();
}

const wash = { low: '#e3efe6', medium: '#f7f0d5', high: '#f6dfc9', extreme: '#f1cfcb' } as const;

/** Five by five, the numbers of the threats in their fields; the level stands in words in the table below. */
function drawMatrix({ sheet, say, content }: Writing): void {
  const side = 42;
  const labels = 92;
  const height = scale.length * side + 34;
  sheet.need(height);
  const top = sheet.y;
  const left = sheet.left + labels;
  const alt = content.risks
    .map(({ number, rating }) => `${number}: ${rating.likelihood} × ${rating.impact}`)
    .join('; ');
  const bbox: [number, number, number, number] = [sheet.left, top, left + scale.length * side, top + height];
  sheet.element('Figure', sheet.section, { alt: `${say('risk.matrix')}: ${alt}`, bbox }, () => {
    for (const likelihood of scale)
      for (const impact of scale) {
        const x = left + (impact - 1) * side;
        const y = top + (scale.length - likelihood) * side;
        sheet.pdf.rect(x, y, side, side).fillAndStroke(wash[levelOf({ likelihood, impact })], colour.rule);
        const numbers = content.risks
          .filter(({ rating }) => rating.likelihood === likelihood && rating.impact === impact)
          .map(({ number }) => number.replace(/^R-0*/, 'R'));
        numbers.slice(0, 3).forEach((number, line) => {
          const more = line === 2 && numbers.length > 3 ? `+${numbers.length - 2}` : number;
          sheet.text.draw(more, x + 5, y + 4 + line * 12, type.cellStrong);
        });
      }
    for (const step of scale) {
      sheet.text.draw(say(`likelihood.${step}`), sheet.left, top + (scale.length - step) * side + 14, type.cellSoft);
      sheet.text.draw(
        String(step),
        left + (step - 1) * side + side / 2 - 2,
        top + scale.length * side + 4,
        type.cellSoft,
      );
    }
    sheet.text.draw(say('risk.impact'), left, top + scale.length * side + 16, type.cellSoft);
  });
  sheet.y = top + height;
}

function writeMeasures(writing: Writing): void {
  const { sheet, words, say, content } = writing;
  heading(writing, 'report.measures');
  if (content.measures.length === 0) {
    sheet.paragraph(say('report.noMeasures'), type.body);
    return;
  }
  const columns = [
    { title: say('risk.number'), share: 12 },
    { title: say('measure.what'), share: 46 },
    { title: say('measure.owner'), share: 22 },
    { title: say('measure.due'), share: 20 },
  ];
  const table = new Table(sheet, columns, say('report.measures'));
  for (const { risk, what, owner, due, overdue } of content.measures)
    table.row([
      cell(risk, type.cellStrong),
      cell(what),
      cell(owner),
      [
        ...cell(words.date(due)),
        ...(overdue ? cell(say('measure.overdue'), { ...type.cellStrong, colour: colour.alert }) : []),
      ],
    ]);
  table.end();
}
