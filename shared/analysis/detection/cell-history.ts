import { cellKey } from '../../domain/cell.ts';
import type { EventFacts } from '../registers.ts';
import { put } from './registers-view.ts';

interface Stay {
  readonly from: number;
  readonly cell: string;
}

/** Which cell an inmate was in on which day: as the register of moves tells, else as the inmate register has it. */
export class CellHistory {
  readonly #stays = new Map<string, Stay[]>();
  readonly #dwellers = new Map<string, string[]>();

  constructor({ length, date, inmate, text, cell, people, texts }: EventFacts, cells: ReadonlyMap<string, string>) {
    const moves = new Map<string, { day: number; from: string; to: string }[]>();
    for (let row = 0; row < length; row += 1) {
      const who = people[inmate[row] ?? -1];
      const to = cellKey(texts[text[row] ?? -1] ?? '');
      if (who === undefined || to === '') continue;
      put(moves, who, { day: date[row] ?? 0, from: cellKey(texts[cell[row] ?? -1] ?? ''), to });
    }
    for (const [who, written] of moves) {
      written.sort((a, b) => a.day - b.day);
      const before = { from: Number.NEGATIVE_INFINITY, cell: written[0]?.from ?? '' };
      this.#stays.set(who, [before, ...written.map(({ day, to }) => ({ from: day, cell: to }))]);
    }
    for (const [who, written] of cells)
      if (!this.#stays.has(who)) this.#stays.set(who, [{ from: Number.NEGATIVE_INFINITY, cell: cellKey(written) }]);
    for (const [who, stays] of this.#stays)
      for (const key of new Set(stays.map((stay) => stay.cell))) if (key !== '') put(this.#dwellers, key, who);
  }

  /** Folded as by `cellKey`; empty where nothing tells. */
  at(inmate: string, day: number): string {
    return this.#stays.get(inmate)?.findLast(({ from }) => from <= day)?.cell ?? '';
  }

  /** Everybody who was in a cell on a day. */
  in(written: string, day: number): readonly string[] {
    const key = cellKey(written);
    return (this.#dwellers.get(key) ?? []).filter((inmate) => this.at(inmate, day) === key);
  }

  /** Days on which each inmate came to another cell. */
  *moves(): Iterable<readonly [inmate: string, days: readonly number[]]> {
    for (const [inmate, stays] of this.#stays)
      if (stays.length > 1) yield [inmate, stays.slice(1).map(({ from }) => from)];
  }
}
