import { createHash } from 'node:crypto';
import { join, relative, resolve, sep } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, toHex } from '../crypto/bytes.ts';
import { sha256 } from '../format/canonical.ts';
import { folders, headerCopyName, headerName } from '../format/constants.ts';
import { writeHeader } from '../format/header.ts';
import type { BackupReport, Watch } from '../port.ts';
import { diskError } from '../store/files.ts';
import type { Source } from '../store/reading.ts';
import type { Limits } from '../verifying/examine-files.ts';
import { BackupStore } from './backup-store.ts';
import { type BackedUpFile, type Manifest, type ManifestBody, writeManifest } from './manifest.ts';

export interface BackupOrder {
  readonly out: string;
  /** Newest backups that stay. */
  readonly keep: number;
  /** Segments the vault's state names, also those it keeps for the generation before. */
  readonly segments: readonly string[];
  /** Blobs its records name. */
  readonly blobs: readonly string[];
  readonly now: number;
}

/**
 * Copies the sealed files of an open vault, as far as its logs had come, and reads every copy back. The manifest is
 * written last: before it there is no backup, and what it names is never changed.
 *
 * @throws SinergiError `backup-inside`, `backup-other-vault`, `backup-unverified`, `cancelled`, `disk-full`, `disk-failed`, `permission-denied`
 */
export async function backUp(source: Source, limits: Limits, order: BackupOrder, watch: Watch): Promise<BackupReport> {
  const { files, paths, body, keyring } = source;
  const out = resolve(order.out);
  if (!relative(paths.folder, out).startsWith('..')) throw new SinergiError('backup-inside');
  const { vaultKey } = keyring;
  const store = new BackupStore(files, out);
  try {
    await store.prepare();
    const before = await newestOf(store, body.vaultId);
    const earlier = new Map(before?.files.map((file) => [file.name, file]));
    const sealed = sealedFiles(source, order.segments);
    const blobs = order.blobs.map((file) => paths.blob(file));
    let total = 0;
    for (const path of [...sealed, ...blobs]) total += 2 * (limits.get(path) ?? (await files.size(path)) ?? 0);
    let done = 0;
    const step = (bytes: number): void => {
      if (watch.signal?.aborted === true) throw new SinergiError('cancelled');
      watch.progress?.((done = Math.min(total, done + bytes)), total);
    };
    step(0);
    let copied = 0;
    let copiedBytes = 0;
    const entries: BackedUpFile[] = [];
    const put = async (bytes: Uint8Array, known?: string): Promise<string> => {
      const { digest, written } = await store.put(bytes, known);
      if (written) copiedBytes += bytes.length;
      if (written) copied += 1;
      return digest;
    };
    const add = async (name: string, bytes: Uint8Array): Promise<void> => {
      const digest = toHex(sha256(bytes));
      const known = knownPieces(bytes, digest, earlier.get(name));
      const rest = bytes.subarray(known.bytes);
      const pieces = [...known.pieces];
      if (rest.length > 0 || pieces.length === 0) pieces.push(await put(rest, known.bytes === 0 ? digest : undefined));
      entries.push({ name, bytes: bytes.length, sha256: digest, pieces });
    };
    /** Blobs are as large as films: each piece is an object of its own, and no more than one is held. */
    const addBlob = async (name: string): Promise<BackedUpFile> => {
      const whole = createHash('sha256');
      const pieces: string[] = [];
      let bytes = 0;
      for await (const piece of largePieces(files.readParts(partOf(paths.folder, name)))) {
        whole.update(piece);
        bytes += piece.length;
        pieces.push(await put(piece));
        step(piece.length);
      }
      return { name, bytes, sha256: whole.digest('hex'), pieces };
    };
    /** What the medium holds of earlier backups may have been damaged since: then the file is written anew. */
    const readBack = async (entry: BackedUpFile): Promise<BackedUpFile> => {
      if (await store.isWhole(entry)) return entry;
      const fresh = entry.name.startsWith(`${folders.blobs}/`)
        ? await addBlob(entry.name)
        : { ...entry, pieces: [await put(await bytesOf(entry.name))] };
      if (!(await store.isWhole(fresh))) throw new SinergiError('backup-unverified', { file: entry.name });
      return fresh;
    };
    const header = writeHeader(vaultKey, body);
    const bytesOf = async (name: string): Promise<Uint8Array> => {
      if (headers.includes(name)) return header;
      const path = partOf(paths.folder, name);
      const read = await files.read(path);
      return read.subarray(0, limits.get(path) ?? read.length);
    };
    for (const name of [...sealed.map((path) => nameIn(paths.folder, path)), ...headers]) {
      const bytes = await bytesOf(name);
      await add(name, bytes);
      step(bytes.length);
    }
    for (const path of blobs) entries.push(await addBlob(nameIn(paths.folder, path)));
    const written: BackedUpFile[] = [];
    for (const entry of entries) {
      written.push(await readBack(entry));
      step(entry.bytes);
    }
    const at = new Date(order.now).toISOString();
    const { vaultId, revision, generation } = body;
    const manifest: ManifestBody = {
      magic: 'sinergi-backup',
      format: 1,
      vaultId,
      at,
      revision,
      generation,
      files: written,
    };
    const name = await store.nextName(at);
    await store.putManifest(name, writeManifest(vaultKey, manifest));
    const kept = await store.retain(order.keep);
    const bytes = entries.reduce((sum, each) => sum + each.bytes, 0);
    return { backup: name, at, generation, files: entries.length, bytes, copied, copiedBytes, kept, verified: true };
  } catch (cause) {
    throw diskError(cause);
  }
}

const headers: readonly string[] = [headerName, headerCopyName];

/** @throws SinergiError `backup-other-vault` when the folder already holds another vault's backups */
async function newestOf(store: BackupStore, vaultId: string): Promise<Manifest | undefined> {
  for (const name of await store.names()) {
    const manifest = await store.manifest(name);
    if (manifest === undefined) continue;
    if (manifest.vaultId !== vaultId) throw new SinergiError('backup-other-vault');
    return manifest;
  }
  return undefined;
}

function sealedFiles({ body, paths }: Source, segments: readonly string[]): readonly string[] {
  const { snapshot, journals, previous, audit } = body.files;
  return [
    ...new Set([
      paths.snapshot(snapshot),
      ...(previous === undefined ? [] : [paths.snapshot(previous.snapshot)]),
      ...[...journals, ...(previous?.journals ?? [])].map(({ file }) => paths.journal(file)),
      ...audit.map(({ file }) => paths.audit(file)),
      ...segments.map((file) => paths.segment(file)),
    ]),
  ];
}

/** Bytes of a blob in one object. */
const pieceLength = 16 * 1024 * 1024;

async function* largePieces(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    held.push(part.slice());
    length += part.length;
    if (length < pieceLength) continue;
    yield concat(...held);
    [held, length] = [[], 0];
  }
  if (length > 0) yield concat(...held);
}

const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

/** A log only grows: what the last backup holds of it stays, and what came since is one more piece. */
function knownPieces(
  bytes: Uint8Array,
  digest: string,
  before: BackedUpFile | undefined,
): { readonly pieces: readonly string[]; readonly bytes: number } {
  if (before === undefined || before.bytes > bytes.length) return { pieces: [], bytes: 0 };
  const begins = before.bytes === bytes.length ? digest : toHex(sha256(bytes.subarray(0, before.bytes)));
  return begins === before.sha256 ? before : { pieces: [], bytes: 0 };
}

export const partOf = (folder: string, name: string): string => join(folder, ...name.split('/'));
