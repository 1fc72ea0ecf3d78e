import { join } from 'node:path';
import type { VerifyReport } from '../../../shared/domain/vault-health.ts';
import { concat, toHex } from '../crypto/bytes.ts';
import { sha256 } from '../format/canonical.ts';
import { attemptsName, folders, headerCopyName, headerName, lockName, restoredName } from '../format/constants.ts';
import { readTransactions, type SegmentReference } from '../format/journal.ts';
import { decodeColumns } from '../format/block.ts';
import { diskError, type Files, isMissing } from '../store/files.ts';
import type { Source } from '../store/reading.ts';
import { readState } from '../store/snapshot-content.ts';
import { examineAudit, type FoundChain, type FoundChange, type FoundJournal, type FoundLog } from './examine-audit.ts';
import { examineBlobs, NamedBlobs } from './examine-blobs.ts';
import type { Examination } from './examination.ts';
import { type Expected, type Walked, walkFrames } from './walk-frames.ts';

/** How far the logs of an open vault had come when reading began; what is appended meanwhile is not looked at. */
export type Limits = ReadonlyMap<string, number>;

/**
 * Reads everything a header names, every frame of it, and what else lies in the folder. Writes nothing.
 *
 * @param doubted whether the chains of the audit trail are older than what was seen before
 */
export async function examineFiles(
  examination: Examination,
  { files, paths, body, keyring }: Source,
  limits: Limits,
  doubted: (chains: ReadonlyMap<string, FoundChain>) => Promise<boolean>,
): Promise<VerifyReport> {
  const { snapshot, journals, previous, audit } = body.files;
  const named = new Set<string>();
  const segments = new Map<string, SegmentReference | undefined>();
  const blobs = new NamedBlobs();
  let blobsKnown = false;

  async function walked(path: string, expected: Omit<Expected, 'newestGeneration'>): Promise<Walked | undefined> {
    named.add(path);
    const bytes = await examination.bytesOf(path);
    if (bytes === undefined) return undefined;
    const whole = bytes.subarray(0, limits.get(path) ?? bytes.length);
    const found = await walkFrames(
      whole,
      { ...expected, newestGeneration: body.generation },
      body.vaultId,
      keyring.dataKeyOf,
    );
    for (const { offset, code } of found.problems) examination.problem(path, offset, code);
    examination.countFrames(found.frames.length);
    return found;
  }

  const snapshots = [snapshot, ...(previous === undefined ? [] : [previous.snapshot])];
  const everyJournal = [...(previous?.journals ?? []), ...journals].filter(
    (one, number, all) => all.findIndex(({ file }) => file === one.file) === number,
  );
  examination.expect(snapshots.length + everyJournal.length + audit.length);

  for (const file of snapshots) {
    const path = paths.snapshot(file);
    const found = await walked(path, { kind: 'snapshot', fileId: file });
    if (found === undefined || found.problems.length > 0) continue;
    const state = await readState(concat(...found.frames.map(({ payload }) => payload)));
    if (state === undefined) examination.problem(path, 0, 'undecodable');
    for (const reference of state?.segments ?? []) segments.set(reference.file, reference);
    // The newest snapshot that opens, and only the journals behind it.
    if (state !== undefined && !blobsKnown) blobs.takeIn(state.document.files);
    blobsKnown ||= state !== undefined;
    if (file === snapshot)
      for (const retired of state?.retired ?? []) if (!segments.has(retired)) segments.set(retired, undefined);
  }

  const foundJournals = new Map<string, FoundJournal>();
  const changes: FoundChange[] = [];
  for (const { device, file } of everyJournal) {
    const path = paths.journal(file);
    const found = await walked(path, { kind: 'journal', fileId: file, device });
    if (found === undefined) continue;
    foundJournals.set(file, {
      path,
      frames: (found.frames.at(-1)?.number ?? -1) + 1,
      end: found.end,
      whole: found.problems.length === 0,
    });
    for (const { offset, payload, number } of found.frames) {
      const transactions = await readTransactions(payload);
      if (transactions === undefined) examination.problem(path, offset, 'undecodable');
      for (const transaction of transactions ?? []) {
        const { audit: entry, written, segments: added } = transaction;
        blobs.follow(transaction);
        for (const reference of added) segments.set(reference.file, reference);
        const digest = toHex(sha256(written));
        changes.push({ path, offset, journal: file, frame: number, device, audit: entry, operations: digest });
      }
    }
  }

  // With a snapshot or journal damaged nobody knows every segment or blob; segments in the folder are read all the same.
  const known = examination.report().ok;
  if (!known)
    for (const file of await segmentFilesIn(files, paths.folder))
      if (!segments.has(file)) segments.set(file, undefined);
  examination.expect(segments.size);
  for (const [file, reference] of segments) {
    const path = paths.segment(file);
    const found = await walked(path, { kind: 'segment', fileId: file });
    if (found === undefined || found.problems.length > 0) continue;
    const rows = rowsIn(concat(...found.frames.map(({ payload }) => payload)));
    if (rows === undefined) examination.problem(path, 0, 'undecodable');
    else if (reference !== undefined && rows !== reference.rows) examination.problem(path, 0, 'rows-differ');
  }

  const logs: FoundLog[] = [];
  for (const { device, file, first } of audit) {
    const path = paths.audit(file);
    const found = await walked(path, { kind: 'audit', fileId: file, device });
    if (found === undefined) continue;
    const whole = found.problems.length === 0;
    logs.push({ device, path, first, frames: found.frames, end: found.end, whole });
  }
  for (const path of await examineBlobs(examination, { files, paths, body, keyring }, blobs)) named.add(path);
  const chains = examineAudit(examination, body, logs, foundJournals, changes);
  if (await doubted(chains)) examination.problem(paths.header, 0, 'rolled-back');
  await findStrays(examination, files, paths.folder, named, known);
  return examination.report();
}

function rowsIn(content: Uint8Array): number | undefined {
  try {
    return decodeColumns(content).reduce((sum, { length }) => sum + length, 0);
  } catch {
    return undefined;
  }
}

const expectedNames = new Set<string>([
  headerName,
  headerCopyName,
  lockName,
  attemptsName,
  `${attemptsName}.new`,
  `${lockName}.takeover`,
  restoredName,
  ...Object.values(folders),
]);

async function findStrays(
  examination: Examination,
  files: Files,
  folder: string,
  named: ReadonlySet<string>,
  known: boolean,
): Promise<void> {
  for (const name of await namesIn(files, folder))
    if (!expectedNames.has(name)) examination.problem(join(folder, name), 0, 'stray');
  for (const inner of [folders.data, folders.segments, folders.audit, ...(known ? [folders.blobs] : [])])
    for (const name of await namesIn(files, join(folder, inner))) {
      const path = join(folder, inner, name);
      if (!named.has(path)) examination.problem(path, 0, 'stray');
    }
}

async function segmentFilesIn(files: Files, folder: string): Promise<readonly string[]> {
  const names = await namesIn(files, join(folder, folders.segments));
  return names.filter((name) => name.endsWith('.seg')).map((name) => name.slice(0, -'.seg'.length));
}

async function namesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw diskError(cause);
  }
}
