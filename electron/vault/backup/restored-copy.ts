import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import { toHex } from '../crypto/bytes.ts';
import { sha256 } from '../format/canonical.ts';
import { folders, restoredName } from '../format/constants.ts';
import { diskError, type Files, isMissing, nodeFiles } from '../store/files.ts';
import { partOf } from './back-up.ts';
import { readManifest } from './manifest.ts';

/** What officers put their names under: SHA-256 of a manifest as it was written, hexadecimal. */
export const digestOfManifest = (bytes: Uint8Array): string => toHex(sha256(bytes));

/** The manifest a vault was restored from, by its digest; nothing when it never was. */
export async function manifestOf(folder: string, files: Files = nodeFiles()): Promise<string | undefined> {
  try {
    return digestOfManifest(await files.read(join(folder, restoredName)));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw diskError(cause);
  }
}

/**
 * Whether a restored vault still holds what the manifest says and nothing later: snapshots, journals and visits byte for
 * byte, and audit logs that have only grown by what was noted of the restoring. Opening it renews the header, so that
 * is left to the vault's own check.
 *
 * @param manifest SHA-256 of the manifest it was restored from
 * @throws SinergiError `vault-not-found`, `restored-changed`, `disk-failed`, `permission-denied`
 */
export async function requireAsRestored(folder: string, manifest: string, files: Files = nodeFiles()): Promise<void> {
  try {
    const written = await files.read(join(folder, restoredName));
    const read = readManifest(written);
    if (read === undefined || digestOfManifest(written) !== manifest) throw new SinergiError('restored-changed');
    for (const { name, bytes, sha256: digest } of read.files) {
      if (!name.includes('/')) continue;
      const grows = name.startsWith(`${folders.audit}/`);
      const whole = createHash('sha256');
      let left = bytes;
      let longer = false;
      for await (const part of files.readParts(partOf(folder, name))) {
        longer ||= part.length > left;
        whole.update(part.subarray(0, left));
        left -= Math.min(left, part.length);
      }
      const same = left === 0 && (grows || !longer) && whole.digest('hex') === digest;
      if (!same) throw new SinergiError('restored-changed', { file: name });
    }
  } catch (cause) {
    throw isMissing(cause) ? new SinergiError('vault-not-found', undefined, { cause }) : diskError(cause);
  }
}
