import { atLeastLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import type { Comings } from './registers-view.ts';
import { distinct } from './visit-view.ts';

const leastInmates = 3;
const leastVisitors = 6;

/** One visitor or sender for many inmates, against how many inmates others of this prison come to. */
export const findManyInmates = (comings: Comings): Finding[] =>
  broad(comings.byWho, comings.inmate, leastInmates).map(({ number, others, rows, expected, score }) => ({
    id: `many-inmates:${comings.people[number] ?? ''}`,
    kind: 'many-inmates',
    people: [comings.people[number] ?? ''],
    inmates: others.map((inmate) => comings.people[inmate] ?? ''),
    score,
    expected,
    observed: others.length,
    rows: rows.map(comings.rowId),
    values: { inmates: others.length },
  }));

/**
 * Many different visitors and senders for one inmate, against how many inmates of this prison have. It is about the inmate:
 * only those who come to others too are named, unless families are asked for.
 */
export const findRotatingVisitors = (comings: Comings, withFamilies: boolean): Finding[] =>
  broad(comings.byInmate, comings.who, leastVisitors).map(({ number, others, rows, expected, score }) => ({
    id: `rotating-visitors:${comings.people[number] ?? ''}`,
    kind: 'rotating-visitors',
    people: others
      .filter((person) => withFamilies || distinct(comings.inmate, comings.byWho.get(person) ?? []).length > 1)
      .map((person) => comings.people[person] ?? ''),
    inmates: [comings.people[number] ?? ''],
    score,
    expected,
    observed: others.length,
    rows: rows.map(comings.rowId),
    values: { people: others.length },
  }));

function broad(index: ReadonlyMap<number, readonly number[]>, column: Int32Array, least: number) {
  const counted = [...index].map(([number, rows]) => ({ number, rows, others: distinct(column, rows) }));
  const mean = counted.reduce((sum, { others }) => sum + others.length, 0) / Math.max(1, counted.length);
  return counted
    .filter(({ others }) => others.length >= least)
    .map((each) => ({
      ...each,
      expected: mean,
      score: -atLeastLog10(each.others.length, mean) - Math.log10(Math.max(1, counted.length)),
    }))
    .filter(({ score }) => score >= leastScore);
}
