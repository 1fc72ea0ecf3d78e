import { SinergiError } from '../../../shared/errors.ts';
import { concat, toHex } from '../crypto/bytes.ts';
import type { AuditEntry } from '../format/audit.ts';
import { operationsBytes, type SegmentReference, transactionBytes } from '../format/journal.ts';
import type { EventBlock, VisitBlock } from '../format/segment.ts';
import type { AuditNote, Erasure } from '../port.ts';
import type { AuditTrail } from './audit-trail.ts';
import { type Fresh, TransactionBuilder } from './builder.ts';
import type { Waiting } from './commit-queue.ts';
import type { LogFile } from './log-file.ts';
import { applyStep, type Authorship, type Step, takeIn, type VaultState } from './state.ts';

/** A transaction as `transact` was asked for it. */
export interface Request {
  readonly note: AuditNote;
  /** Runs the caller's function. @returns what settles the caller's promise once all is durable */
  run(transaction: Erasure): Promise<() => void>;
}

/** A month's rows of one register, written and durable, though not yet part of the vault. */
export interface WrittenSegment {
  readonly reference: SegmentReference;
  readonly visits: readonly VisitBlock[];
  readonly events: readonly EventBlock[];
}

/** What a commit works on. */
export interface CommitTarget {
  readonly state: VaultState;
  readonly journal: LogFile;
  readonly journalId: string;
  readonly trail: AuditTrail;
  moment(): Authorship & { readonly now: number };
  writeSegments(added: Pick<TransactionBuilder, 'batches' | 'events'>): Promise<readonly WrittenSegment[]>;
  /** Every segment one of these rows lies in, written without who came. */
  rewriteSegments(anonymised: ReadonlySet<string>): Promise<RewrittenSegments>;
}

export interface RewrittenSegments {
  readonly segments: readonly WrittenSegment[];
  /** Files those take the place of. */
  readonly replaced: readonly string[];
}

export interface Prepared {
  readonly author: Authorship;
  readonly steps: readonly Step[];
  readonly segments: readonly WrittenSegment[];
  readonly replaced: readonly string[];
  readonly entry: AuditEntry;
  readonly bytes: Uint8Array;
  readonly waiting: Waiting<Request>;
  readonly settle: () => void;
}

/** A group stops growing here, so that the first of it does not wait for the last. */
const groupBytes = 8 * 1024 * 1024;

/**
 * Takes transactions from the front of `group`, makes them durable in one journal frame, then shows them in memory and
 * answers. One that is refused is answered alone; when the disk refuses, none of them happened.
 *
 * @returns what is now part of the vault, in order; the caller settles each
 */
export async function commitGroup(target: CommitTarget, group: Waiting<Request>[]): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  const unsaved = new Map<string, Fresh>();
  let head = target.trail.head;
  let bytes = 0;
  while (group.length > 0 && bytes < groupBytes) {
    const waiting = group.shift();
    if (waiting === undefined) break;
    try {
      const one = await prepare(target, waiting, unsaved, head);
      prepared.push(one);
      head = { count: one.entry.sequence, head: one.entry.hash };
      bytes += one.bytes.length;
    } catch (cause) {
      waiting.reject(cause);
    }
  }
  if (prepared.length === 0) return prepared;
  try {
    const [only] = prepared;
    const whole =
      prepared.length === 1 && only !== undefined ? only.bytes : concat(...prepared.map(({ bytes: each }) => each));
    await target.journal.append(whole, 'now');
  } catch (cause) {
    for (const { waiting } of prepared) waiting.reject(cause);
    return [];
  }
  for (const { steps, segments, replaced, author } of prepared) {
    for (const step of steps) applyStep(target.state, step, author);
    takeIn(
      target.state,
      segments.map(({ reference }) => reference),
      replaced,
    );
    target.state.stamp = author.stamp;
  }
  target.trail.follow(prepared.map(({ entry }) => entry));
  return prepared;
}

async function prepare(
  target: CommitTarget,
  waiting: Waiting<Request>,
  unsaved: Map<string, Fresh>,
  head: AuditTrail['head'],
): Promise<Prepared> {
  const { now, ...author } = target.moment();
  const builder = new TransactionBuilder(target.state, author, now, unsaved);
  const settle = await waiting.change.run(builder);
  const added = await target.writeSegments(builder);
  const { segments: rewritten, replaced } = await target.rewriteSegments(builder.anonymised);
  const segments = [...added, ...rewritten];
  const operations = await operationsBytes(builder.steps.map((step) => step.operation));
  const { note } = waiting.change;
  const entityId = note.entityId ?? builder.steps[0]?.operation.id;
  const entry = target.trail.entryAfter(
    head,
    entityId === undefined ? note : { ...note, entityId },
    { stamp: author.stamp, at: author.at, actor: author.by, device: author.device },
    { journal: target.journalId, frame: target.journal.frames, operations: toHex(operations.sha256) },
  );
  const { stamp, at, by } = author;
  const references = segments.map(({ reference }) => reference);
  const replacing = replaced.length === 0 ? {} : { replaced: [...replaced] };
  const bytes = transactionBytes({ stamp, at, by, segments: references, ...replacing, audit: entry }, operations.bytes);
  if (!target.journal.fits(bytes.length)) throw new SinergiError('file-too-large');
  for (const [key, fresh] of builder.fresh) unsaved.set(key, fresh);
  return { author, steps: builder.steps, segments, replaced, entry, bytes, waiting, settle };
}
