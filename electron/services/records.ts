import type { Id } from '../../shared/domain/basics.ts';
import type { CollectionName, RecordOf } from '../../shared/domain/document.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { VaultPort } from '../vault/port.ts';

/** Records of a collection that were not removed. */
export function* living<C extends CollectionName>(vault: VaultPort, collection: C): Iterable<RecordOf<C>> {
  const records: Readonly<Record<string, RecordOf<C>>> = vault.document[collection];
  for (const id in records) {
    const record = records[id];
    if (record !== undefined && record.removed === undefined) yield record;
  }
}

/** @throws SinergiError `not-found` when there is none or it was removed. */
export function find<C extends CollectionName>(vault: VaultPort, collection: C, id: Id): RecordOf<C> {
  const records: Readonly<Record<string, RecordOf<C>>> = vault.document[collection];
  const record = records[id];
  if (record === undefined || record.removed !== undefined) throw new SinergiError('not-found', { collection, id });
  return record;
}
