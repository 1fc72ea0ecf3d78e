import { gradeCodes, type GradeScheme, gradeSchemes } from '../../../../shared/domain/grade.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Sheet } from '../pdf/sheet.ts';
import type { Words } from '../words.ts';
import type { Composition } from './composition.ts';
import { drawFacts } from './facts.ts';

/** Schemes the file uses; the default one when nothing is graded yet. */
export function schemesUsed({
  links,
  subjects,
  reports = [],
  facts = [],
}: Composition['content']): readonly GradeScheme[] {
  const used = new Set([
    ...links.map((link) => link.grade.scheme),
    ...facts.map((fact) => fact.grade.scheme),
    ...reports.flatMap(({ items }) => items.map(({ grade }) => grade.scheme)),
    ...subjects.flatMap((subject) => (subject.allegation === undefined ? [] : [subject.allegation.grade.scheme])),
  ]);
  return used.size === 0 ? ['admiralty'] : gradeSchemes.filter((scheme) => used.has(scheme));
}

/** What the codes mean, for every scheme used in this file. */
export function writeGradingKey({ sheet, words, content }: Composition): void {
  drawGradingKey(sheet, words, schemesUsed(content));
}

export function drawGradingKey(sheet: Sheet, words: Words, schemes: readonly GradeScheme[]): void {
  sheet.paragraph(words.say('grading.intro'));
  sheet.space(14);
  for (const scheme of schemes) {
    sheet.subheading(words.scheme(scheme), `grading-${scheme}`, false);
    const codes: { source: readonly string[]; information: readonly string[] } = gradeCodes[scheme];
    const table = new Table(
      sheet,
      [
        { title: words.say('grading.code'), share: 8 },
        { title: words.say('grading.source'), share: 42 },
        { title: words.say('grading.code'), share: 8 },
        { title: words.say('grading.information'), share: 42 },
      ],
      words.say('grading.summary', { scheme: words.scheme(scheme) }),
    );
    for (let index = 0; index < Math.max(codes.source.length, codes.information.length); index += 1) {
      const [source, information] = [codes.source[index], codes.information[index]];
      table.row([
        cell(source ?? '', type.cellStrong),
        cell(source === undefined ? '' : words.gradeMeaning(scheme, 'source', source)),
        cell(information ?? '', type.cellStrong),
        cell(information === undefined ? '' : words.gradeMeaning(scheme, 'information', information)),
      ]);
    }
    table.end();
  }
}

/** Where this copy comes from and how its data can be checked. */
export function writeAbout({ sheet, words, content, exportLine }: Composition): void {
  drawFacts(
    sheet,
    [
      { label: words.say('about.at'), value: words.instant(exportLine.at) },
      { label: words.say('about.officer'), value: exportLine.officer },
      { label: words.say('about.copy'), value: String(exportLine.copyNumber) },
      { label: words.say('about.recipient'), value: exportLine.recipient || words.say('noRecipient') },
      { label: words.say('about.caseId'), value: content.case.id },
      { label: words.say('about.format'), value: content.format },
      { label: words.say('about.hash'), value: exportLine.dataSha256, style: type.cell },
    ],
    { labelWidth: 140, ruled: true },
  );
  sheet.space(10);
  sheet.paragraph(words.say('about.how'));
  writeOriginators(sheet, words, content);
}

/** Whose information is in it, under which conditions, and that some of it had to stay out. */
function writeOriginators(
  sheet: Composition['sheet'],
  words: Composition['words'],
  { conditions, withheld }: Composition['content'],
): void {
  if (conditions !== undefined) {
    sheet.space(14);
    sheet.subheading(words.say('about.originators'), 'originators', false);
    sheet.paragraph(words.say('about.originatorsIntro'));
    sheet.space(8);
    drawFacts(
      sheet,
      conditions.map(({ agency, handling, conditions: note }) => ({
        label: agency,
        value: note === '' ? handling : `${handling}: ${note}`,
      })),
      { labelWidth: 140, ruled: true },
    );
  }
  if (withheld === undefined) return;
  sheet.space(10);
  sheet.paragraph(words.say('about.withheld', { ...withheld }));
}
