import { type NameFault, nameFault } from '../../../shared/domain/written-name.ts';
import { type Cell, type Moment, MomentReader, remembered } from './moment-reader.ts';
import { checkLength, RowRejected } from './rejections.ts';
import { isNothing } from './text-meaning.ts';
import { writtenColumns } from './visit-rows.ts';

/** A row of a visit register, read: what is written in it is kept letter by letter. */
export interface VisitRow extends Moment {
  /** In the order of `writtenColumns`. */
  readonly texts: readonly string[];
}

/** Reads rows of a visit register. */
export class VisitRowReader {
  readonly #cell: Cell;
  readonly #moments: MomentReader;
  readonly #names = new Map<string, NameFault | null>();

  /** @param unread is told of dates that are no day, read day first */
  constructor(cell: Cell, unread: (order: Moment['order']) => void) {
    this.#cell = cell;
    this.#moments = new MomentReader(cell, unread);
  }

  /** @throws RowRejected */
  read(cells: readonly string[]): VisitRow {
    const texts = writtenColumns.map((column) => this.#cell(cells, column));
    const moment = this.#moments.read(cells);
    this.#checkNames(cells);
    texts.forEach((text, place) => checkLength(writtenColumns[place] ?? '', text));
    return { ...moment, texts };
  }

  #checkNames(cells: readonly string[]): void {
    const visitor = this.#cell(cells, 'visitorName');
    const visitorFault = remembered(this.#names, visitor, nameFault);
    if (visitorFault === 'missing') throw new RowRejected('visitorName', 'visitor-name-missing', shown(visitor));
    refuseName('visitorName', visitor, visitorFault);
    const inmate = this.#cell(cells, 'inmateName');
    const inmateFault = remembered(this.#names, inmate, nameFault);
    if (inmateFault === 'missing') throw new RowRejected('inmateName', 'inmate-name-missing', shown(inmate));
    refuseInmate(inmate, inmateFault);
  }
}

export const shown = (written: string): string => (isNothing(written) ? '' : `«${written}»`);

/** @throws RowRejected `several-names`, `row-unreadable` */
export function refuseName(field: string, written: string, fault: NameFault | null): void {
  if (fault === 'several') throw new RowRejected(field, 'several-names', shown(written));
  if (fault !== null) throw new RowRejected(field, 'row-unreadable', shown(written));
}

/** Between an inmate's names a stroke stands for an alias, and the number says who is meant. */
export function refuseInmate(written: string, fault: NameFault | null): void {
  if (fault !== 'several' || !written.includes('/')) refuseName('inmateName', written, fault);
}
