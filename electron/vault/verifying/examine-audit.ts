import { fromBase64, fromHex } from '../crypto/bytes.ts';
import { isSignedBy } from '../crypto/signing.ts';
import { type AuditEntry, type AuditHead, continues, headAfter, noAudit, readAuditPayload } from '../format/audit.ts';
import { accountedGaps } from '../format/gaps.ts';
import type { HeaderBody } from '../format/header.ts';
import { membersOf } from '../officers/members.ts';
import type { Examination } from './examination.ts';
import type { WalkedFrame } from './walk-frames.ts';

/** A change that stands in a journal, and where. */
export interface FoundChange {
  readonly path: string;
  readonly offset: number;
  readonly journal: string;
  readonly frame: number;
  readonly device: string;
  readonly audit: AuditEntry;
  /** SHA-256 of the operations as they were written. */
  readonly operations: string;
}

export interface FoundJournal {
  readonly path: string;
  /** Frames up to the last that opens. */
  readonly frames: number;
  readonly end: number;
  /** Every frame of it opened, so that what is missing was cut off. */
  readonly whole: boolean;
}

export interface FoundLog {
  readonly device: string;
  readonly path: string;
  readonly first: AuditHead;
  readonly frames: readonly WalkedFrame[];
  readonly end: number;
  /** Every frame of it opened. */
  readonly whole: boolean;
}

/** What was read of a device's chain. */
export interface FoundChain {
  /** Hash by sequence. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Every log of it opened, so that what is not among the hashes was never there or was cut off. */
  readonly whole: boolean;
}

/** Whether an entry is signed by a key its actor has or had. */
export function signedByActor(body: HeaderBody): (entry: AuditEntry) => boolean {
  const keys = new Map(
    membersOf(body).map((member) => [member.id, [member.signKey, ...member.retiredSignKeys].map(fromBase64)]),
  );
  return ({ actor, hash, signature }) =>
    (keys.get(actor) ?? []).some((key) => isSignedBy('audit', key, fromHex(hash), fromBase64(signature)));
}

/** Follows every device's chain from file to file, and holds the changes in the journals against it. */
export function examineAudit(
  examination: Examination,
  body: HeaderBody,
  logs: readonly FoundLog[],
  journals: ReadonlyMap<string, FoundJournal>,
  changes: readonly FoundChange[],
): ReadonlyMap<string, FoundChain> {
  const chains = new Map<string, FoundChain>();
  const isSigned = signedByActor(body);
  const accounted = accountedGaps(
    logs.flatMap(({ frames }) => frames.flatMap(({ payload }) => readAuditPayload(payload) ?? [])),
    (entry) => continues({ count: entry.sequence - 1, head: entry.previous }, entry) && isSigned(entry),
  );
  const byHash = new Map(changes.map((change) => [change.audit.hash, change]));
  for (const device of new Set(logs.map((log) => log.device))) {
    const own = logs.filter((log) => log.device === device);
    const known = new Map<string, number>();
    let head: AuditHead | undefined;
    for (const log of own) {
      head = followLog(examination, log, head, accounted, isSigned, known, journals, byHash);
    }
    const inLog = new Set(known.keys());
    for (const { audit } of changes.filter((each) => each.device === device)) known.set(audit.hash, audit.sequence);
    const named = body.files.audit.filter((each) => each.device === device);
    const hashes = new Map([...known].map(([hash, sequence]) => [sequence, hash]));
    for (const { first } of named) hashes.set(first.count, first.head);
    chains.set(device, { hashes, whole: own.length === named.length && own.every(({ whole }) => whole) });
    const end = own.at(-1);
    const promised = body.files.auditHeads.find((each) => each.device === device) ?? noAudit;
    if (end === undefined || head === undefined || own.some(({ whole }) => !whole)) continue;
    if (head.count < promised.count) examination.problem(end.path, end.end, 'cut-off');
    for (const change of changes.filter((each) => each.device === device)) {
      if (inLog.has(change.audit.hash)) continue;
      const follows: boolean = continues(head, change.audit);
      if (follows) head = headAfter(change.audit);
      if (follows && isSigned(change.audit)) examination.problem(end.path, end.end, 'audit-behind');
      else examination.problem(change.path, change.offset, 'change-unsigned');
    }
  }
  return chains;
}

function followLog(
  examination: Examination,
  log: FoundLog,
  before: AuditHead | undefined,
  accounted: ReturnType<typeof accountedGaps>,
  isSigned: (entry: AuditEntry) => boolean,
  known: Map<string, number>,
  journals: ReadonlyMap<string, FoundJournal>,
  changes: ReadonlyMap<string, FoundChange>,
): AuditHead {
  let head = log.first;
  // A file that went before and was cut at its end shows at the border to the next.
  const gap = { device: log.device, after: before?.count ?? 0, next: head.count + 1 };
  if (before !== undefined && (before.count !== head.count || before.head !== head.head) && !accounted.has(gap))
    examination.problem(log.path, 0, 'chain-broken');
  let number = 0;
  for (const { offset, payload, number: at } of log.frames) {
    const entry = readAuditPayload(payload);
    if (entry === undefined) {
      examination.problem(log.path, offset, 'undecodable');
      continue;
    }
    // Behind a frame that did not open the chain is taken up again where the file goes on.
    if (at !== number) head = { count: entry.sequence - 1, head: entry.previous };
    number = at + 1;
    if (!continues(head, entry)) examination.problem(log.path, offset, 'chain-broken');
    else if (!isSigned(entry)) examination.problem(log.path, offset, 'signature-wrong');
    head = headAfter(entry);
    known.set(entry.hash, entry.sequence);
    const { change } = entry;
    const journal = change === undefined ? undefined : journals.get(change.journal);
    if (change === undefined || journal === undefined) continue;
    if (journal.whole && change.frame >= journal.frames) examination.problem(journal.path, journal.end, 'cut-off');
    const found = changes.get(entry.hash);
    if (found !== undefined && (found.frame !== change.frame || found.operations !== change.operations))
      examination.problem(found.path, found.offset, 'change-unsigned');
  }
  return head;
}
