import type { Id } from '../../../shared/domain/basics.ts';
import type { Visit, VisitCorrection } from '../../../shared/domain/visit.ts';
import type { VisitBlock } from '../format/segment.ts';
import type { VisitBatch, VisitTable } from '../port.ts';
import { finish, finishInSlices } from '../slices.ts';
import { type Corrections, correctionsByRow, type VisitIndex, visitIndexSteps } from './visit-index.ts';

const dayLength = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/** What lies over the stored visits: corrections, and people who turned out to be others. */
export interface LaidOver {
  readonly corrections: Iterable<VisitCorrection>;
  readonly joined: ReadonlyMap<Id, Id>;
}

/** Visits of all segments in memory, oldest first, with corrections laid over them. Indexes are made when first asked for. */
export class MemoryVisits implements VisitTable {
  readonly #blocks: VisitBlock[] = [];
  /** Number of the first row of each block. */
  readonly #starts: number[] = [];
  readonly #days = new Map<number, string>();
  readonly #readLaidOver: () => LaidOver;
  #length = 0;
  #index: VisitIndex | undefined;
  /** Whether anybody asked the index since it was made. */
  #asked = true;
  /** Grows with whatever puts an index out of date. */
  #change = 0;
  #overlay: { readonly corrections: Corrections; readonly joined: ReadonlyMap<Id, Id> } | undefined;

  constructor(readLaidOver: () => LaidOver) {
    this.#readLaidOver = readLaidOver;
  }

  add(blocks: readonly VisitBlock[]): void {
    for (const block of blocks) {
      this.#blocks.push(block);
      this.#starts.push(this.#length);
      this.#length += block.length;
    }
    this.#outdate();
  }

  correctionsChanged(): void {
    this.#overlay = undefined;
    this.#outdate();
  }

  /** Makes the index in slices where somebody uses it, so that nobody waits for it in one piece. */
  async prepare(): Promise<void> {
    if (this.#index !== undefined || !this.#asked) return;
    const change = this.#change;
    const holds = (): boolean => change === this.#change && this.#index === undefined;
    const index = await finishInSlices(this.#steps(), holds);
    if (index !== undefined) this.#keep(index);
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
    const { corrections, joined } = this.#laidOver();
    const correction = corrections.get(importId)?.get(sourceRow);
    const visit = correction === undefined ? stored : corrected(stored, correction);
    const { visitorId, inmateId } = visit;
    if (!joined.has(visitorId) && !joined.has(inmateId)) return visit;
    return { ...visit, visitorId: joined.get(visitorId) ?? visitorId, inmateId: joined.get(inmateId) ?? inmateId };
  }

  /** A million visits fall on few days. */
  #day(number: number): string {
    const known = this.#days.get(number);
    if (known !== undefined) return known;
    const day = new Date(number * dayLength).toISOString().slice(0, 10);
    this.#days.set(number, day);
    return day;
  }

  #laidOver() {
    if (this.#overlay === undefined) {
      const { corrections, joined } = this.#readLaidOver();
      this.#overlay = { corrections: correctionsByRow(corrections), joined };
    }
    return this.#overlay;
  }

  #outdate(): void {
    this.#index = undefined;
    this.#change += 1;
  }

  #steps(): Generator<void, VisitIndex> {
    const { corrections, joined } = this.#laidOver();
    return visitIndexSteps(this.#blocks, corrections, joined);
  }

  #keep(index: VisitIndex): VisitIndex {
    this.#index = index;
    this.#asked = false;
    return index;
  }

  #indexed(): VisitIndex {
    const index = this.#index ?? this.#keep(finish(this.#steps()));
    this.#asked = true;
    return index;
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
