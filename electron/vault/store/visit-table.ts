import type { Id } from '../../../shared/domain/basics.ts';
import type { Visit, VisitCorrection } from '../../../shared/domain/visit.ts';
import type { VisitBlock } from '../format/segment.ts';
import type { VisitBatch, VisitTable } from '../port.ts';

const dayLength = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

interface Index {
  /** Position in table order → block and row. */
  readonly order: readonly { readonly block: VisitBlock; readonly row: number }[];
  readonly byVisitor: ReadonlyMap<Id, number[]>;
  readonly byInmate: ReadonlyMap<Id, number[]>;
}

/** Visits of all segments in memory, oldest first, with corrections laid over them. Indexes are made when first asked for. */
export class MemoryVisits implements VisitTable {
  readonly #blocks: VisitBlock[] = [];
  readonly #corrections: () => Iterable<VisitCorrection>;
  #length = 0;
  #index: Index | null = null;
  #corrected: ReadonlyMap<string, VisitCorrection['set']> | null = null;

  constructor(corrections: () => Iterable<VisitCorrection>) {
    this.#corrections = corrections;
  }

  add(blocks: readonly VisitBlock[]): void {
    for (const block of blocks) {
      this.#blocks.push(block);
      this.#length += block.length;
    }
    this.forget();
  }

  /** Corrections or segments changed. */
  forget(): void {
    this.#index = null;
    this.#corrected = null;
  }

  get length(): number {
    return this.#length;
  }

  at(position: number): Visit {
    const place = this.#indexed().order[position];
    if (place === undefined) throw new RangeError('no visit at this position');
    return this.#visit(place.block, place.row);
  }

  ofVisitor(personId: Id): readonly number[] {
    return this.#indexed().byVisitor.get(personId) ?? [];
  }

  ofInmate(personId: Id): readonly number[] {
    return this.#indexed().byInmate.get(personId) ?? [];
  }

  *all(): Iterable<Visit> {
    for (const { block, row } of this.#indexed().order) yield this.#visit(block, row);
  }

  batches(): Iterable<VisitBatch> {
    return this.#blocks;
  }

  #visit(block: VisitBlock, row: number): Visit {
    const { texts, importId } = block;
    const minutes = block.time[row] ?? -1;
    const sourceRow = block.sourceRow[row] ?? 0;
    const id = `${importId}:${sourceRow}`;
    const stored: Visit = {
      id,
      importId,
      sourceRow,
      date: new Date((block.date[row] ?? 0) * dayLength).toISOString().slice(0, 10),
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
    const correction = this.#laidOver().get(id);
    return correction === undefined ? stored : corrected(stored, correction);
  }

  #laidOver(): ReadonlyMap<string, VisitCorrection['set']> {
    this.#corrected ??= new Map([...this.#corrections()].map(({ visitId, set }) => [visitId, set]));
    return this.#corrected;
  }

  #indexed(): Index {
    this.#index ??= this.#makeIndex();
    return this.#index;
  }

  #makeIndex(): Index {
    const order = this.#blocks.flatMap((block) => Array.from({ length: block.length }, (_, row) => ({ block, row })));
    const moment = ({ block, row }: { block: VisitBlock; row: number }): number =>
      (block.date[row] ?? 0) * 1440 + (block.time[row] ?? -1);
    order.sort((a, b) => moment(a) - moment(b));
    const byVisitor = new Map<Id, number[]>();
    const byInmate = new Map<Id, number[]>();
    const changed = this.#laidOver();
    order.forEach(({ block, row }, position) => {
      const correction = changed.size === 0 ? undefined : changed.get(`${block.importId}:${block.sourceRow[row] ?? 0}`);
      put(byVisitor, correction?.visitorId ?? block.texts.visitorId.at(row), position);
      put(byInmate, correction?.inmateId ?? block.texts.inmateId.at(row), position);
    });
    return { order, byVisitor, byInmate };
  }
}

function put(map: Map<Id, number[]>, key: Id, position: number): void {
  const positions = map.get(key);
  if (positions === undefined) map.set(key, [position]);
  else positions.push(position);
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
