import { type Marking, markings } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { DocumentReport } from '../../../shared/domain/case-document.ts';
import { effectiveGrade, type Report } from '../../../shared/domain/report.ts';
import { living } from '../records.ts';
import type { DocumentSource } from './case-document.ts';

/**
 * Reports of a case that a case file may show: evaluated, not recalled, and marked no higher than the case, because pages
 * are marked and released by the marking of the case. In the order of what they tell of.
 */
export function reportsOfCase(
  vault: Pick<DocumentSource, 'document'>,
  file: Case,
): { readonly shown: readonly Report[]; readonly markedHigher: number } {
  const evaluated = [...living(vault, 'reports')]
    .filter(({ caseIds, state }) => caseIds.includes(file.id) && (state === 'evaluated' || state === 'disseminated'))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const shown = evaluated.filter(({ marking }) => rank(marking) <= rank(file.marking));
  return { shown, markedHigher: evaluated.length - shown.length };
}

const rank = (marking: Marking): number => markings.indexOf(marking);
const key = ({ informationFrom, number }: Report): string => `${informationFrom} ${number}`;

export function reportOf(vault: Pick<DocumentSource, 'officerName'>, report: Report): DocumentReport {
  const { number, subject, marking, priority, informationFrom, informationUntil, writtenOn, source, handling } = report;
  const evaluation = report.steps.findLast(({ state }) => state === 'evaluated');
  return {
    number,
    subject,
    marking,
    priority,
    informationFrom,
    ...(informationUntil === undefined ? {} : { informationUntil }),
    writtenOn,
    source,
    handling,
    evaluatedBy: evaluation === undefined ? '' : vault.officerName(evaluation.by),
    items: report.items.map((item) => ({ text: item.text, grade: effectiveGrade(item) })),
  };
}
