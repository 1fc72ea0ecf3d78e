import { join, relative, resolve, sep } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import { toHex } from '../crypto/bytes.ts';
import { sha256 } from '../format/canonical.ts';
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
    const sealed = sealedFiles(source, order.segments);
    let total = 0;
    for (const path of sealed) total += 2 * (limits.get(path) ?? (await files.size(path)) ?? 0);
    let done = 0;
    const step = (bytes: number): void => {
      if (watch.signal?.aborted === true) throw new SinergiError('cancelled');
      watch.progress?.((done = Math.min(total, done + bytes)), total);
    };
    step(0);
    let copied = 0;
    let copiedBytes = 0;
    const entries: BackedUpFile[] = [];
    const add = async (name: string, bytes: Uint8Array): Promise<void> => {
      const earlier = before?.files.find((each) => each.name === name);
      const [known, rest] = (await store.holdsAll(earlier?.pieces ?? [])) ? splitOff(bytes, earlier) : [[], bytes];
      const pieces = [...known];
      if (rest.length > 0 || pieces.length === 0) {
        const { digest, written } = await store.put(rest);
        pieces.push(digest);
        if (written) copiedBytes += rest.length;
        if (written) copied += 1;
      }
      entries.push({ name, bytes: bytes.length, sha256: toHex(sha256(bytes)), pieces });
    };
    for (const path of sealed) {
      const read = await files.read(path);
      const bytes = read.subarray(0, limits.get(path) ?? read.length);
      await add(nameIn(paths.folder, path), bytes);
      step(bytes.length);
    }
    const header = writeHeader(vaultKey, body);
    for (const name of ['header.json', 'header.copy.json']) await add(name, header);
    for (const entry of entries) {
      await readBack(store, entry);
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
      files: entries,
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

/** @throws SinergiError `backup-unverified` when the medium does not give back what was written to it */
async function readBack(store: BackupStore, entry: BackedUpFile): Promise<void> {
  try {
    await store.fileOf(entry);
  } catch (cause) {
    if (cause instanceof SinergiError && cause.code === 'backup-damaged')
      throw new SinergiError('backup-unverified', { file: entry.name }, { cause });
    throw cause;
  }
}

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

const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

/** A log only grows: what the last backup holds of it stays, and what came since is one more piece. */
function splitOff(bytes: Uint8Array, before: BackedUpFile | undefined): [readonly string[], Uint8Array] {
  if (before === undefined || before.bytes > bytes.length) return [[], bytes];
  const same = toHex(sha256(bytes.subarray(0, before.bytes))) === before.sha256;
  return same ? [before.pieces, bytes.subarray(before.bytes)] : [[], bytes];
}

export const partOf = (folder: string, name: string): string => join(folder, ...name.split('/'));
