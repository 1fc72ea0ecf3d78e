import { SinergiError } from '../../../shared/errors.ts';
import type { SegmentReference } from '../format/journal.ts';
import { readBlob } from '../store/blob-keeper.ts';
import {
  Findings,
  foldAll,
  type JournalReading,
  readJournal,
  readSegment,
  readSnapshot,
  type Source,
} from '../store/reading.ts';
import { emptyState, type VaultState } from '../store/state.ts';
import { describe, unnamedSegments } from './unnamed.ts';

/** Everything of a damaged vault that is authentic, put together. */
export interface Gathered {
  readonly state: VaultState;
  readonly journals: readonly JournalReading[];
  /** From which snapshot the records come: with neither, only what the journals hold is left. */
  readonly base: 'newest' | 'previous' | 'none';
  /** Segments whose rows are lost. */
  readonly lostSegments: readonly SegmentReference[];
  /** Segments that nothing names any more, taken in all the same. */
  readonly unnamed: readonly SegmentReference[];
  /** Blobs that do not open; their records stay without them. */
  readonly lostBlobs: readonly string[];
}

/** As opening does, and on where opening gives up. `state.segments` are those that can be read. @throws SinergiError `disk-failed` */
export async function gather(source: Source, check: () => void): Promise<Gathered> {
  const { snapshot, journals, previous } = source.body.files;
  const newest = await readSnapshot(source, snapshot);
  const before =
    newest !== undefined || previous === undefined ? undefined : await readSnapshot(source, previous.snapshot);
  const state = newest ?? before ?? emptyState();
  const since = newest === undefined ? [...(previous?.journals ?? []), ...journals] : journals;
  const named = since.filter((one, number) => since.findIndex(({ file }) => file === one.file) === number);

  const findings = new Findings(undefined);
  const read: JournalReading[] = [];
  for (const each of named) {
    check();
    const journal = await readJournal(source, each, findings);
    if (journal === undefined) continue;
    journal.reading.log.wipe();
    read.push(journal);
  }
  await foldAll(state, read, findings);
  const lostSegments = await keepReadable(source, state, check);
  // Elsewhere a file that nothing names is what a crash left of a write that was never acknowledged.
  const lostBlobs = await leaveOutBlobs(source, state, check);
  const lacking = newest === undefined || findings.first !== undefined;
  const unnamed = lacking ? await unnamedSegments(source, state.segments, check) : [];
  state.segments.push(...unnamed);
  state.retired.length = 0;
  state.replaced.length = 0;
  const base = newest !== undefined ? 'newest' : before !== undefined ? 'previous' : 'none';
  return { state, journals: read, base, lostSegments, unnamed, lostBlobs };
}

/** Leaves in the state the segments that open; pieces a damaged one was put together from take its place. @returns the others */
async function keepReadable(
  source: Source,
  state: VaultState,
  check: () => void,
): Promise<readonly SegmentReference[]> {
  const kept: SegmentReference[] = [];
  const lost: SegmentReference[] = [];
  for (const reference of state.segments) {
    check();
    const content = await readSegment(source, reference.file);
    const rows = content === undefined ? undefined : rowsOf(content);
    if (rows === undefined) lost.push(reference);
    else kept.push({ ...reference, rows });
  }
  const pieces = lost.length === 0 ? [] : await piecesIn(source, state.retired, check);
  const gone = lost.filter((reference) => {
    const { month, kind, rows } = reference;
    const parts = pieces.filter((piece) => piece.month === month && piece.kind === kind);
    // All of it or nothing: rows counted twice would be worse than rows known to be missing.
    if (parts.reduce((sum, part) => sum + part.rows, 0) !== rows) return true;
    kept.push(...parts);
    return false;
  });
  state.segments.splice(0, state.segments.length, ...kept);
  return gone;
}

async function leaveOutBlobs(source: Source, state: VaultState, check: () => void): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const [id, { blob, ...record }] of Object.entries(state.document.files)) {
    if (blob === undefined) continue;
    try {
      for await (const _piece of readBlob(source, source.body.vaultId, { ...record, blob })) check();
    } catch (cause) {
      if (!(cause instanceof SinergiError) || cause.code !== 'attachment-damaged') throw cause;
      state.document.files[id] = Object.freeze(record);
      lost.push(blob.file);
    }
  }
  return lost;
}

async function piecesIn(
  source: Source,
  files: readonly string[],
  check: () => void,
): Promise<readonly SegmentReference[]> {
  const pieces: SegmentReference[] = [];
  for (const file of files) {
    check();
    const content = await readSegment(source, file);
    if (content !== undefined) pieces.push({ file, ...describe(content) });
  }
  return pieces;
}

function rowsOf(content: Uint8Array): number | undefined {
  try {
    return describe(content).rows;
  } catch {
    // Sealed by this vault's own key and still not what a segment is.
    return undefined;
  }
}
