import type { Id, RecordMeta } from '../../../shared/domain/basics.ts';
import type { CollectionName, FieldsOf, RecordOf } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Operation } from '../format/journal.ts';
import { newId } from '../ids.ts';
import type { Erasure, EventBatch, VisitBatch } from '../port.ts';
import { type Authorship, type Origin, recordKey, type Step, stepOf, type VaultState } from './state.ts';

/** A record that a transaction made and the disk does not have yet. */
export interface Fresh {
  /** Nothing when it was erased. */
  readonly record: object | undefined;
  readonly origin: Origin;
}

/** Collects the steps of one transaction; each sees the ones before it, and nothing else does yet. */
export class TransactionBuilder implements Erasure {
  readonly steps: Step[] = [];
  readonly batches: VisitBatch[] = [];
  readonly events: EventBatch[] = [];
  /** Rows of registers whose visitor is to be forgotten. */
  readonly anonymised = new Set<string>();
  readonly #state: VaultState;
  readonly #author: Authorship;
  readonly #now: number;
  readonly #waiting: ReadonlyMap<string, Fresh>;
  readonly #fresh = new Map<string, Fresh>();

  /** @param now milliseconds, for new identifiers */
  constructor(state: VaultState, author: Authorship, now: number, waiting: ReadonlyMap<string, Fresh>) {
    this.#state = state;
    this.#author = author;
    this.#now = now;
    this.#waiting = waiting;
  }

  /** What this transaction would make of the records it touches. */
  get fresh(): ReadonlyMap<string, Fresh> {
    return this.#fresh;
  }

  create<C extends CollectionName>(collection: C, fields: FieldsOf<C>, id: Id = newId(this.#now)): RecordOf<C> {
    const key = recordKey(collection, id);
    if (this.#unsaved(key)?.record !== undefined || this.#state.document[collection][id] !== undefined)
      throw new SinergiError('conflict', { collection, id });
    return this.#step(collection, { id, kind: 'create', ...parts(fields) }, undefined);
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

  addEvents(batch: EventBatch): void {
    if (batch.length > 0) this.events.push(batch);
  }

  erase(collection: CollectionName, id: Id): void {
    const before = this.#found(collection, id);
    if (before === undefined) throw new SinergiError('not-found', { collection, id });
    const operation: Operation = { collection, id, kind: 'erase', set: {}, unset: [] };
    this.steps.push({ operation, before, after: undefined });
    this.#fresh.set(recordKey(collection, id), { record: undefined, origin: this.#author });
  }

  rewrite<C extends CollectionName>(collection: C, id: Id, fields: Partial<FieldsOf<C>>): RecordOf<C> {
    const before = this.#found(collection, id);
    this.erase(collection, id);
    const {
      id: _id,
      version: _version,
      changedAt: _at,
      changedBy: _by,
      ...kept
    }: Record<string, unknown> = { ...before };
    return this.#step(collection, { id, kind: 'create', ...parts({ ...kept, ...fields }) }, undefined);
  }

  anonymise(rowId: string): void {
    this.anonymised.add(rowId);
  }

  #found(collection: CollectionName, id: Id): object | undefined {
    const records: Readonly<Record<string, object>> = this.#state.document[collection];
    const fresh = this.#unsaved(recordKey(collection, id));
    return fresh === undefined ? records[id] : fresh.record;
  }

  #current(collection: CollectionName, id: Id, basedOn: number): object {
    const record = this.#found(collection, id);
    if (record === undefined) throw new SinergiError('not-found', { collection, id });
    if (!('version' in record) || record.version !== basedOn) throw new SinergiError('conflict', { collection, id });
    return record;
  }

  #unsaved(key: string): Fresh | undefined {
    return this.#fresh.get(key) ?? this.#waiting.get(key);
  }

  #step<C extends CollectionName>(
    collection: C,
    made: Pick<Operation, 'id' | 'kind' | 'set' | 'unset'>,
    before: object | undefined,
  ): RecordOf<C> {
    const key = recordKey(collection, made.id);
    const seen = this.#unsaved(key)?.origin ?? this.#state.newest.get(key);
    const version =
      before !== undefined && 'version' in before && typeof before.version === 'number' ? before.version : 0;
    const operation: Operation = {
      collection,
      ...made,
      ...(before === undefined || seen === undefined
        ? {}
        : { base: { version, stamp: seen.stamp, device: seen.device } }),
    };
    const { after } = stepOf(collection, before, operation, this.#author);
    this.steps.push({ operation: asStored(operation, after), before, after });
    this.#fresh.set(key, { record: after, origin: this.#author });
    return after;
  }
}

/** A schema may trim what was typed; the journal holds the values as the record does, so that any reader folds the same. */
function asStored(operation: Operation, after: object): Operation {
  const values = new Map<string, unknown>(Object.entries(after));
  const set = Object.fromEntries(Object.keys(operation.set).map((field) => [field, values.get(field)]));
  return { ...operation, set };
}

/** Fields with a value are set, fields that are `undefined` taken away. */
function parts(fields: object): Pick<Operation, 'set' | 'unset'> {
  const entries = Object.entries(fields);
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    unset: entries.filter(([, value]) => value === undefined).map(([field]) => field),
  };
}
