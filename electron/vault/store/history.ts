import type { Id } from '../../../shared/domain/basics.ts';
import type { CollectionName, HistoryEntry } from '../../../shared/domain/document.ts';
import { type Origin, type Past, recordKey, type VaultState } from './state.ts';

/** A record's life as it is shown: its making, then every step, with names instead of identifiers. */
export function historyOf(
  state: VaultState,
  collection: CollectionName,
  id: Id,
  nameOf: (officer: Id) => string,
): readonly HistoryEntry[] {
  const record = state.document[collection][id];
  if (record === undefined) return [];
  const made: HistoryEntry = {
    version: 1,
    at: record.createdAt,
    by: record.createdBy,
    byName: nameOf(record.createdBy),
    change: 'created',
    fields: [],
  };
  const past = state.history[recordKey(collection, id)] ?? [];
  const steps = past.map(({ version, at, by, change, fields }) => ({
    version,
    at,
    by,
    byName: nameOf(by),
    change,
    fields: fields.map(({ field, before, after }) => ({ field, before, after })),
  }));
  return [made, ...steps];
}

/** Two devices set one field to different values, neither having seen the other's. The later step is what shows. */
export interface FieldConflict {
  readonly field: string;
  readonly shown: Past;
  readonly hidden: Past;
}

/** By clock, then by device: the one order in which every device folds the same steps. */
export function comesBefore(left: Origin, right: Origin): boolean {
  return left.stamp === right.stamp ? left.device < right.device : left.stamp < right.stamp;
}

/** Conflicts among the steps of one record, oldest first; found again from the history each time, so none can be lost. */
export function conflictsIn(past: readonly Past[]): readonly FieldConflict[] {
  return past.flatMap((shown, number) =>
    past
      .slice(0, number)
      .filter((hidden) => hidden.device !== shown.device && shown.base !== undefined && comesBefore(shown.base, hidden))
      .flatMap((hidden) => overlap(hidden, shown)),
  );
}

function overlap(hidden: Past, shown: Past): FieldConflict[] {
  const after = new Map(hidden.fields.map(({ field, after: value }) => [field, JSON.stringify(value)]));
  return shown.fields
    .filter(({ field, after: value }) => after.has(field) && after.get(field) !== JSON.stringify(value))
    .map(({ field }) => ({ field, shown, hidden }));
}
