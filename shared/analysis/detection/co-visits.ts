import { atLeastLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import { distinct, type VisitView } from './visit-view.ts';

/** A pair came together so often at so many inmates. */
interface Together {
  readonly a: number;
  readonly b: number;
  readonly moments: number;
  readonly expected: number;
  readonly rows: readonly number[];
}

/** One family has one inmate: people who meet at the gate are worth a look when they both come to several. */
const leastInmates = 2;

/**
 * Visitors who come at the same time, to inmates of which they share several. Chance keeps when the prison is full: the
 * moments of all visits stay as they are, and who came when is shuffled, so that two people of n and m visits meet
 * n · m · Σ(share of a moment)² times.
 *
 * @param withFamilies also people who came together to one inmate only
 */
export function findCoVisits(view: VisitView, withFamilies: boolean): Finding[] {
  const { facts, byVisitor, byMoment } = view;
  const timed = [...byMoment.values()].reduce((sum, rows) => sum + rows.length, 0);
  const meeting = [...byMoment.values()].reduce((sum, rows) => sum + (rows.length / timed) ** 2, 0);
  const tests = Math.max(1, (byVisitor.size * (byVisitor.size - 1)) / 2);
  const pairs = meetings(view)
    .map(({ a, b, rows }): Together => {
      const moments = new Set(rows.map((row) => (facts.date[row] ?? 0) * 1440 + (facts.time[row] ?? 0))).size;
      const came = (person: number): number => byVisitor.get(person)?.length ?? 0;
      return { a, b, moments, expected: came(a) * came(b) * meeting, rows };
    })
    .filter(({ a, b }) => inCommon(view, a, b) >= (withFamilies ? 1 : leastInmates));
  return groupsOf(pairs)
    .map((group) => findingOf(view, group, tests))
    .filter(({ score }) => score >= leastScore);
}

/** How many inmates both come to. */
function inCommon({ facts, byVisitor }: VisitView, a: number, b: number): number {
  const others = new Set(distinct(facts.inmate, byVisitor.get(b) ?? []));
  return distinct(facts.inmate, byVisitor.get(a) ?? []).filter((inmate) => others.has(inmate)).length;
}

const mostAtOnce = 200;

/** Every two who were there in the same minute, at the same inmate or at two that both of them come to. */
function meetings({ facts, byMoment, byVisitor }: VisitView) {
  const inmatesOf = new Map<number, ReadonlySet<number>>();
  for (const [visitor, rows] of byVisitor) inmatesOf.set(visitor, new Set(distinct(facts.inmate, rows)));
  const found = new Map<number, { readonly a: number; readonly b: number; readonly rows: number[] }>();
  for (const rows of byMoment.values()) {
    if (rows.length > mostAtOnce) continue;
    for (let left = 0; left < rows.length; left += 1)
      for (let right = left + 1; right < rows.length; right += 1) {
        const [one = 0, other = 0] = [rows[left], rows[right]];
        const [a, b] = [facts.visitor[one] ?? -1, facts.visitor[other] ?? -1].sort((x, y) => x - y);
        if (a === undefined || b === undefined || a === b) continue;
        const [inmateOne, inmateOther] = [facts.inmate[one] ?? -1, facts.inmate[other] ?? -1];
        const overlapping =
          inmateOne === inmateOther ||
          (inmatesOf.get(facts.visitor[one] ?? -1)?.has(inmateOther) === true &&
            inmatesOf.get(facts.visitor[other] ?? -1)?.has(inmateOne) === true);
        if (!overlapping) continue;
        const key = a * facts.people.length + b;
        const pair = found.get(key);
        if (pair === undefined) found.set(key, { a, b, rows: [one, other] });
        else pair.rows.push(one, other);
      }
  }
  return [...found.values()];
}

/** Pairs that hang together. */
function groupsOf(pairs: readonly Together[]): readonly (readonly Together[])[] {
  const leader = new Map<number, number>();
  const find = (person: number): number => {
    let at = person;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [find(a), find(b)];
    leader.set(Math.max(one, other), Math.min(one, other));
  }
  const groups = new Map<number, Together[]>();
  for (const pair of pairs) {
    const key = find(pair.a);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return [...groups.values()];
}

function findingOf({ facts, rowId, person }: VisitView, pairs: readonly Together[], tests: number): Finding {
  const rows = [...new Set(pairs.flatMap((pair) => pair.rows))].sort((a, b) => a - b);
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].map(person).sort((a, b) => (a < b ? -1 : 1));
  const inmates = distinct(facts.inmate, rows).map(person);
  const observed = pairs.reduce((sum, { moments }) => sum + moments, 0);
  const expected = pairs.reduce((sum, pair) => sum + pair.expected, 0);
  return {
    id: `co-visits:${people[0] ?? ''}`,
    kind: 'co-visits',
    people,
    inmates,
    score: -atLeastLog10(observed, expected) - Math.log10(tests),
    expected,
    observed,
    rows: rows.map(rowId),
    values: { people: people.length, inmates: inmates.length },
  };
}
