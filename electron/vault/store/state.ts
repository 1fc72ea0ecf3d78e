import { z } from 'zod';
import {
  collections,
  recordSchemas,
  type CollectionName,
  type RecordOf,
  type VaultDocument,
} from '../../../shared/domain/document.ts';
import { textOf, utf8 } from '../crypto/bytes.ts';
import { stampPattern, zeroStamp } from '../format/clock.ts';
import {
  type JournalTransaction,
  type Operation,
  type SegmentReference,
  segmentReferenceSchema,
} from '../format/journal.ts';

/** A step of a record as history keeps it. Making a record is not kept: the record itself says when and by whom. */
const pastSchema = z.strictObject({
  version: z.int().positive(),
  at: z.string(),
  by: z.string(),
  change: z.enum(['changed', 'removed', 'restored']),
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
});
export type Past = z.infer<typeof pastSchema>;

const changes = { change: 'changed', remove: 'removed', restore: 'restored' } as const;

type MutableDocument = { -readonly [C in CollectionName]: Record<string, RecordOf<C>> };

/** What a vault holds besides visits: the snapshot's content, and what every transaction is folded into. */
export interface VaultState {
  readonly document: MutableDocument;
  /** By `collection/id`, oldest first. */
  readonly history: Record<string, Past[]>;
  readonly segments: SegmentReference[];
  stamp: string;
}

export const emptyState = (): VaultState => ({
  document: {
    people: {},
    cases: {},
    links: {},
    charts: {},
    visitCorrections: {},
    imports: {},
    mappings: {},
    settings: {},
  },
  history: {},
  segments: [],
  stamp: zeroStamp,
});

const recordsOf = <C extends CollectionName>(collection: C) => z.record(z.string(), collections[collection]);
const stateSchema = z.strictObject({
  document: z.strictObject({
    people: recordsOf('people'),
    cases: recordsOf('cases'),
    links: recordsOf('links'),
    charts: recordsOf('charts'),
    visitCorrections: recordsOf('visitCorrections'),
    imports: recordsOf('imports'),
    mappings: recordsOf('mappings'),
    settings: recordsOf('settings'),
  }),
  history: z.record(z.string(), z.array(pastSchema)),
  segments: z.array(segmentReferenceSchema),
  stamp: z.string().regex(stampPattern),
});

export const stateBytes = (state: VaultState): Uint8Array => utf8(JSON.stringify(state));

/** @returns `undefined` when an authentic snapshot does not hold this format */
export function readState(bytes: Uint8Array): VaultState | undefined {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(textOf(bytes)));
    if (!parsed.success) return undefined;
    freezeRecords(parsed.data.document);
    return parsed.data;
  } catch {
    return undefined;
  }
}

function freezeRecords(document: VaultDocument): void {
  for (const records of Object.values(document)) for (const record of Object.values(records)) Object.freeze(record);
}

/** A record before and after one operation, checked against its collection's schema. */
export interface Step<C extends CollectionName = CollectionName> {
  readonly operation: Operation;
  readonly before: object | undefined;
  readonly after: RecordOf<C>;
}

/**
 * The record an operation makes of what is there: named fields are set or taken away, the others stay. The version grows
 * by one, whatever the version the operation was based on, so that operations of several writers can follow each other.
 *
 * @throws ZodError when the result is not a record of its collection
 */
export function stepOf<C extends CollectionName>(
  collection: C,
  before: object | undefined,
  operation: Operation,
  at: string,
  by: string,
): Step<C> {
  const { id, kind, set, unset } = operation;
  const old: Readonly<Record<string, unknown>> = { ...before };
  const version = typeof old['version'] === 'number' ? old['version'] : 0;
  const fields: Record<string, unknown> = { createdAt: at, createdBy: by, ...old, ...set };
  for (const field of unset) delete fields[field];
  if (kind === 'remove') fields['removed'] = { at, by };
  if (kind === 'restore') delete fields['removed'];
  const after = recordSchemas[collection].parse({ ...fields, id, version: version + 1, changedAt: at, changedBy: by });
  Object.freeze(after);
  return { operation, before, after };
}

/** Puts a step into the state. Cannot fail: everything that can be wrong was found when the step was made. */
export function applyStep(state: VaultState, { operation, before, after }: Step, at: string, by: string): void {
  const { collection, id, kind, set, unset } = operation;
  const records: Record<string, object> = state.document[collection];
  records[id] = after;
  if (kind === 'create' || before === undefined) return;
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const fields = [...Object.keys(set), ...unset]
    .filter((field) => JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }));
  const key = `${collection}/${id}`;
  const version = now.get('version');
  (state.history[key] ??= []).push({
    version: typeof version === 'number' ? version : 1,
    at,
    by,
    change: changes[kind],
    fields,
  });
}

/** Folds a transaction read from a journal. @throws ZodError when it does not lead to valid records */
export function fold(state: VaultState, transaction: JournalTransaction): void {
  const { at, by, operations, segments, stamp } = transaction;
  for (const operation of operations) {
    const { collection, id } = operation;
    const records: Readonly<Record<string, object>> = state.document[collection];
    applyStep(state, stepOf(collection, records[id], operation, at, by), at, by);
  }
  state.segments.push(...segments);
  if (stamp > state.stamp) state.stamp = stamp;
}
