import { z } from 'zod';
import { type Id, idSchema } from '../../../shared/domain/basics.ts';
import { recordSchemas, type CollectionName, type RecordOf } from '../../../shared/domain/document.ts';
import { errorCodes, SinergiError } from '../../../shared/errors.ts';
import { stampPattern, zeroStamp } from '../format/clock.ts';
import type { Slices } from '../slices.ts';
import { type JournalTransaction, type Operation, type SegmentReference } from '../format/journal.ts';

/** Which transaction an operation came in: two of one stamp are ordered by their devices. */
export const originSchema = z.strictObject({ stamp: z.string().regex(stampPattern), device: idSchema });
export type Origin = z.infer<typeof originSchema>;

/**
 * A step of a record as history keeps it, with all that is needed to fold the record anew when an older step of another
 * device arrives. Making a record is not kept: the record itself says when and by whom, and what it held is found by
 * going back through the steps.
 */
export const pastSchema = originSchema.extend({
  /** The step this one was made upon; what came between was not seen. */
  base: originSchema.optional(),
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
  /** By `collection/id`, where the newest step of each record came from. */
  readonly newest: Map<string, Origin>;
  readonly segments: SegmentReference[];
  /** Segments put together into others by the last compaction; the generation before may still need them. */
  readonly retired: string[];
  /** Segments that others took the place of since the last compaction; retired by the next. Not in the snapshot. */
  readonly replaced: string[];
  stamp: string;
}

/** How records are named across collections. */
export const recordKey = (collection: CollectionName, id: Id): string => `${collection}/${id}`;

export const emptyState = (): VaultState => ({
  document: {
    people: {},
    risks: {},
    incidents: {},
    cellSearches: {},
    warningActs: {},
    indicatorRules: {},
    prisonPlans: {},
    trainingMarks: {},
    trainingAttempts: {},
    skillRecords: {},
    cases: {},
    links: {},
    charts: {},
    hypotheses: {},
    caseFacts: {},
    gaps: {},
    tasks: {},
    decisions: {},
    reports: {},
    files: {},
    exhibits: {},
    custody: {},
    approvals: {},
    visitCorrections: {},
    joins: {},
    identityDecisions: {},
    bans: {},
    watches: {},
    deskVisits: {},
    dismissals: {},
    alerts: {},
    alertActs: {},
    alertSearches: {},
    staff: {},
    imports: {},
    mappings: {},
    settings: {},
    sources: {},
    sourceContacts: {},
    unsealings: {},
    retentionRules: {},
    weedings: {},
    backupMedia: {},
    restorations: {},
    agencyIdentity: {},
    agencies: {},
    sentPackages: {},
    receivedPackages: {},
    receivedItems: {},
    informationRequests: {},
    meetings: {},
    operations: {},
    commitments: {},
  },
  history: {},
  newest: new Map(),
  segments: [],
  retired: [],
  replaced: [],
  stamp: zeroStamp,
});

export function freezeDeeply(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeeply(member);
}

/** A record before and after one operation, checked against its collection's schema. */
export interface Step<C extends CollectionName = CollectionName> {
  readonly operation: Operation;
  readonly before: object | undefined;
  /** Nothing when the record is erased. */
  readonly after: RecordOf<C> | undefined;
}

/** Who made a step, when, and which transaction it belongs to. */
export interface Authorship extends Origin {
  readonly at: string;
  readonly by: Id;
}

/**
 * The record an operation makes of what is there: named fields are set or taken away, the others stay. The version grows
 * by one, whatever the version the operation was based on, so that operations of several writers can follow each other.
 *
 * @throws SinergiError `invalid-input`, or the code a schema names, when the result is not a record of its collection
 */
export function stepOf<C extends CollectionName>(
  collection: C,
  before: object | undefined,
  operation: Operation,
  { at, by }: Pick<Authorship, 'at' | 'by'>,
): Step<C> & { readonly after: RecordOf<C> } {
  const { id, kind, set, unset } = operation;
  const old: Readonly<Record<string, unknown>> = { ...before };
  const version = typeof old['version'] === 'number' ? old['version'] : 0;
  const fields: Record<string, unknown> = { createdAt: at, createdBy: by, ...old, ...set };
  for (const field of unset) delete fields[field];
  if (kind === 'remove') fields['removed'] = { at, by };
  if (kind === 'restore') delete fields['removed'];
  const made = { ...fields, id, version: version + 1, changedAt: at, changedBy: by };
  const parsed = recordSchemas[collection].safeParse(made);
  if (!parsed.success) throw refusal(collection, parsed.error);
  freezeDeeply(parsed.data);
  return { operation, before, after: parsed.data };
}

/** What was wrong and where, without the value that was wrong: errors are logged, records are not. */
function refusal(collection: CollectionName, { issues: [issue] }: z.ZodError): SinergiError {
  const code = errorCodes.find((known) => known === issue?.message) ?? 'invalid-input';
  return new SinergiError(code, { collection, field: issue?.path.join('.') ?? '' });
}

/** Puts a step into the state. Cannot fail: everything that can be wrong was found when the step was made. */
export function applyStep(state: VaultState, { operation, before, after }: Step, author: Authorship): void {
  const { collection, id, kind, set, unset, base } = operation;
  const { at, by, stamp, device } = author;
  const records: Record<string, object> = state.document[collection];
  const key = recordKey(collection, id);
  if (after === undefined) {
    delete records[id];
    delete state.history[key];
    state.newest.delete(key);
    return;
  }
  records[id] = after;
  state.newest.set(key, author);
  if (kind === 'create' || kind === 'erase' || before === undefined) return;
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const fields = [...Object.keys(set), ...unset]
    .filter((field) => JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }));
  const version = now.get('version');
  (state.history[key] ??= []).push({
    stamp,
    device,
    ...(base === undefined ? {} : { base: { stamp: base.stamp, device: base.device } }),
    version: typeof version === 'number' ? version : 1,
    at,
    by,
    change: changes[kind],
    fields,
  });
}

/** Files of visits that become part of the vault, and those they take the place of. */
export function takeIn(
  state: VaultState,
  segments: readonly SegmentReference[],
  replaced: readonly string[] | undefined = [],
): void {
  if (replaced.length > 0) {
    const kept = state.segments.filter(({ file }) => !replaced.includes(file));
    state.segments.splice(0, state.segments.length, ...kept);
    state.replaced.push(...replaced);
  }
  state.segments.push(...segments);
}

/** Folds a transaction read from a journal into a state nobody sees yet. @throws SinergiError when it does not lead to valid records */
export async function fold(
  state: VaultState,
  transaction: JournalTransaction,
  device: Id,
  slices: Slices,
): Promise<void> {
  const { at, by, operations, segments, stamp } = transaction;
  const author = { at, by, stamp, device };
  for (const operation of operations) {
    const { collection, id, kind } = operation;
    const records: Readonly<Record<string, object>> = state.document[collection];
    const before = records[id];
    if (kind === 'erase') applyStep(state, { operation, before, after: undefined }, author);
    // Another device went on with a record that was erased here: there is nothing left to go on with.
    else if (before !== undefined || kind === 'create')
      applyStep(state, stepOf(collection, before, operation, author), author);
    if (slices.due()) await slices.pause();
  }
  takeIn(state, segments, transaction.replaced);
  if (stamp > state.stamp) state.stamp = stamp;
}
