import type { EventFacts } from '../registers.ts';
import { findBanEvasion } from './bans.ts';
import { findManyInmates, findRotatingVisitors } from './breadth.ts';
import { calledNumbers, findCalledVisitors, findSharedNumbers, numberOwners } from './called-numbers.ts';
import { CellHistory } from './cell-history.ts';
import { findChanges, type Series } from './changes.ts';
import { findCoVisits } from './co-visits.ts';
import { findDays, findFindsAfter } from './find-after.ts';
import type { Finding } from './finding.ts';
import { findNewAfterMoves } from './new-after-move.ts';
import { type Comings, comingsOf, type DetectionInput, put, rowIdOf } from './registers-view.ts';
import { findSharedContacts } from './shared-contacts.ts';
import { findStaffContacts } from './staff-contacts.ts';
import { viewVisits } from './visit-view.ts';

/** Every pattern worth a look, the one chance explains worst first. Registers that are empty tell nothing and do no harm. */
export function detect(input: DetectionInput, tell: (share: number) => void): readonly Finding[] {
  const { visits, goods, calls, people, withFamilies } = input;
  const view = viewVisits(visits, input.offices, input.withOffices);
  const everybody = comingsOf(visits, goods, view.left);
  const called = calledNumbers(calls);
  const owners = numberOwners(people, everybody, view.left);
  const cells = new CellHistory(input.moves, input.cells);
  const finds = findDays(input.finds, cells);
  const visited = comingsOf(visits, null, view.left);
  const kinds: readonly (() => Finding[])[] = [
    () => findCoVisits(view, withFamilies),
    () => findManyInmates(everybody),
    () => findRotatingVisitors(everybody, withFamilies),
    () => findSharedContacts(view, people),
    () => findSharedNumbers(calls, called, owners),
    () => findCalledVisitors(calls, called, owners, everybody),
    () => findFindsAfter(visited, finds, 'find-after-visit', withFamilies),
    () => findFindsAfter(comingsOf(null, goods, view.left), finds, 'find-after-deposit', withFamilies),
    () => findChanges(visitDays(visited), { rise: 'sudden-rise', fall: 'sudden-fall' }),
    () => findChanges(callDays(calls), { rise: 'calls-rise', fall: 'calls-fall' }),
    () => findNewAfterMoves(everybody, cells, withFamilies),
    // A ban holds for everybody, lawyers and clergy too.
    () => findBanEvasion(input.bans, comingsOf(visits, goods, new Set()), people, visits),
    () => (input.staff === null ? [] : findStaffContacts(input.staff, people, everybody, calls, called)),
  ];
  const findings = kinds.flatMap((find, done) => {
    tell(done / kinds.length);
    return find();
  });
  return findings.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Days on which an inmate was visited: a family that comes with four is one visit. */
function visitDays({ byInmate, day, people, rowId }: Comings): Series[] {
  return [...byInmate].map(([inmate, rows]) => {
    const onDay = new Map<number, number[]>();
    for (const row of rows) put(onDay, day[row] ?? 0, row);
    const days = [...onDay.keys()].sort((a, b) => a - b);
    const rowsOf = (place: number): string[] => (onDay.get(days[place] ?? 0) ?? []).map(rowId);
    return { inmate: people[inmate] ?? '', days, rowsOf };
  });
}

function callDays(calls: EventFacts): Series[] {
  const byInmate = new Map<number, number[]>();
  for (let row = 0; row < calls.length; row += 1) {
    const inmate = calls.inmate[row] ?? -1;
    if (inmate >= 0) put(byInmate, inmate, row);
  }
  return [...byInmate].map(([inmate, rows]) => {
    rows.sort((a, b) => (calls.date[a] ?? 0) - (calls.date[b] ?? 0));
    const days = rows.map((row) => calls.date[row] ?? 0);
    return { inmate: calls.people[inmate] ?? '', days, rowsOf: (place) => [rowIdOf(calls, rows[place] ?? 0)] };
  });
}
