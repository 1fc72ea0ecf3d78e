import { createHash, randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { largestStoredFile, type StoredContent } from '../../../shared/domain/stored-file.ts';
import type { VaultDocument } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { damagedBlob, openBlob, sealBlob } from '../format/blob.ts';
import { newPreamble } from '../format/frame.ts';
import { newId } from '../ids.ts';
import type { BlobStore } from '../port.ts';
import { diskError, type Files, isMissing } from './files.ts';
import type { LiveVault } from './live-vault.ts';
import type { VaultPaths } from './paths.ts';

/** Files of the vault by the name of the blob that holds their content: every one a record names, removed or not. */
export const blobsIn = (document: VaultDocument): ReadonlyMap<string, StoredContent> =>
  new Map(
    Object.values(document.files).flatMap((file) => (file.blob === undefined ? [] : [[file.blob.file, file] as const])),
  );

/** The content of a blob as it was taken in. @throws SinergiError `attachment-damaged`, `disk-failed` */
export async function* readBlob(
  { files, paths }: { readonly files: Files; readonly paths: VaultPaths },
  vaultId: string,
  content: StoredContent,
): AsyncGenerator<Uint8Array> {
  const file = content.blob?.file ?? '';
  try {
    yield* openBlob(content, vaultId, files.readParts(paths.blob(file)));
  } catch (cause) {
    throw isMissing(cause) ? damagedBlob(file, 0, 'missing') : diskError(cause);
  }
}

/**
 * Takes in content before the record that names it, and hands it out again. A blob that no record came to name goes with
 * `drop`, or when the vault is next opened.
 *
 * @param ending whether the vault is being closed
 */
export function createBlobKeeper(live: LiveVault, ending: () => boolean): BlobStore {
  const requireOpen = (): void => {
    live.requireOpen();
    if (ending()) throw new SinergiError('locked');
  };

  async function store(source: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<StoredContent> {
    const { files, paths, keyring, now } = live.parts;
    const { vaultId, device, generation } = live.header;
    const file = newId(now());
    const key = new Uint8Array(randomBytes(32));
    const preamble = newPreamble({ kind: 'blob', fileId: file, device, generation, epoch: keyring.newestEpoch });
    const digest = createHash('sha256');
    let bytes = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of source) {
        requireOpen();
        if (signal?.aborted === true) throw new SinergiError('cancelled');
        bytes += piece.length;
        if (bytes > largestStoredFile) throw new SinergiError('attachment-too-large');
        digest.update(piece);
        yield piece;
      }
    }
    const path = paths.blob(file);
    try {
      // Vaults of the first builds have no such folder.
      await files.makeFolder(dirname(path));
      await files.create(path, sealBlob(key, preamble, vaultId, counted()));
    } catch (cause) {
      // Half a file is of no use to anybody; the failure that led here is the one reported.
      await files.remove(path).catch(() => undefined);
      throw diskError(cause);
    }
    return { bytes, sha256: digest.digest('hex'), blob: { file, key: toBase64(key) } };
  }

  return {
    async add(content, signal) {
      live.requireWritable();
      requireOpen();
      const storing = store(content, signal);
      live.readings.add(storing);
      return await storing.finally(() => live.readings.delete(storing));
    },
    async *open(content) {
      requireOpen();
      const { files, paths } = live.parts;
      for await (const piece of readBlob({ files, paths }, live.header.vaultId, content)) {
        requireOpen();
        yield piece;
      }
    },
    async drop({ blob }) {
      live.requireWritable();
      if (blob !== undefined && !blobsIn(live.state.document).has(blob.file))
        await removeBlobs(live.parts, [blob.file]);
    },
  };
}

/** Nothing names these any more; what cannot be removed now goes when the vault is next opened. */
export async function removeBlobs(
  { files, paths }: { readonly files: Files; readonly paths: VaultPaths },
  blobs: Iterable<string>,
): Promise<void> {
  for (const file of blobs) await files.remove(paths.blob(file)).catch(() => undefined);
}
