import type { DocumentVisit } from '../../../../shared/domain/case-document.ts';
import { type Cell, cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import { type Composition, subjectLabel } from './composition.ts';

/** How often who visited whom, then every single visit, then the registers they stand in. */
export function writeVisits(composition: Composition): void {
  const { sheet, words, content } = composition;
  const [first, last] = [content.visits[0], content.visits.at(-1)];
  if (first === undefined || last === undefined) {
    sheet.paragraph(words.say('visits.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('visits.intro', { first: words.date(first.date), last: words.date(last.date) }), type.note);
  sheet.space(14);
  writePairs(composition);
  writeChronology(composition);
  writeRegisters(composition);
}

interface Pair {
  readonly visits: DocumentVisit[];
  readonly relations: Set<string>;
}

function writePairs(composition: Composition): void {
  const { sheet, words, content, numbered } = composition;
  const pairs = new Map<string, Pair>();
  for (const visit of content.visits) {
    const key = `${visit.visitorId} ${visit.inmateId}`;
    const pair = pairs.get(key) ?? { visits: [], relations: new Set<string>() };
    pair.visits.push(visit);
    if (visit.relation !== '') pair.relations.add(visit.relation);
    pairs.set(key, pair);
  }
  const place = (personId: string | undefined) => numbered.get(personId ?? '')?.number ?? 0;
  const sorted = [...pairs.values()].sort(
    (a, b) =>
      b.visits.length - a.visits.length ||
      place(a.visits[0]?.visitorId) - place(b.visits[0]?.visitorId) ||
      place(a.visits[0]?.inmateId) - place(b.visits[0]?.inmateId),
  );
  sheet.subheading(words.say('visits.pairs'), 'visit-pairs', true);
  const table = new Table(
    sheet,
    [
      { title: words.say('visits.visitor'), share: 26 },
      { title: words.say('visits.inmate'), share: 26 },
      { title: words.say('visits.relation'), share: 15 },
      { title: words.say('visits.count'), share: 9, align: 'right' },
      { title: words.say('visits.first'), share: 13 },
      { title: words.say('visits.last'), share: 13 },
    ],
    words.say('visits.pairsSummary'),
  );
  for (const { visits, relations } of sorted) {
    const [first, last] = [visits[0], visits.at(-1)];
    if (first === undefined || last === undefined) continue;
    table.row([
      cell(subjectLabel(composition, first.visitorId)),
      cell(subjectLabel(composition, first.inmateId)),
      cell([...relations].join('; ')),
      cell(words.number(visits.length), type.cellStrong),
      cell(words.shortDate(first.date)),
      cell(words.shortDate(last.date)),
    ]);
  }
  const empty: Cell = [];
  table.row([
    cell(words.say('visits.total'), type.cellStrong),
    empty,
    empty,
    cell(words.number(content.visits.length), type.cellStrong),
  ]);
  table.end();
}

function writeChronology(composition: Composition): void {
  const { sheet, words, content } = composition;
  const perMonth = new Map<string, number>();
  for (const { date } of content.visits) perMonth.set(date.slice(0, 7), (perMonth.get(date.slice(0, 7)) ?? 0) + 1);
  sheet.subheading(words.say('visits.all'), 'visit-list', true);
  if (content.registers.length > 0) {
    sheet.paragraph(words.say('visits.rowNote'), type.note);
    sheet.space(4);
  }
  const table = new Table(
    sheet,
    [
      { title: words.say('visits.date'), share: 13 },
      { title: words.say('visits.time'), share: 8 },
      { title: words.say('visits.visitor'), share: 29 },
      { title: words.say('visits.inmate'), share: 29 },
      { title: words.say('visits.relation'), share: 16 },
      { title: words.say('visits.row'), share: 11, align: 'right' },
    ],
    words.say('visits.allSummary'),
  );
  let month = '';
  for (const visit of content.visits) {
    if (visit.date.slice(0, 7) !== month) {
      month = visit.date.slice(0, 7);
      const count = perMonth.get(month) ?? 0;
      table.group(words.month(month), words.say('visits.number', { count, formatted: words.number(count) }));
    }
    table.row([
      cell(words.shortDate(visit.date)),
      cell(visit.time === null ? '–' : words.time(visit.time)),
      cell(subjectLabel(composition, visit.visitorId)),
      cell(subjectLabel(composition, visit.inmateId)),
      cell(visit.relation),
      cell(`${visit.register < 0 ? '' : `R${visit.register + 1}:`}${visit.sourceRow ?? ''}`, type.cellSoft),
    ]);
  }
  table.end();
}

function writeRegisters({ sheet, words, content }: Composition): void {
  if (content.registers.length === 0) return;
  sheet.subheading(words.say('visits.registers'), 'visit-registers', true);
  const table = new Table(
    sheet,
    [
      { title: words.say('visits.registerNumber'), share: 9 },
      { title: words.say('visits.file'), share: 23 },
      // Sixty-four digits stand in one line.
      { title: words.say('visits.hash'), share: 73 },
    ],
    words.say('visits.registersSummary'),
  );
  for (const [index, register] of content.registers.entries()) {
    table.row([cell(`R${index + 1}`, type.cellStrong), cell(register.fileName), cell(register.sha256, type.cellSoft)]);
  }
  table.end();
}
