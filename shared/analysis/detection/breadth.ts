import { atLeastLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import { distinct, type VisitView } from './visit-view.ts';

const leastInmates = 3;
const leastVisitors = 6;

/** One visitor for many inmates, against how many inmates visitors of this prison come to. */
export const findManyInmates = (view: VisitView): Finding[] =>
  broad(view.byVisitor, view.facts.inmate, leastInmates).flatMap(({ number, others, rows, expected, score }) =>
    score < leastScore
      ? []
      : [
          {
            id: `many-inmates:${view.person(number)}`,
            kind: 'many-inmates',
            people: [view.person(number)],
            inmates: others.map(view.person),
            score,
            expected,
            observed: others.length,
            rows: rows.map(view.rowId),
            values: { inmates: others.length },
          },
        ],
  );

/** Many different visitors for one inmate, against how many inmates of this prison have. */
export const findRotatingVisitors = (view: VisitView): Finding[] =>
  broad(view.byInmate, view.facts.visitor, leastVisitors).flatMap(({ number, others, rows, expected, score }) =>
    score < leastScore
      ? []
      : [
          {
            id: `rotating-visitors:${view.person(number)}`,
            kind: 'rotating-visitors',
            people: others.map(view.person),
            inmates: [view.person(number)],
            score,
            expected,
            observed: others.length,
            rows: rows.map(view.rowId),
            values: { people: others.length },
          },
        ],
  );

function broad(index: ReadonlyMap<number, readonly number[]>, column: Int32Array, least: number) {
  const counted = [...index].map(([number, rows]) => ({ number, rows, others: distinct(column, rows) }));
  const mean = counted.reduce((sum, { others }) => sum + others.length, 0) / Math.max(1, counted.length);
  return counted
    .filter(({ others }) => others.length >= least)
    .map((each) => ({
      ...each,
      expected: mean,
      score: -atLeastLog10(each.others.length, mean) - Math.log10(Math.max(1, counted.length)),
    }));
}
