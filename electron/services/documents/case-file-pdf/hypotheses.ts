import { weighHypotheses } from '../../../../shared/analysis/competing-hypotheses.ts';
import type { DocumentFact, DocumentHypothesis } from '../../../../shared/domain/case-document.ts';
import { gradeLabel } from '../../../../shared/domain/grade.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';

/** As many as stand beside each other on a page. */
const mostColumns = 7;

const signs = { consistent: '+', inconsistent: '−', neutral: '0' } as const;

/** Explanations by how little speaks against each, then every fact against every one of them. */
export function writeHypotheses(composition: Composition): void {
  const { sheet, words, content } = composition;
  const { hypotheses = [], facts = [] } = content;
  if (hypotheses.length === 0) {
    sheet.paragraph(words.say('nothingWritten'), type.note);
    return;
  }
  const weighed = weighHypotheses(
    hypotheses.map(({ id }) => id),
    facts,
  );
  sheet.paragraph(words.say('hypotheses.intro'), type.note);
  sheet.space(8);
  const table = new Table(
    sheet,
    [
      { title: words.say('hypotheses.rank'), share: 8, align: 'right' },
      { title: words.say('hypotheses.statement'), share: 52 },
      { title: words.say('hypotheses.against'), share: 13, align: 'right' },
      { title: words.say('hypotheses.counts'), share: 27 },
    ],
    words.say('hypotheses.summary'),
  );
  for (const { id, rank, against, consistent, inconsistent, neutral, unjudged } of weighed.hypotheses) {
    const told = hypotheses.find((each) => each.id === id);
    if (told === undefined) continue;
    table.row([
      cell(String(rank), type.cellStrong),
      cell(`H${told.number}  ${told.statement}`),
      cell(String(against), type.cellStrong),
      cell(words.say('hypotheses.countsValue', { consistent, inconsistent, neutral, unjudged }), type.cellSoft),
    ]);
  }
  table.end();
  if (facts.length === 0) return;
  const tells = new Map(weighed.facts.map(({ id, diagnosticity }) => [id, diagnosticity]));
  sheet.subheading(words.say('hypotheses.matrix'), 'hypotheses-matrix', false);
  for (let from = 0; from < hypotheses.length; from += mostColumns)
    writeMatrix(composition, hypotheses.slice(from, from + mostColumns), facts, (id) => tells.get(id) ?? 'unknown');
  sheet.paragraph(words.say('hypotheses.legend'), type.note);
}

function writeMatrix(
  { sheet, words }: Composition,
  hypotheses: readonly DocumentHypothesis[],
  facts: readonly DocumentFact[],
  tells: (factId: string) => string,
): void {
  const table = new Table(
    sheet,
    [
      { title: words.say('hypotheses.fact'), share: 84 - 6 * hypotheses.length },
      { title: words.say('facts.grade'), share: 8 },
      ...hypotheses.map(({ number }) => ({ title: `H${number}`, share: 6, align: 'right' as const })),
      { title: words.say('hypotheses.tells'), share: 16 },
    ],
    words.say('hypotheses.matrixSummary'),
  );
  for (const { id, number, text, grade, judgements } of facts)
    table.row([
      cell(`F${number}  ${text}`),
      cell(gradeLabel(grade), type.cellStrong),
      ...hypotheses.map((hypothesis) => {
        const judgement = judgements[hypothesis.id];
        return cell(judgement === undefined ? '' : signs[judgement], type.cellStrong);
      }),
      cell(words.say(`casework:diagnosticity.${tells(id)}`), type.cellSoft),
    ]);
  table.end();
}
