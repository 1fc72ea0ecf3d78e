import { concat } from '../crypto/bytes.ts';
import { newPreamble } from '../format/frame.ts';
import type { HeaderBody } from '../format/header.ts';
import type { SegmentReference } from '../format/journal.ts';
import { openStream, sealStream } from '../format/stream.ts';
import { newId } from '../ids.ts';
import type { AuditTrail } from './audit-trail.ts';
import { diskError } from './files.ts';
import { saveHeader } from './header-file.ts';
import { createLog, type LogFile } from './log-file.ts';
import type { VaultParts } from './parts.ts';

/** A month in this many pieces or more is put together into one. */
const piecesToMerge = 8;

/** Seals one whole file, durable when the promise is done. */
export async function createSealed(
  { files, paths, keyring }: Pick<VaultParts, 'files' | 'paths' | 'keyring'>,
  header: Pick<HeaderBody, 'vaultId' | 'device' | 'generation'>,
  kind: 'snapshot' | 'segment',
  fileId: string,
  content: Uint8Array,
): Promise<void> {
  const { vaultId, device, generation } = header;
  const preamble = newPreamble({ kind, fileId, device, generation, epoch: keyring.newestEpoch });
  const path = kind === 'snapshot' ? paths.snapshot(fileId) : paths.segment(fileId);
  try {
    await files.create(path, sealStream(keyring.newestDataKey, preamble, vaultId, content));
  } catch (cause) {
    throw diskError(cause);
  }
}

export interface Compacted {
  readonly header: HeaderBody;
  readonly journal: LogFile;
  /** Files nothing names any more. */
  readonly obsolete: readonly string[];
}

/**
 * Folds the journal into a new snapshot: new files beside the old ones, then the header that names them. The
 * generation before stays on the disk, so that a damaged snapshot loses nothing; what only the one before that needed is
 * handed back for removal.
 *
 * @param switching told right before the header that names the new files is put in place
 */
export async function compact(
  parts: VaultParts,
  trail: AuditTrail,
  old: HeaderBody,
  switching: () => void,
): Promise<Compacted> {
  const { files, paths, keyring, store, snapshots, now } = parts;
  const { vaultId, device } = old;
  await trail.settle();
  const generation = old.generation + 1;
  const state = store.data;
  const leftOver = [...state.retired];
  const before = { segments: [...state.segments], retired: leftOver, replaced: [...state.replaced] };
  let header: HeaderBody;
  let journal: LogFile;
  try {
    await mergeMonths(parts, { ...old, generation });
    const snapshot = newId(now());
    snapshots.aim((content) => createSealed(parts, { ...old, generation }, 'snapshot', snapshot, content));
    await store.write();
    const fileId = newId(now());
    const fields = { kind: 'journal', epoch: keyring.newestEpoch, fileId, device, generation } as const;
    journal = await createLog(files, paths.journal(fileId), fields, vaultId, keyring.newestDataKey);
    const { journals, auditHeads } = old.files;
    const others = journals.filter((each) => each.device !== device);
    header = {
      ...old,
      revision: old.revision + 1,
      generation,
      writtenAt: new Date(now()).toISOString(),
      files: {
        ...old.files,
        snapshot,
        journals: [...others, { device, file: fileId }],
        previous: { snapshot: old.files.snapshot, journals },
        auditHeads: [...auditHeads.filter((head) => head.device !== device), { device, ...trail.head }],
      },
    };
    await saveHeader(files, paths, keyring.vaultKey, header, switching);
  } catch (cause) {
    state.segments.splice(0, state.segments.length, ...before.segments);
    state.retired.splice(0, state.retired.length, ...before.retired);
    state.replaced.splice(0, state.replaced.length, ...before.replaced);
    throw cause;
  }
  const kept = new Set([...header.files.journals, ...(header.files.previous?.journals ?? [])].map(({ file }) => file));
  const { previous } = old.files;
  const obsolete = [
    ...(previous === undefined ? [] : [paths.snapshot(previous.snapshot)]),
    ...(previous?.journals ?? []).filter(({ file }) => !kept.has(file)).map(({ file }) => paths.journal(file)),
    ...leftOver.map((file) => paths.segment(file)),
  ];
  return { header, journal, obsolete };
}

/** Puts the pieces of a register's month into one file, and seals what an older data key sealed with the newest. The pieces stay on the disk until the next compaction: see `retired`. */
async function mergeMonths(parts: VaultParts, header: HeaderBody): Promise<void> {
  const { files, paths, keyring, store, now } = parts;
  const state = store.data;
  const byMonth = new Map<string, SegmentReference[]>();
  for (const reference of state.segments) {
    const month = `${reference.kind ?? ''} ${reference.month}`;
    const pieces = byMonth.get(month);
    if (pieces === undefined) byMonth.set(month, [reference]);
    else pieces.push(reference);
  }
  // The generation before still names what was replaced since it was made.
  const retired: string[] = state.replaced.splice(0);
  const kept: SegmentReference[] = [];
  for (const pieces of byMonth.values()) {
    const sealedAnew = pieces.some(({ epoch = 1 }) => epoch !== keyring.newestEpoch);
    if (pieces.length < piecesToMerge && !sealedAnew) {
      kept.push(...pieces);
      continue;
    }
    const contents: Uint8Array[] = [];
    for (const { file } of pieces) {
      const bytes = await files.read(paths.segment(file));
      const content = await openStream(keyring.dataKeyOf, 'segment', file, header.vaultId, bytes);
      if (content === undefined) throw new RangeError('a segment changed while the vault was open');
      contents.push(content);
    }
    const file = newId(now());
    await createSealed(parts, header, 'segment', file, concat(...contents));
    const [{ month, kind } = { month: '', kind: undefined }] = pieces;
    const rows = pieces.reduce((sum, piece) => sum + piece.rows, 0);
    kept.push({ file, month, rows, ...(kind === undefined ? {} : { kind }), epoch: keyring.newestEpoch });
    retired.push(...pieces.map((piece) => piece.file));
  }
  state.segments.splice(0, state.segments.length, ...kept);
  state.retired.splice(0, state.retired.length, ...retired);
}
