import { verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type UpdateManifest, updateManifestSchema } from '../../../shared/domain/update.ts';
import { SinergiError } from '../../../shared/errors.ts';

/**
 * One file: magic "SNGU" 4 ‖ format 1 ‖ zeros 3 ‖ Ed25519 signature 64 ‖ length of the manifest u32 ‖ manifest, JSON in UTF-8 ‖
 * contents of its files one behind the other. Signed is `sinergi/1/update\0` ‖ manifest, which names the SHA-256 of each.
 */
const magic = Buffer.from('SNGU');
const format = 1;
const signatureStart = 8;
const signatureLength = 64;
const manifestStart = signatureStart + signatureLength + 4;
const largestManifest = 8 * 1024 * 1024;

export const updateMessage = (manifest: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from('sinergi/1/update\0'), manifest]);

export interface OpenedUpdate {
  readonly manifest: UpdateManifest;
  /** Where the contents begin. */
  readonly contentStart: number;
}

/** @throws SinergiError `file-not-found`, `file-unreadable` */
export async function openUpdateFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new SinergiError(missing ? 'file-not-found' : 'file-unreadable', undefined, { cause });
  }
}

/**
 * Reads what an update says of itself. Nothing of it is believed, and nothing of it parsed, before its signature is found good.
 *
 * @throws SinergiError `update-unreadable`, `update-format-unknown`, `update-signature-wrong`
 */
export async function readUpdate(handle: FileHandle, releaseKey: KeyObject): Promise<OpenedUpdate> {
  const head = await exactly(handle, 0, manifestStart);
  if (!head.subarray(0, 4).equals(magic)) throw new SinergiError('update-unreadable');
  if (head[4] !== format) throw new SinergiError('update-format-unknown');
  if (head[5] !== 0 || head[6] !== 0 || head[7] !== 0) throw new SinergiError('update-unreadable');
  const length = head.readUInt32BE(manifestStart - 4);
  if (length > largestManifest) throw new SinergiError('update-unreadable');
  const signature = head.subarray(signatureStart, signatureStart + signatureLength);
  const bytes = await exactly(handle, manifestStart, length);
  if (!verify(null, updateMessage(bytes), releaseKey, signature)) throw new SinergiError('update-signature-wrong');
  const manifest = updateManifestSchema.safeParse(parsed(bytes));
  if (!manifest.success) throw new SinergiError('update-unreadable', undefined, { cause: manifest.error });
  const contentStart = manifestStart + length;
  const content = manifest.data.files.reduce((sum, file) => sum + file.bytes, 0);
  if ((await handle.stat()).size !== contentStart + content) throw new SinergiError('update-damaged');
  return { manifest: manifest.data, contentStart };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new SinergiError('update-unreadable', undefined, { cause });
  }
}

async function exactly(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, from);
  if (bytesRead < length) throw new SinergiError('update-unreadable');
  return bytes;
}
