import { z } from 'zod';
import { commitmentsSchema } from '../../../../shared/contract/coordination.ts';
import { dateSchema } from '../../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../../shared/domain/case-document.ts';
import type { WrittenPdf } from '../case-file-pdf/write-case-file.ts';
import type { FontBytes } from '../pdf/font-file.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import { type Paper, writePaper } from './paper.ts';

/** What agencies owe each other, kept and missed, as it is printed for their commanders. */
export const commitmentsReportSchema = commitmentsSchema.extend({ agency: z.string(), today: dateSchema });
export type CommitmentsReport = z.infer<typeof commitmentsReportSchema>;

export const writeCommitmentsReport = (
  content: CommitmentsReport,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> =>
  writePaper(
    { kind: 'commitments', name: '', marking: 'terbatas', agency: content.agency },
    exportLine,
    fonts,
    (paper) => {
      paper.sheet.paragraph(paper.say('print.commitments.on', { day: paper.words.date(content.today) }));
      drawFigures(paper, content);
      drawCommitments(paper, content);
    },
  );

const counted = ['kept', 'missed', 'open', 'overdue'] as const;

function drawFigures({ sheet, words, say, heading }: Paper, { figures }: CommitmentsReport): void {
  heading('commitment.figures');
  if (figures.length === 0) {
    sheet.paragraph(say('print.none'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: say('agency'), share: 40 },
      ...counted.map((key) => ({ title: say(`figure.${key}`), share: 15, align: 'right' as const })),
    ],
    say('commitment.figures'),
  );
  for (const row of figures)
    table.row([cell(row.agency, type.cellStrong), ...counted.map((key) => cell(words.number(row[key])))]);
  table.end();
}

function drawCommitments({ sheet, words, say, heading }: Paper, { rows }: CommitmentsReport): void {
  heading('commitment.title');
  if (rows.length === 0) {
    sheet.paragraph(say('print.none'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: say('commitment.what'), share: 34 },
      { title: say('commitment.between'), share: 24 },
      { title: say('commitment.dueOn'), share: 16 },
      { title: say('commitment.state'), share: 30 },
    ],
    say('commitment.title'),
  );
  for (const { commitment, sourceTitle, sourceDay, occurrences } of rows) {
    const source = sourceDay === null ? sourceTitle : `${sourceTitle}, ${words.date(sourceDay)}`;
    for (const [index, { dueOn, state, overdue, evidence }] of occurrences.entries())
      table.row([
        // Said once; the times it was due stand below each other.
        index === 0 ? [...cell(commitment.what, type.cellStrong), ...cell(source, type.cellSoft)] : cell(''),
        index === 0
          ? [
              ...cell(commitment.owedBy),
              ...cell(say('print.commitments.to', { agency: commitment.owedTo }), type.cellSoft),
            ]
          : cell(''),
        cell(words.date(dueOn)),
        [
          ...cell(say(`figure.${overdue ? 'overdue' : state}`)),
          ...(evidence === '' ? [] : cell(evidence, type.cellSoft)),
        ],
      ]);
  }
  table.end();
}
