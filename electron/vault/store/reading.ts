import { basename } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import { type AuditEntry, type AuditHead, continues, headAfter, readAuditPayload } from '../format/audit.ts';
import type { Stamp } from '../format/clock.ts';
import type { HeaderBody } from '../format/header.ts';
import { type JournalTransaction, readTransactions } from '../format/journal.ts';
import { openStream } from '../format/stream.ts';
import { diskError, type Files, isMissing, readTwice } from './files.ts';
import { comesBefore } from './history.ts';
import { createSlices } from '../slices.ts';
import type { Keyring } from './keyring.ts';
import { type LogReading, readLog } from './log-file.ts';
import type { VaultPaths } from './paths.ts';
import { type EarlySegments, readState } from './snapshot-content.ts';
import { fold, type VaultState } from './state.ts';

/** Where the sealed files are read from and with what. */
export interface Source {
  readonly files: Files;
  readonly paths: VaultPaths;
  readonly body: HeaderBody;
  readonly keyring: Keyring;
}

/** What was found wrong on the way. Reading goes on, writing does not begin. */
export class Findings {
  readonly #found: string[];

  constructor(before: string | undefined) {
    this.#found = before === undefined ? [] : [before];
  }

  damage(where: string): void {
    this.#found.push(where);
  }

  get first(): string | undefined {
    return this.#found[0];
  }
}

/**
 * A missing file is damage, and so is one on a bad sector: the header names what has to be there. A medium that is gone is
 * neither.
 *
 * @throws SinergiError `disk-failed`, `permission-denied` when nothing can be read any more
 */
export async function bytesOf(
  { files, paths }: Pick<Source, 'files' | 'paths'>,
  path: string,
): Promise<Uint8Array | undefined> {
  try {
    return await readTwice(files, path);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    const others = await Promise.allSettled([paths.header, paths.headerCopy].map((each) => files.read(each)));
    if (others.every(({ status }) => status === 'rejected')) throw diskError(cause);
    return undefined;
  }
}

async function readSealed(
  source: Source,
  kind: 'snapshot' | 'segment',
  file: string,
  path: string,
): Promise<Uint8Array | undefined> {
  const { body, keyring } = source;
  const bytes = await bytesOf(source, path);
  return bytes === undefined ? undefined : await openStream(keyring.dataKeyOf, kind, file, body.vaultId, bytes);
}

export const readSegment = (source: Source, file: string): Promise<Uint8Array | undefined> =>
  readSealed(source, 'segment', file, source.paths.segment(file));

export async function readSnapshot(
  source: Source,
  file: string,
  early?: EarlySegments,
): Promise<VaultState | undefined> {
  const content = await readSealed(source, 'snapshot', file, source.paths.snapshot(file));
  return content === undefined ? undefined : await readState(content, early);
}

/** The snapshot and the journals that follow it; when it is damaged, the one before it and the journals since then. */
export async function readBase(
  source: Source,
  findings: Findings,
  early?: EarlySegments,
): Promise<{ readonly state: VaultState; readonly journals: HeaderBody['files']['journals'] }> {
  const { snapshot, journals, previous } = source.body.files;
  const state = await readSnapshot(source, snapshot, early);
  if (state !== undefined) return { state, journals };
  const name = basename(source.paths.snapshot(snapshot));
  findings.damage(name);
  const before = previous === undefined ? undefined : await readSnapshot(source, previous.snapshot);
  if (previous === undefined || before === undefined) throw new SinergiError('vault-damaged', { file: name });
  const later = journals.filter(({ file }) => previous.journals.every((each) => each.file !== file));
  return { state: before, journals: [...previous.journals, ...later] };
}

export interface JournalReading {
  readonly device: string;
  readonly reading: LogReading;
  readonly transactions: readonly JournalTransaction[];
}

export async function readJournal(
  { files, paths, body, keyring }: Source,
  { device, file }: HeaderBody['files']['journals'][number],
  findings: Findings,
): Promise<JournalReading | undefined> {
  const path = paths.journal(file);
  const bytes = await bytesOf({ files, paths }, path);
  const expected = { kind: 'journal', fileId: file, device } as const;
  const reading =
    bytes === undefined ? undefined : readLog(files, path, bytes, expected, body.vaultId, keyring.dataKeyOf);
  if (reading === undefined) {
    findings.damage(basename(path));
    return undefined;
  }
  if (reading.damaged) findings.damage(basename(path));
  const transactions: JournalTransaction[] = [];
  for (const { payload } of reading.frames) {
    const read = await readTransactions(payload);
    if (read === undefined) findings.damage(basename(path));
    transactions.push(...(read ?? []));
  }
  return { device, reading, transactions };
}

/** Every device's transactions in the one order all devices agree on, in slices. One that leads to no valid record is damage. */
export async function foldAll(
  state: VaultState,
  journals: readonly JournalReading[],
  findings: Findings,
): Promise<void> {
  const slices = createSlices();
  const all = journals.flatMap(({ device, transactions }) =>
    transactions.map((transaction) => ({ device, transaction, stamp: transaction.stamp })),
  );
  all.sort((left, right) => (comesBefore(left, right) ? -1 : 1));
  for (const { device, transaction } of all)
    try {
      await fold(state, transaction, device, slices);
    } catch (cause) {
      if (!(cause instanceof SinergiError)) throw cause;
      findings.damage(`transaction ${transaction.stamp}`);
    }
}

export interface AuditReading {
  readonly reading: LogReading;
  readonly head: AuditHead;
  /** Entries the journal holds and a crash kept out of the log. */
  readonly missing: readonly AuditEntry[];
  /** How far the chain had come before this log, and the hash of every entry since. */
  readonly first: AuditHead;
  readonly hashes: readonly string[];
}

/**
 * The last audit log of the own device, its chain checked from its first entry on. An entry about a change the journal
 * no longer holds means that something acknowledged was cut away: entries are written after the change is durable.
 *
 * @param foldedTo the latest change the snapshot holds
 */
export async function readAudit(
  { files, paths, body, keyring }: Source,
  journals: ReadonlyMap<string, JournalReading>,
  foldedTo: Stamp,
  findings: Findings,
): Promise<AuditReading | undefined> {
  const named = body.files.audit.findLast(({ device }) => device === body.device);
  const path = paths.audit(named?.file ?? '');
  const bytes = await bytesOf({ files, paths }, path);
  const expected = { kind: 'audit', fileId: named?.file ?? '', device: body.device } as const;
  const reading =
    bytes === undefined ? undefined : readLog(files, path, bytes, expected, body.vaultId, keyring.dataKeyOf);
  if (named === undefined || reading === undefined || reading.damaged) {
    findings.damage(basename(path));
    return undefined;
  }
  let head: AuditHead = named.first;
  const hashes: string[] = [];
  for (const { payload } of reading.frames) {
    const entry = readAuditPayload(payload);
    if (entry === undefined || !continues(head, entry)) {
      findings.damage(basename(path));
      return undefined;
    }
    head = headAfter(entry);
    hashes.push(entry.hash);
    const { change } = entry;
    const journal = change === undefined ? undefined : journals.get(change.journal);
    // Later than the snapshot and in no journal that was read: an older header was put back, or a journal left out.
    if (change !== undefined && journal === undefined && entry.stamp > foldedTo) findings.damage(basename(path));
    if (change !== undefined && journal !== undefined && change.frame >= journal.reading.log.frames)
      findings.damage(basename(journal.reading.log.path));
  }
  const known = body.files.auditHeads.find(({ device }) => device === body.device);
  if (known !== undefined && head.count < known.count) findings.damage(basename(path));
  const missing: AuditEntry[] = [];
  const own = [...journals.values()].filter(({ device }) => device === body.device);
  for (const { audit: entry } of own.flatMap(({ transactions }) => transactions)) {
    if (entry.sequence <= head.count) continue;
    if (!continues(head, entry)) {
      findings.damage(basename(path));
      return undefined;
    }
    missing.push(entry);
    hashes.push(entry.hash);
    head = headAfter(entry);
  }
  return { reading, head, missing, first: named.first, hashes };
}

/** An audit log the header names; `undefined` when it is missing or another file. */
export async function readLogFile(
  { files, paths, body, keyring }: Source,
  { device, file }: { readonly device: string; readonly file: string },
): Promise<LogReading | undefined> {
  const path = paths.audit(file);
  const bytes = await bytesOf({ files, paths }, path);
  const expected = { kind: 'audit', fileId: file, device } as const;
  return bytes === undefined ? undefined : readLog(files, path, bytes, expected, body.vaultId, keyring.dataKeyOf);
}

/**
 * Hash of an entry that stands in one of a device's earlier logs, or where one begins.
 *
 * @returns `undefined` when the chain does not come that far, `null` when the log cannot be read
 */
export async function hashInLogs(source: Source, device: string, count: number): Promise<string | undefined | null> {
  const logs = source.body.files.audit.filter((named) => named.device === device);
  const border = logs.find(({ first }) => first.count === count)?.first;
  if (border !== undefined) return border.head;
  const named = logs.findLast(({ first }) => first.count < count);
  if (named === undefined) return undefined;
  const reading = await readLogFile(source, named);
  reading?.log.wipe();
  if (reading === undefined || reading.damaged) return null;
  const frame = reading.frames[count - named.first.count - 1];
  return frame === undefined ? undefined : (readAuditPayload(frame.payload)?.hash ?? null);
}
