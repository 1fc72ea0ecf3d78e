import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Problem } from '../../../shared/domain/vault-health.ts';
import { nonceLength, tagLength } from '../crypto/aead.ts';
import { readU32, wipe } from '../crypto/bytes.ts';
import {
  bindings,
  fileKey,
  type FramePosition,
  firstFrame,
  preambleLength,
  type Preamble,
  readFrame,
  readPreamble,
} from '../format/frame.ts';
import { createSlices } from '../slices.ts';

export interface Expected {
  readonly kind: Preamble['kind'];
  readonly fileId: string;
  /** For a log, which belongs to one device. */
  readonly device?: string;
  readonly newestGeneration: number;
}

export interface WalkedFrame {
  readonly number: number;
  readonly offset: number;
  readonly payload: Uint8Array;
}

export interface Walked {
  readonly frames: readonly WalkedFrame[];
  readonly problems: readonly Omit<Problem, 'file'>[];
  /** Where reading ended. */
  readonly end: number;
}

const isStream = (kind: Preamble['kind']): boolean => kind === 'snapshot' || kind === 'segment';

/** Reads every frame of a sealed file, in slices, and goes on behind the ones that do not open. */
export async function walkFrames(
  file: Uint8Array,
  expected: Expected,
  vaultId: string,
  dataKeyOf: (epoch: number) => Uint8Array | undefined,
): Promise<Walked> {
  const wrong = preambleFault(file, expected, dataKeyOf);
  const preamble = readPreamble(file);
  const dataKey = preamble === undefined ? undefined : dataKeyOf(preamble.epoch);
  if (wrong !== undefined || preamble === undefined || dataKey === undefined)
    return { frames: [], problems: [wrong ?? { offset: 0, code: 'not-this-file' }], end: 0 };
  const key = fileKey(dataKey, preamble, vaultId);
  try {
    return await walk(file, key, preamble, vaultId);
  } finally {
    wipe(key);
  }
}

async function walk(file: Uint8Array, key: Uint8Array, preamble: Preamble, vaultId: string): Promise<Walked> {
  const frames: WalkedFrame[] = [];
  const problems: Omit<Problem, 'file'>[] = [];
  let position = firstFrame;
  let offset = preambleLength;
  /** The tag a frame should have had: when only the tag was damaged, the frame behind is still bound to that one. */
  let rightTag: Uint8Array | undefined;
  const slices = createSlices();
  while (offset < file.length) {
    const length = file.length - offset < 4 ? 0 : readU32(file, offset);
    const last = isStream(preamble.kind) && offset + 4 + length === file.length;
    const read = (at: FramePosition) => readFrame(key, preamble, vaultId, at, file, offset, last);
    let frame = read(position);
    if (frame.state === 'forged' && rightTag !== undefined) {
      const behindDamage = read({ ...position, previousTag: rightTag });
      if (behindDamage.state === 'read') frame = behindDamage;
    }
    if (frame.state === 'torn') {
      problems.push({ offset, code: isStream(preamble.kind) ? 'cut-off' : 'unfinished' });
      return { frames, problems, end: offset };
    }
    if (frame.state === 'read') {
      frames.push({ number: position.sequence, offset, payload: frame.payload });
      rightTag = undefined;
    } else {
      problems.push({ offset, code: 'forged' });
      rightTag = tagOf(key, file.subarray(offset + 4, frame.end), bindings(preamble, vaultId, position, last));
    }
    position = frame.next;
    offset = frame.end;
    if (slices.due()) await slices.pause();
  }
  // No frame opens though there are several: what they are all bound to is wrong, not each of them.
  const blame = frames.length === 0 && problems.length > 1 ? [{ offset: 0, code: 'forged' } as const] : problems;
  if (isStream(preamble.kind) && offset === preambleLength)
    return { frames, problems: [{ offset, code: 'cut-off' }], end: offset };
  return { frames, problems: blame, end: offset };
}

/** The tag AES-256-GCM gives a ciphertext under these bindings. */
function tagOf(key: Uint8Array, sealed: Uint8Array, boundTo: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(0, nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  // Only the tag is taken; the plaintext, which nothing vouches for, is used for nothing else and wiped.
  const plaintext = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(boundTo);
  cipher.update(plaintext);
  cipher.final();
  wipe(plaintext);
  return new Uint8Array(cipher.getAuthTag());
}

/** The first field of the preamble that is not what the file's place and name say. */
function preambleFault(
  file: Uint8Array,
  expected: Expected,
  dataKeyOf: (epoch: number) => Uint8Array | undefined,
): Omit<Problem, 'file'> | undefined {
  if (file.length < preambleLength) return { offset: file.length, code: 'cut-off' };
  const preamble = readPreamble(file);
  if (preamble === undefined) return { offset: 0, code: 'not-this-file' };
  if (preamble.kind !== expected.kind) return { offset: 5, code: 'not-this-file' };
  if (dataKeyOf(preamble.epoch) === undefined) return { offset: 8, code: 'not-this-file' };
  if (preamble.fileId !== expected.fileId) return { offset: 12, code: 'not-this-file' };
  if (expected.device !== undefined && preamble.device !== expected.device)
    return { offset: 28, code: 'not-this-file' };
  if (preamble.generation > expected.newestGeneration) return { offset: 44, code: 'forged' };
  return undefined;
}
