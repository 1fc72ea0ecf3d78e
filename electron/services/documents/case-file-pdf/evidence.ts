import type { DocumentExhibit } from '../../../../shared/domain/case-document.ts';
import type { Sheet } from '../pdf/sheet.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Words } from '../words.ts';
import { type Composition, subjectLabel } from './composition.ts';
import { drawFacts } from './facts.ts';

/** Gross, net, count: those that were written down. */
export const amountsOf = ({ gross, net, count }: DocumentExhibit, words: Words): string =>
  [
    gross === undefined ? [] : [words.say('evidence.gross', { amount: gross })],
    net === undefined ? [] : [words.say('evidence.net', { amount: net })],
    count === undefined ? [] : [count],
  ]
    .flat()
    .join('; ');

/** Every exhibit with where it came from, the SHA-256 of its files, and who had it when. */
export function writeEvidence(composition: Composition): void {
  const { sheet, words, content } = composition;
  const exhibits = content.exhibits ?? [];
  if (exhibits.length === 0) {
    sheet.paragraph(words.say('evidence.none'));
    return;
  }
  sheet.paragraph(words.say('evidence.intro'));
  for (const exhibit of exhibits) {
    sheet.space(14);
    sheet.subheading(`${exhibit.number} · ${exhibit.description}`, `exhibit-${exhibit.id}`, false);
    const amounts = amountsOf(exhibit, words);
    const said = (label: string, value: string) => (value === '' ? [] : [{ label: words.say(label), value }]);
    const at = exhibit.seizedAt === undefined ? '' : `, ${words.time(exhibit.seizedAt)}`;
    drawFacts(
      sheet,
      [
        ...said('evidence.kind', words.say(`domain:exhibitKind.${exhibit.kind}`)),
        ...said('evidence.amount', amounts),
        ...said('evidence.packaging', exhibit.packaging),
        ...said('evidence.seized', `${words.date(exhibit.seizedOn)}${at}, ${exhibit.place}`),
        ...said('evidence.seizedBy', exhibit.seizedBy),
        ...said('evidence.foundOn', exhibit.personId === undefined ? '' : subjectLabel(composition, exhibit.personId)),
        ...said('evidence.find', exhibit.find ?? ''),
        ...said('evidence.heldBy', exhibit.heldBy),
        ...said('evidence.note', exhibit.note),
      ],
      { labelWidth: 120 },
    );
    if (exhibit.files.length > 0) {
      sheet.space(6);
      drawFiles(sheet, words, [exhibit]);
    }
    sheet.space(8);
    drawCustody(sheet, words, exhibit);
  }
}

/** Names and SHA-256 of files; with the number of the exhibit where there are several. */
export function drawFiles(sheet: Sheet, words: Words, exhibits: readonly DocumentExhibit[]): void {
  const table = new Table(
    sheet,
    [
      { title: words.say('evidence.file'), share: 32 },
      { title: words.say('evidence.bytes'), share: 14, align: 'right' },
      { title: 'SHA-256', share: 54 },
    ],
    words.say('evidence.filesSummary'),
  );
  for (const { number, files } of exhibits) {
    if (exhibits.length > 1) table.group(number);
    for (const { name, bytes, sha256 } of files)
      table.row([
        cell(name),
        cell(words.number(bytes)),
        // In two halves, so that it fits and can be read aloud.
        [
          { text: sha256.slice(0, 32), style: type.cell },
          { text: sha256.slice(32), style: type.cell },
        ],
      ]);
  }
  table.end();
}

function drawCustody(sheet: Sheet, words: Words, { number, custody }: DocumentExhibit): void {
  const table = new Table(
    sheet,
    [
      { title: '', share: 4 },
      { title: words.say('evidence.when'), share: 20 },
      { title: words.say('evidence.what'), share: 22 },
      { title: words.say('evidence.fromTo'), share: 30 },
      { title: words.say('evidence.recorded'), share: 24 },
    ],
    words.say('evidence.custodySummary', { number }),
  );
  for (const step of custody)
    table.row([
      cell(String(step.sequence)),
      cell(words.instant(step.at)),
      [
        { text: words.say(`domain:custodyKind.${step.kind}`), style: type.cellStrong },
        { text: step.reason, style: type.cell },
      ],
      [
        { text: `${step.from} → ${step.to}`, style: type.cell },
        { text: step.place, style: type.cell },
      ],
      [
        { text: step.by, style: type.cell },
        { text: words.instant(step.recordedAt), style: type.cell },
        { text: step.hash.slice(0, 16), style: type.cell },
      ],
    ]);
  table.end();
}
