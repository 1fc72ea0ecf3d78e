import { randomBytes } from 'node:crypto';
import { beginSealing, nonceLength, seal, tagLength, unseal } from '../crypto/aead.ts';
import { concat, readU32, u32, u64, utf8, uuidBytes, uuidText } from '../crypto/bytes.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import { createSlices } from '../slices.ts';
import { type FileKind, fileKinds, fileMagic, formatVersion, largestFrame, paddingStep } from './constants.ts';

/**
 * Preamble of a sealed file, 80 bytes in the clear and bound into every frame:
 * magic 4 ‖ format 1 ‖ kind 1 ‖ zero 2 ‖ data-key epoch u32 ‖ file id 16 ‖ device id 16 ‖ generation u32 ‖ salt 32
 */
export interface Preamble {
  readonly kind: FileKind;
  readonly epoch: number;
  readonly fileId: string;
  readonly device: string;
  readonly generation: number;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

export const preambleLength = 80;
const kindsByNumber = new Map<number, FileKind>([
  [fileKinds.journal, 'journal'],
  [fileKinds.snapshot, 'snapshot'],
  [fileKinds.segment, 'segment'],
  [fileKinds.audit, 'audit'],
  [fileKinds.blob, 'blob'],
]);

export function newPreamble(fields: Omit<Preamble, 'salt' | 'bytes'>): Preamble {
  const salt = new Uint8Array(randomBytes(32));
  const bytes = concat(
    utf8(fileMagic),
    Uint8Array.of(formatVersion, fileKinds[fields.kind], 0, 0),
    u32(fields.epoch),
    uuidBytes(fields.fileId),
    uuidBytes(fields.device),
    u32(fields.generation),
    salt,
  );
  return { ...fields, salt, bytes };
}

/** @returns `undefined` when these are not the first bytes of a sealed file of this format */
export function readPreamble(file: Uint8Array): Preamble | undefined {
  if (file.length < preambleLength) return undefined;
  const bytes = file.slice(0, preambleLength);
  const kind = kindsByNumber.get(bytes[5] ?? 0);
  const fixed = concat(utf8(fileMagic), Uint8Array.of(formatVersion));
  if (kind === undefined || bytes[6] !== 0 || bytes[7] !== 0) return undefined;
  if (!fixed.every((byte, position) => bytes[position] === byte)) return undefined;
  return {
    kind,
    epoch: readU32(bytes, 8),
    fileId: uuidText(bytes, 12),
    device: uuidText(bytes, 28),
    generation: readU32(bytes, 44),
    salt: bytes.slice(48),
    bytes,
  };
}

/** The key of one file: from the data key of its epoch, or a blob's own key, and the file's own salt. */
export const fileKey = (dataKey: Uint8Array, preamble: Preamble, vaultId: string): Uint8Array =>
  deriveKey(dataKey, preamble.salt, `sinergi/1/file/${preamble.kind}/${vaultId}`);

/** Where the next frame of a file goes: its number and the tag of the one before. */
export interface FramePosition {
  readonly sequence: number;
  readonly previousTag: Uint8Array;
}
export const firstFrame: FramePosition = { sequence: 0, previousTag: new Uint8Array(tagLength) };

/** What a frame is bound to: preamble ‖ vault id ‖ sequence u64 ‖ previous tag ‖ 1 when it is the file's last chunk. */
export function bindings(preamble: Preamble, vaultId: string, position: FramePosition, last: boolean): Uint8Array {
  return concat(
    preamble.bytes,
    uuidBytes(vaultId),
    u64(position.sequence),
    position.previousTag,
    Uint8Array.of(last ? 1 : 0),
  );
}

/** @returns length u32 of what follows ‖ nonce ‖ ciphertext ‖ tag; the plaintext is length u32 ‖ payload ‖ zeros */
export function sealFrame(
  key: Uint8Array,
  preamble: Preamble,
  vaultId: string,
  position: FramePosition,
  payload: Uint8Array,
  last = false,
): { readonly bytes: Uint8Array; readonly next: FramePosition } {
  const padded = new Uint8Array(Math.ceil((payload.length + 4) / paddingStep) * paddingStep);
  padded.set(u32(payload.length));
  padded.set(payload, 4);
  const sealed = seal(key, padded, bindings(preamble, vaultId, position, last));
  return {
    bytes: concat(u32(sealed.length), sealed),
    next: { sequence: position.sequence + 1, previousTag: sealed.slice(sealed.length - tagLength) },
  };
}

const sealedAtOnce = 1 << 18;

/** The same frame, sealed in slices: that of an import is tens of megabytes long. */
export async function sealFrameInSlices(
  key: Uint8Array,
  preamble: Preamble,
  vaultId: string,
  position: FramePosition,
  payload: Uint8Array,
): Promise<ReturnType<typeof sealFrame>> {
  if (payload.length <= sealedAtOnce) return sealFrame(key, preamble, vaultId, position, payload);
  const slices = createSlices();
  const padded = Math.ceil((payload.length + 4) / paddingStep) * paddingStep;
  const bytes = new Uint8Array(4 + nonceLength + padded + tagLength);
  let end = 0;
  const put = (piece: Uint8Array): void => {
    bytes.set(piece, end);
    end += piece.length;
  };
  const sealing = beginSealing(key, bindings(preamble, vaultId, position, false));
  put(u32(bytes.length - 4));
  put(sealing.nonce);
  put(sealing.update(u32(payload.length)));
  for (let from = 0; from < payload.length; from += sealedAtOnce) {
    if (slices.due()) await slices.pause();
    put(sealing.update(payload.subarray(from, from + sealedAtOnce)));
  }
  put(sealing.update(new Uint8Array(padded - payload.length - 4)));
  put(sealing.end());
  return { bytes, next: { sequence: position.sequence + 1, previousTag: bytes.slice(end - tagLength) } };
}

/** `torn`: the file ends before the frame does. `forged`: the frame is whole and its tag does not fit. */
export type FrameReading =
  | { readonly state: 'read'; readonly payload: Uint8Array; readonly end: number; readonly next: FramePosition }
  | { readonly state: 'torn' }
  | { readonly state: 'forged'; readonly end: number; readonly next: FramePosition };

const least = nonceLength + paddingStep + tagLength;

/** Reads the frame at `offset`. Nothing is allocated before the length was compared with what the file really holds. */
export function readFrame(
  key: Uint8Array,
  preamble: Preamble,
  vaultId: string,
  position: FramePosition,
  file: Uint8Array,
  offset: number,
  last = false,
): FrameReading {
  if (file.length - offset < 4) return { state: 'torn' };
  const length = readU32(file, offset);
  const end = offset + 4 + length;
  if (length < least || length > largestFrame || end > file.length) return { state: 'torn' };
  const sealed = file.subarray(offset + 4, end);
  const next = { sequence: position.sequence + 1, previousTag: sealed.slice(length - tagLength) };
  const padded = unseal(key, sealed, bindings(preamble, vaultId, position, last));
  if (padded === undefined) return { state: 'forged', end, next };
  const size = readU32(padded, 0);
  if (size > padded.length - 4) return { state: 'forged', end, next };
  return { state: 'read', payload: padded.subarray(4, 4 + size), end, next };
}
