import type { Id, RecordMeta } from '../../../shared/domain/basics.ts';
import type { CollectionName, FieldsOf, RecordOf } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Operation } from '../format/journal.ts';
import { newId } from '../ids.ts';
import type { Transaction, VisitBatch } from '../port.ts';
import { type Step, stepOf, type VaultState } from './state.ts';

/** Who makes the change, when, on which device. */
export interface Authorship {
  readonly at: string;
  readonly by: Id;
  readonly device: Id;
  readonly stamp: string;
  /** Milliseconds, for new identifiers. */
  readonly now: number;
}

/** Collects the steps of one transaction; each sees the ones before it, and nothing else does yet. */
export class TransactionBuilder implements Transaction {
  readonly steps: Step[] = [];
  readonly batches: VisitBatch[] = [];
  readonly #state: VaultState;
  readonly #author: Authorship;
  readonly #fresh = new Map<string, object>();

  constructor(state: VaultState, author: Authorship) {
    this.#state = state;
    this.#author = author;
  }

  create<C extends CollectionName>(collection: C, fields: FieldsOf<C>): RecordOf<C> {
    return this.#step(collection, { id: newId(this.#author.now), kind: 'create', ...parts(fields) }, undefined);
  }

  change<C extends CollectionName>(
    collection: C,
    id: Id,
    basedOn: RecordMeta['version'],
    fields: Partial<FieldsOf<C>>,
  ): RecordOf<C> {
    const before = this.#current(collection, id, basedOn);
    if ('removed' in before && before.removed !== undefined) throw new SinergiError('not-found', { collection, id });
    return this.#step(collection, { id, kind: 'change', ...parts(fields) }, before);
  }

  remove<C extends CollectionName>(collection: C, id: Id, basedOn: RecordMeta['version']): RecordOf<C> {
    const before = this.#current(collection, id, basedOn);
    return this.#step(collection, { id, kind: 'remove', set: {}, unset: [] }, before);
  }

  restore<C extends CollectionName>(collection: C, id: Id, basedOn: RecordMeta['version']): RecordOf<C> {
    const before = this.#current(collection, id, basedOn);
    return this.#step(collection, { id, kind: 'restore', set: {}, unset: [] }, before);
  }

  addVisits(batch: VisitBatch): void {
    if (batch.length > 0) this.batches.push(batch);
  }

  #current(collection: CollectionName, id: Id, basedOn: number): object {
    const records: Readonly<Record<string, object>> = this.#state.document[collection];
    const record = this.#fresh.get(`${collection}/${id}`) ?? records[id];
    if (record === undefined) throw new SinergiError('not-found', { collection, id });
    if (!('version' in record) || record.version !== basedOn) throw new SinergiError('conflict', { collection, id });
    return record;
  }

  #step<C extends CollectionName>(
    collection: C,
    made: Pick<Operation, 'id' | 'kind' | 'set' | 'unset'>,
    before: object | undefined,
  ): RecordOf<C> {
    const { at, by, device } = this.#author;
    const version =
      before !== undefined && 'version' in before && typeof before.version === 'number' ? before.version : 0;
    const stamp = this.#state.stamp;
    const operation: Operation = {
      collection,
      ...made,
      ...(before === undefined ? {} : { base: { version, stamp, device } }),
    };
    const step = stepOf(collection, before, operation, at, by);
    this.steps.push(step);
    this.#fresh.set(`${collection}/${made.id}`, step.after);
    return step.after;
  }
}

/** Fields with a value are set, fields that are `undefined` taken away. */
function parts(fields: object): Pick<Operation, 'set' | 'unset'> {
  const entries = Object.entries(fields);
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    unset: entries.filter(([, value]) => value === undefined).map(([field]) => field),
  };
}
