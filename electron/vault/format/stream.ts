import { concat, wipe } from '../crypto/bytes.ts';
import { createSlices } from '../slices.ts';
import { chunkLength } from './constants.ts';
import { fileKey, firstFrame, type Preamble, preambleLength, readFrame, readPreamble, sealFrame } from './frame.ts';

/**
 * A whole file written once: frames of 256 KiB, the last one marked, so that a file cut short, lengthened or with
 * chunks exchanged does not open (the STREAM idea of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
export function* sealStream(
  dataKey: Uint8Array,
  preamble: Preamble,
  vaultId: string,
  content: Uint8Array,
): Generator<Uint8Array> {
  const key = fileKey(dataKey, preamble, vaultId);
  try {
    yield preamble.bytes;
    let position = firstFrame;
    for (let offset = 0; offset === 0 || offset < content.length; offset += chunkLength) {
      const chunk = content.subarray(offset, offset + chunkLength);
      const last = offset + chunkLength >= content.length;
      const frame = sealFrame(key, preamble, vaultId, position, chunk, last);
      yield frame.bytes;
      position = frame.next;
    }
  } finally {
    wipe(key);
  }
}

/** In slices. @returns the content, or `undefined` when any byte of the file is not as it was written */
export async function openStream(
  dataKeyOf: (epoch: number) => Uint8Array | undefined,
  kind: Preamble['kind'],
  fileId: string,
  vaultId: string,
  file: Uint8Array,
): Promise<Uint8Array | undefined> {
  const preamble = readPreamble(file);
  if (preamble === undefined || preamble.kind !== kind || preamble.fileId !== fileId) return undefined;
  const dataKey = dataKeyOf(preamble.epoch);
  if (dataKey === undefined) return undefined;
  const key = fileKey(dataKey, preamble, vaultId);
  try {
    const chunks: Uint8Array[] = [];
    let position = firstFrame;
    let offset = preambleLength;
    const slices = createSlices();
    do {
      const frame = readFrame(key, preamble, vaultId, position, file, offset, endsAt(file, offset));
      if (frame.state !== 'read') return undefined;
      chunks.push(frame.payload);
      position = frame.next;
      offset = frame.end;
      if (slices.due()) await slices.pause();
    } while (offset < file.length);
    return concat(...chunks);
  } finally {
    wipe(key);
  }
}

/** Whether the frame at `offset` reaches to the file's end, which only the last one does. */
function endsAt(file: Uint8Array, offset: number): boolean {
  if (file.length - offset < 4) return false;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return offset + 4 + view.getUint32(offset) === file.length;
}
