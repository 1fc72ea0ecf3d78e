import { createHash } from 'node:crypto';
import type { StoredContent } from '../../../shared/domain/stored-file.ts';
import type { Problem } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { nonceLength, tagLength } from '../crypto/aead.ts';
import { fromBase64, wipe } from '../crypto/bytes.ts';
import { blobChunk, paddingStep } from './constants.ts';
import { fileKey, firstFrame, type Preamble, preambleLength, readFrame, readPreamble, sealFrame } from './frame.ts';

/** A stream as snapshots and segments are, in smaller frames, so that no more than one is ever held. */
export async function* sealBlob(
  blobKey: Uint8Array,
  preamble: Preamble,
  vaultId: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const key = fileKey(blobKey, preamble, vaultId);
  const held = new Uint8Array(blobChunk);
  let filled = 0;
  let position = firstFrame;
  const sealed = (last: boolean): Uint8Array => {
    const frame = sealFrame(key, preamble, vaultId, position, held.subarray(0, filled), last);
    position = frame.next;
    filled = 0;
    return frame.bytes;
  };
  try {
    yield preamble.bytes;
    for await (const piece of content)
      for (let from = 0; from < piece.length; ) {
        // Only what comes behind tells that a full chunk was not the last.
        if (filled === blobChunk) yield sealed(false);
        const taken = piece.subarray(from, from + blobChunk - filled);
        held.set(taken, filled);
        filled += taken.length;
        from += taken.length;
      }
    yield sealed(true);
  } finally {
    wipe(key, held);
  }
}

const frameLength = (payload: number): number =>
  4 + nonceLength + Math.ceil((payload + 4) / paddingStep) * paddingStep + tagLength;

/** Bytes of the sealed file of a content. */
export function sealedLength(bytes: number): number {
  const whole = Math.max(0, Math.ceil(bytes / blobChunk) - 1);
  return preambleLength + whole * frameLength(blobChunk) + frameLength(bytes - whole * blobChunk);
}

export const damagedBlob = (file: string, offset: number, problem: Problem['code']): SinergiError =>
  new SinergiError('attachment-damaged', { file, offset, problem });

/**
 * The content, piece by piece; each was checked before it is handed out, and the whole against what the record says at
 * the end.
 *
 * @param sealed the file's bytes in their order
 * @throws SinergiError `attachment-damaged` with `offset` and `problem`, a code as `vault verify` gives it
 */
export async function* openBlob(
  { bytes, sha256, blob }: StoredContent,
  vaultId: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (blob === undefined) throw damagedBlob('', 0, 'missing');
  const fault = (offset: number, problem: Problem['code']): SinergiError => damagedBlob(blob.file, offset, problem);
  const reader = exactReader(sealed);
  const blobKey = fromBase64(blob.key);
  const head = await reader.take(preambleLength);
  const preamble = readPreamble(head);
  if (head.length < preambleLength) throw fault(head.length, 'cut-off');
  if (preamble?.kind !== 'blob') throw fault(0, 'not-this-file');
  if (preamble.fileId !== blob.file) throw fault(12, 'not-this-file');
  const key = fileKey(blobKey, preamble, vaultId);
  const digest = createHash('sha256');
  try {
    let position = firstFrame;
    let offset = preambleLength;
    let left = bytes;
    do {
      const payload = Math.min(left, blobChunk);
      const length = frameLength(payload);
      const frame = await reader.take(length);
      if (frame.length < length) throw fault(offset, 'cut-off');
      const read = readFrame(key, preamble, vaultId, position, frame, 0, left === payload);
      if (read.state !== 'read' || read.end !== length || read.payload.length !== payload)
        throw fault(offset, 'forged');
      digest.update(read.payload);
      yield read.payload;
      position = read.next;
      offset += length;
      left -= payload;
    } while (left > 0);
    if ((await reader.take(1)).length > 0) throw fault(offset, 'forged');
    if (digest.digest('hex') !== sha256) throw fault(0, 'forged');
  } finally {
    wipe(key, blobKey);
    await reader.end();
  }
}

/** Hands out as many bytes as are asked for; fewer where the source ends. */
function exactReader(source: AsyncIterable<Uint8Array>) {
  const parts = source[Symbol.asyncIterator]();
  let rest = new Uint8Array(0);
  return {
    async take(length: number): Promise<Uint8Array> {
      const taken = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        if (rest.length === 0) {
          const next = await parts.next();
          if (next.done === true) break;
          rest = new Uint8Array(next.value);
          continue;
        }
        const some = rest.subarray(0, length - filled);
        taken.set(some, filled);
        filled += some.length;
        rest = rest.subarray(some.length);
      }
      return taken.subarray(0, filled);
    },
    async end(): Promise<void> {
      await parts.return?.();
    },
  };
}
