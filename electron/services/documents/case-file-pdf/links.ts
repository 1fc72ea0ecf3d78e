import type { DocumentLink } from '../../../../shared/domain/case-document.ts';
import { gradeLabel } from '../../../../shared/domain/grade.ts';
import { type Cell, cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import { type Composition, subjectLabel } from './composition.ts';

/** Every link with standing, period, grade and where it is known from. */
export function writeLinks(composition: Composition): void {
  const { sheet, words, content } = composition;
  if (content.links.length === 0) {
    sheet.paragraph(words.say('links.none'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: words.say('links.number'), share: 5, align: 'right' },
      { title: words.say('links.between'), share: 25 },
      { title: words.say('links.kind'), share: 15 },
      { title: words.say('links.period'), share: 15 },
      { title: words.say('links.grade'), share: 7 },
      { title: words.say('links.source'), share: 33 },
    ],
    words.say('links.summary'),
  );
  for (const [index, link] of content.links.entries()) {
    table.row([
      cell(String(index + 1), type.cellSoft),
      [
        { text: subjectLabel(composition, link.from) },
        { text: `${link.directed ? '→' : '–'} ${subjectLabel(composition, link.to)}` },
      ],
      [
        { text: words.linkKind(link.kind), style: type.cellStrong },
        { text: words.linkStatus(link.status), style: type.cellSoft },
      ],
      period(composition, link),
      [
        { text: gradeLabel(link.grade), style: type.cellStrong },
        // The default scheme is named in the grading key; another one wherever it is used.
        ...(link.grade.scheme === 'admiralty' ? [] : [{ text: link.grade.scheme, style: type.cellSoft }]),
      ],
      sources(composition, link),
    ]);
  }
  table.end();
}

function period({ words }: Composition, link: DocumentLink): Cell {
  if (link.since !== undefined && link.until !== undefined)
    return [{ text: `${words.shortDate(link.since)} –` }, { text: words.shortDate(link.until) }];
  const parts = [
    ...(link.since === undefined ? [] : [words.say('links.since', { date: words.shortDate(link.since) })]),
    ...(link.until === undefined ? [] : [words.say('links.until', { date: words.shortDate(link.until) })]),
  ];
  return (parts.length === 0 ? [words.say('links.noPeriod')] : parts).map((text) => ({ text }));
}

function sources({ words }: Composition, link: DocumentLink): Cell {
  return [
    ...link.sources.map((text) => ({ text })),
    ...(link.note === '' ? [] : [{ text: words.say('links.note', { note: link.note }), style: type.cellSoft }]),
  ];
}
