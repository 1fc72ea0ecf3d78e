import { foldName } from '../../../shared/domain/person-name.ts';
import type { StoredVisits } from './stored-visits.ts';
import { RowIndex, type TextPool } from './row-table.ts';
import type { TextPools, VisitRows } from './visit-rows.ts';

/** Of the eleven compared fields; companions of one visit share fewer when they stand in different rows. */
const leastAgreement = 7;
/** How far around its place in the earlier file a corrected row is looked for. */
const widestGap = 64;
const none = -1;

/** For each row of a file the visit it tells again, and the visit it corrects; −1 for none. */
export interface Recognition {
  readonly same: Int32Array;
  readonly corrects: Int32Array;
}

/**
 * Recognises visits of the vault in a file. The same in every field, as it was stored or as it was corrected: the same
 * visit. A correction is recognised by its place, when the file is a later state of an earlier one (half of whose rows it
 * repeats): a row that stands between the same neighbours as before and still says most of it. Anywhere else only by
 * day, time or queue number, inmate and visitor's name, so that no new visit is taken for a correction of an old one.
 */
export function recogniseVisits(file: VisitRows, stored: StoredVisits, pools: TextPools): Recognition {
  const same = new Int32Array(file.length).fill(none);
  const corrects = new Int32Array(file.length).fill(none);
  const claimed = new Uint8Array(stored.count);
  const index = new RowIndex(stored.rows);
  for (let row = 0; row < file.length; row += 1)
    for (const found of index.equals(file, row)) {
      const visit = stored.visit(found);
      if (claimed[visit] === 1) continue;
      claimed[visit] = 1;
      same[row] = visit;
      break;
    }
  const recognition = { same, corrects };
  for (const gaps of earlierStates(stored, claimed)) recogniseByPlace(file, stored, gaps, recognition);
  for (const visit of corrects) if (visit !== none) claimed[visit] = 1;
  if (claimed.includes(0)) recogniseByOccasion(file, stored, claimed, pools, recognition);
  for (const visit of corrects) if (visit !== none) claimed[visit] = 1;
  recogniseFromDesk(file, stored, claimed, pools, recognition);
  return recognition;
}

/** An import that the file repeats, and its visits that the file does not repeat, in the order of their rows. */
interface EarlierState {
  readonly importId: string;
  readonly left: readonly number[];
}

function earlierStates(stored: StoredVisits, claimed: Uint8Array): EarlierState[] {
  const imports = new Map<string, { repeated: number; left: number[] }>();
  for (let visit = 0; visit < stored.count; visit += 1) {
    const importId = stored.importId(visit);
    let state = imports.get(importId);
    if (state === undefined) {
      state = { repeated: 0, left: [] };
      imports.set(importId, state);
    }
    if (claimed[visit] === 1) state.repeated += 1;
    else state.left.push(visit);
  }
  const place = (visit: number): number => stored.rows.sourceRow.at(visit);
  return [...imports]
    .filter(([, { repeated, left }]) => left.length > 0 && repeated >= left.length)
    .map(([importId, { left }]) => ({ importId, left: left.sort((a, b) => place(a) - place(b)) }));
}

function recogniseByPlace(
  file: VisitRows,
  stored: StoredVisits,
  { importId, left }: EarlierState,
  { same, corrects }: Recognition,
): void {
  const placeOf = (row: number): number | null => {
    const visit = same[row] ?? none;
    return visit === none || stored.importId(visit) !== importId ? null : stored.rows.sourceRow.at(visit);
  };
  const following = new Float64Array(file.length);
  let next = Number.POSITIVE_INFINITY;
  for (let row = file.length - 1; row >= 0; row -= 1) {
    next = placeOf(row) ?? next;
    following[row] = next;
  }
  const taken = new Set<number>();
  let before = 0;
  let from = 0;
  for (let row = 0; row < file.length; row += 1) {
    before = placeOf(row) ?? before;
    if (same[row] !== none || corrects[row] !== none) continue;
    const place = (at: number): number => stored.rows.sourceRow.at(left[at] ?? none);
    if (from > 0 && place(from - 1) > before) from = 0;
    while (from < left.length && place(from) <= before) from += 1;
    let best = none;
    let most = leastAgreement - 1;
    for (let at = from; at < left.length && at < from + widestGap && place(at) < (following[row] ?? 0); at += 1) {
      const visit = left[at] ?? none;
      const agreement = taken.has(visit) ? 0 : file.agreement(row, stored.rows, stored.current(visit));
      if (agreement <= most) continue;
      most = agreement;
      best = visit;
    }
    if (best === none) continue;
    taken.add(best);
    corrects[row] = best;
  }
}

function recogniseByOccasion(
  file: VisitRows,
  stored: StoredVisits,
  claimed: Uint8Array,
  pools: TextPools,
  { same, corrects }: Recognition,
): void {
  const noQueue = pools.queueNumber.alike(pools.queueNumber.number(''));
  const visitor = foldedTexts(pools.visitorName);
  const inmate = foldedTexts(pools.inmateName);
  const occasion = (rows: VisitRows, row: number): string | null => {
    const queue = pools.queueNumber.alike(rows.text(row, 'queueNumber'));
    if (queue === noQueue && rows.time(row) < 0) return null;
    const names = `${visitor(rows.text(row, 'visitorName'))}|${inmate(rows.text(row, 'inmateName'))}`;
    return `${rows.date(row)}|${rows.time(row)}|${queue}|${names}`;
  };
  const waiting = new Map<string, number[]>();
  for (let row = 0; row < file.length; row += 1) {
    const key = same[row] === none && corrects[row] === none ? occasion(file, row) : null;
    if (key === null) continue;
    const rows = waiting.get(key);
    if (rows === undefined) waiting.set(key, [row]);
    else rows.push(row);
  }
  if (waiting.size === 0) return;
  for (let visit = 0; visit < stored.count; visit += 1) {
    if (claimed[visit] === 1) continue;
    const key = occasion(stored.rows, stored.current(visit));
    const row = key === null ? undefined : waiting.get(key)?.shift();
    if (row !== undefined) corrects[row] = visit;
  }
}

/** What the counter entered stands in the prison's register under another minute: the day and both names must do. */
function recogniseFromDesk(
  file: VisitRows,
  stored: StoredVisits,
  claimed: Uint8Array,
  pools: TextPools,
  { same, corrects }: Recognition,
): void {
  const visitor = foldedTexts(pools.visitorName);
  const inmate = foldedTexts(pools.inmateName);
  const occasion = (rows: VisitRows, row: number): string =>
    `${rows.date(row)}|${visitor(rows.text(row, 'visitorName'))}|${inmate(rows.text(row, 'inmateName'))}`;
  const entered = new Map<string, number[]>();
  for (let visit = 0; visit < stored.count; visit += 1) {
    if (claimed[visit] === 1 || !stored.isFromDesk(visit)) continue;
    const key = occasion(stored.rows, stored.current(visit));
    entered.set(key, [...(entered.get(key) ?? []), visit]);
  }
  if (entered.size === 0) return;
  for (let row = 0; row < file.length; row += 1) {
    if (same[row] !== none || corrects[row] !== none) continue;
    const visit = entered.get(occasion(file, row))?.shift();
    if (visit !== undefined) corrects[row] = visit;
  }
}

/** Folds each distinct name once. */
function foldedTexts(pool: TextPool): (text: number) => string {
  const folds = new Map<number, string>();
  return (text) => {
    const known = folds.get(text);
    if (known !== undefined) return known;
    const folded = foldName(pool.text(text));
    folds.set(text, folded);
    return folded;
  };
}
