import { SinergiError } from '../../../shared/errors.ts';
import { wipe } from '../crypto/bytes.ts';
import {
  fileKey,
  firstFrame,
  type FramePosition,
  newPreamble,
  type Preamble,
  preambleLength,
  readFrame,
  readPreamble,
  sealFrameInSlices,
} from '../format/frame.ts';
import { largestPayload } from '../format/constants.ts';
import { diskError, type Files } from './files.ts';

/** Beyond this many bytes, what waits is made durable in between. */
const mostWaiting = 1024 * 1024;

/** A file of sealed frames that only grows: a journal or an audit log. */
export class LogFile {
  readonly path: string;
  readonly #files: Files;
  readonly #preamble: Preamble;
  readonly #vaultId: string;
  readonly #key: Uint8Array;
  #position: FramePosition;
  #length: number;
  #broken = false;
  /** What was appended for later, in order: a failed sync may drop it from the disk, and then it is written again. */
  readonly #waiting: Uint8Array[] = [];
  #waitingLength = 0;

  constructor(
    files: Files,
    path: string,
    preamble: Preamble,
    vaultId: string,
    key: Uint8Array,
    position: FramePosition,
    length: number,
  ) {
    this.path = path;
    this.#files = files;
    this.#preamble = preamble;
    this.#vaultId = vaultId;
    this.#key = key;
    this.#position = position;
    this.#length = length;
  }

  get frames(): number {
    return this.#position.sequence;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether one frame can hold so many bytes, with room for the group it may be part of. */
  fits(length: number): boolean {
    return length <= largestPayload / 2;
  }

  /** Set when a failed write could not be taken back: what the file ends with is not known. */
  get broken(): boolean {
    return this.#broken;
  }

  /**
   * Durable when the promise is done, unless `later` leaves that to `sync`. After a failure the file is as it was before.
   *
   * @throws SinergiError `disk-full`, `disk-failed`, `permission-denied`; `file-too-large` for more than a frame can hold
   */
  async append(payload: Uint8Array, durable: 'now' | 'later'): Promise<void> {
    if (payload.length > largestPayload) throw new SinergiError('file-too-large');
    const { bytes, next } = await sealFrameInSlices(this.#key, this.#preamble, this.#vaultId, this.#position, payload);
    try {
      await this.#files.append(this.path, bytes);
      if (durable === 'now') await this.#files.sync(this.path);
    } catch (cause) {
      await this.#takeBack();
      throw diskError(cause);
    }
    this.#position = next;
    this.#length += bytes.length;
    if (durable === 'now') return this.#settled();
    this.#waiting.push(bytes);
    this.#waitingLength += bytes.length;
    if (this.#waitingLength < mostWaiting) return;
    try {
      await this.sync();
    } catch {
      // This frame was only asked for later: it waits on, written again, and whoever needs it durable hears of it.
    }
  }

  #settled(): void {
    this.#waiting.length = 0;
    this.#waitingLength = 0;
  }

  /** Back to what is durable for certain, then what was waiting once more: after a failed sync its pages are lost. */
  async #takeBack(): Promise<void> {
    try {
      await this.#files.truncate(this.path, this.#length - this.#waitingLength);
      for (const bytes of this.#waiting) await this.#files.append(this.path, bytes);
    } catch {
      // The failure that led here is the one reported; this one is kept as a state.
      this.#broken = true;
    }
  }

  async sync(): Promise<void> {
    if (this.#waitingLength === 0) return;
    try {
      await this.#files.sync(this.path);
    } catch (cause) {
      await this.#takeBack();
      throw diskError(cause);
    }
    this.#settled();
  }

  wipe(): void {
    wipe(this.#key);
  }
}

export async function createLog(
  files: Files,
  path: string,
  fields: Omit<Preamble, 'salt' | 'bytes'>,
  vaultId: string,
  dataKey: Uint8Array,
): Promise<LogFile> {
  const preamble = newPreamble(fields);
  await files.create(path, [preamble.bytes]);
  return new LogFile(files, path, preamble, vaultId, fileKey(dataKey, preamble, vaultId), firstFrame, preambleLength);
}

/** What a log holds, and where reading it ended. */
export interface LogReading {
  /** Every authentic frame, with its number in the file. */
  readonly frames: readonly { readonly number: number; readonly payload: Uint8Array }[];
  readonly log: LogFile;
  /** Bytes after the last good frame. A crash leaves them when a frame was never finished. */
  readonly torn: Uint8Array | undefined;
  /** A frame does not fit and others stand behind it: somebody or something changed the file. */
  readonly damaged: boolean;
}

/** @returns `undefined` when the file is not this log at all */
export function readLog(
  files: Files,
  path: string,
  file: Uint8Array,
  expected: { readonly kind: Preamble['kind']; readonly fileId: string; readonly device: string },
  vaultId: string,
  dataKeyOf: (epoch: number) => Uint8Array | undefined,
): LogReading | undefined {
  const preamble = readPreamble(file);
  if (preamble === undefined || preamble.kind !== expected.kind) return undefined;
  if (preamble.fileId !== expected.fileId || preamble.device !== expected.device) return undefined;
  const dataKey = dataKeyOf(preamble.epoch);
  if (dataKey === undefined) return undefined;
  const key = fileKey(dataKey, preamble, vaultId);
  const frames: { number: number; payload: Uint8Array }[] = [];
  let place: Place = { position: firstFrame, offset: preambleLength };
  let good = place;
  let damaged = false;
  while (place.offset < file.length) {
    const frame = readFrame(key, preamble, vaultId, place.position, file, place.offset);
    if (frame.state === 'torn') break;
    const number = place.position.sequence;
    place = { position: frame.next, offset: frame.end };
    // A frame that does not fit is passed over by its length: those behind it are still worth reading.
    if (frame.state === 'forged') continue;
    if (number > good.position.sequence) damaged = true;
    frames.push({ number, payload: frame.payload });
    good = place;
  }
  const torn = good.offset < file.length ? file.slice(good.offset) : undefined;
  const log = new LogFile(files, path, preamble, vaultId, key, good.position, good.offset);
  return { frames, torn, damaged, log };
}

interface Place {
  readonly position: FramePosition;
  readonly offset: number;
}
