import { type EventKind, writtenEventColumns } from '../../../shared/domain/event.ts';
import { unitOfHeading } from '../../../shared/domain/quantity.ts';
import type { ColumnMapping } from '../../../shared/domain/register.ts';
import { type NameFault, nameFault } from '../../../shared/domain/written-name.ts';
import { isRegistration } from './inmates-plan.ts';
import { type Cell, type Moment, MomentReader, remembered } from './moment-reader.ts';
import { checkLength, RowRejected } from './rejections.ts';
import { isNothing } from './text-meaning.ts';
import { refuseInmate, refuseName, shown } from './visit-row.ts';

/** A row of a register of events, read: what is written in it is kept letter by letter. */
export interface WrittenEvent extends Moment {
  /** In the order of `writtenEventColumns`. */
  readonly texts: readonly string[];
  /** Whether it says which inmate it is about. */
  readonly namesInmate: boolean;
  readonly namesVisitor: boolean;
}

/** What a row of each register cannot do without, and the reason when it is not there. */
const needed = {
  goods: ['item', 'item-missing'],
  calls: ['number', 'phone-missing'],
  finds: ['item', 'item-missing'],
  moves: ['toCell', 'cell-missing'],
} as const satisfies Readonly<Record<EventKind, readonly [string, string]>>;
/** A find that nobody owns up to. */
const nobodys = /^(?:tidak|tdk|tak|tanpa|no)\s*(?:ber)?(?:tuan|pemilik|owner)|^temuan\b|^(?:umum|lapangan)$/i;
/** A spreadsheet wrote the number as 8.12E+10: its digits are gone. */
const lostNumber = /\de[+-]?\d/i;
const measured: Readonly<Record<string, string>> = { quantity: 'unit', duration: 'unit' };

/** Reads rows of a register of goods, calls, finds or moves. */
export class EventRowReader {
  readonly #kind: EventKind;
  readonly #cell: Cell;
  readonly #moments: MomentReader;
  readonly #names = new Map<string, NameFault | null>();
  /** Of the heading over a quantity or duration, for cells that name none. */
  readonly #unit: string;

  /** @param unread is told of dates that are no day, read day first */
  constructor(kind: EventKind, cell: Cell, mapping: ColumnMapping, unread: (order: Moment['order']) => void) {
    this.#kind = kind;
    this.#cell = cell;
    this.#moments = new MomentReader(cell, unread);
    this.#unit =
      Object.keys(measured)
        .map((field) => unitOfHeading(mapping[field] ?? ''))
        .find((unit) => unit !== '') ?? '';
  }

  /** @throws RowRejected */
  read(cells: readonly string[]): WrittenEvent {
    const columns = writtenEventColumns[this.#kind];
    const texts = columns.map((column) => {
      const text = this.#cell(cells, column);
      return column === 'unit' && isNothing(text) ? this.#unit : text;
    });
    const moment = this.#moments.read(cells);
    const [field, code] = needed[this.#kind];
    const said = this.#cell(cells, field);
    if (isNothing(said)) throw new RowRejected(field, code);
    if (field === 'number' && (lostNumber.test(said) || !/\d{3}/.test(said.replace(/[\s.-]/g, ''))))
      throw new RowRejected(field, 'phone-unreadable', `«${said}»`);
    const namesInmate = this.#namesInmate(cells);
    const namesVisitor = this.#kind === 'goods' && this.#namesVisitor(cells);
    texts.forEach((text, place) => checkLength(columns[place] ?? '', text));
    return { ...moment, texts, namesInmate, namesVisitor };
  }

  #namesInmate(cells: readonly string[]): boolean {
    const name = this.#cell(cells, 'inmateName');
    const fault = this.#kind === 'finds' && nobodys.test(name) ? 'missing' : remembered(this.#names, name, nameFault);
    if (fault !== 'missing') {
      refuseInmate(name, fault);
      return true;
    }
    if (isRegistration(this.#cell(cells, 'registrationNumber'))) return true;
    if (this.#kind === 'finds') return false;
    throw new RowRejected('inmateName', 'inmate-name-missing', shown(name));
  }

  #namesVisitor(cells: readonly string[]): boolean {
    const name = this.#cell(cells, 'visitorName');
    const fault = remembered(this.#names, name, nameFault);
    if (fault === 'missing') return false;
    refuseName('visitorName', name, fault);
    return true;
  }
}
