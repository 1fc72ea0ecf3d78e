import type { Id } from '../../../shared/domain/basics.ts';
import type { Visit, VisitCorrection } from '../../../shared/domain/visit.ts';
import type { VisitBlock } from '../format/segment.ts';
import type { VisitBatch, VisitTable } from '../port.ts';
import { type Corrections, correctionsByRow, VisitIndex } from './visit-index.ts';

const dayLength = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Visits of all segments in memory, oldest first, with corrections laid over them. Indexes are made when first asked for. */
export class MemoryVisits implements VisitTable {
  readonly #blocks: VisitBlock[] = [];
  /** Number of the first row of each block. */
  readonly #starts: number[] = [];
  readonly #days = new Map<number, string>();
  readonly #readCorrections: () => Iterable<VisitCorrection>;
  #length = 0;
  #index: VisitIndex | undefined;
  #corrections: Corrections | undefined;

  constructor(readCorrections: () => Iterable<VisitCorrection>) {
    this.#readCorrections = readCorrections;
  }

  add(blocks: readonly VisitBlock[]): void {
    for (const block of blocks) {
      this.#blocks.push(block);
      this.#starts.push(this.#length);
      this.#length += block.length;
    }
    this.#index = undefined;
  }

  correctionsChanged(): void {
    this.#corrections = undefined;
    this.#index = undefined;
  }

  /** The vault was closed: nothing of it stays. */
  clear(): void {
    this.#blocks.length = 0;
    this.#starts.length = 0;
    this.#length = 0;
    this.correctionsChanged();
  }

  get length(): number {
    return this.#length;
  }

  at(position: number): Visit {
    const row = this.#indexed().rowAt(position);
    if (row === undefined) throw new RangeError('no visit at this position');
    const number = this.#blockOf(row);
    const block = this.#blocks[number];
    if (block === undefined) throw new RangeError('a row without a block');
    return this.#visit(block, row - (this.#starts[number] ?? 0));
  }

  ofVisitor(personId: Id): readonly number[] {
    return this.#indexed().ofVisitor(personId);
  }

  ofInmate(personId: Id): readonly number[] {
    return this.#indexed().ofInmate(personId);
  }

  *all(): Iterable<Visit> {
    for (let position = 0; position < this.#length; position += 1) yield this.at(position);
  }

  batches(): Iterable<VisitBatch> {
    return this.#blocks;
  }

  /** The last block that starts at or before a row, by halving. */
  #blockOf(row: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #visit(block: VisitBlock, row: number): Visit {
    const { texts, importId } = block;
    const minutes = block.time[row] ?? -1;
    const sourceRow = block.sourceRow[row] ?? 0;
    const stored: Visit = {
      id: `${importId}:${sourceRow}`,
      importId,
      sourceRow,
      date: this.#day(block.date[row] ?? 0),
      time: minutes < 0 ? null : `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
      queueNumber: texts.queueNumber.at(row),
      visitorId: texts.visitorId.at(row),
      inmateId: texts.inmateId.at(row),
      relation: texts.relation.at(row),
      asWritten: {
        visitorName: texts.visitorName.at(row),
        nationalId: texts.nationalId.at(row),
        phone: texts.phone.at(row),
        address: texts.address.at(row),
        inmateName: texts.inmateName.at(row),
        registrationNumber: texts.registrationNumber.at(row),
        cell: texts.cell.at(row),
      },
    };
    const correction = this.#laidOver().get(importId)?.get(sourceRow);
    return correction === undefined ? stored : corrected(stored, correction);
  }

  /** A million visits fall on few days. */
  #day(number: number): string {
    const known = this.#days.get(number);
    if (known !== undefined) return known;
    const day = new Date(number * dayLength).toISOString().slice(0, 10);
    this.#days.set(number, day);
    return day;
  }

  #laidOver(): Corrections {
    this.#corrections ??= correctionsByRow(this.#readCorrections());
    return this.#corrections;
  }

  #indexed(): VisitIndex {
    this.#index ??= new VisitIndex(this.#blocks, this.#laidOver());
    return this.#index;
  }
}

function corrected(visit: Visit, set: VisitCorrection['set']): Visit {
  return {
    ...visit,
    date: set.date ?? visit.date,
    time: set.time === undefined ? visit.time : set.time,
    queueNumber: set.queueNumber ?? visit.queueNumber,
    visitorId: set.visitorId ?? visit.visitorId,
    inmateId: set.inmateId ?? visit.inmateId,
    relation: set.relation ?? visit.relation,
    asWritten: set.asWritten ?? visit.asWritten,
  };
}
