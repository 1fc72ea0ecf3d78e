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
  sealFrame,
} from '../format/frame.ts';
import { diskError, type Files } from './files.ts';

/** A file of sealed frames that only grows: a journal or an audit log. */
export class LogFile {
  readonly path: string;
  readonly #files: Files;
  readonly #preamble: Preamble;
  readonly #vaultId: string;
  readonly #key: Uint8Array;
  #position: FramePosition;
  #length: number;

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

  /**
   * Durable when the promise is done. After a failure the file is as it was before.
   *
   * @throws SinergiError `disk-full`, `disk-failed`, `permission-denied`
   */
  async append(payload: Uint8Array): Promise<void> {
    const { bytes, next } = sealFrame(this.#key, this.#preamble, this.#vaultId, this.#position, payload);
    try {
      await this.#files.append(this.path, bytes);
    } catch (cause) {
      await this.#files.truncate(this.path, this.#length);
      throw diskError(cause);
    }
    this.#position = next;
    this.#length += bytes.length;
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
  readonly payloads: readonly Uint8Array[];
  readonly log: LogFile;
  /** Bytes after the last good frame that a crash left: the end of a frame that was never finished. */
  readonly torn: Uint8Array | undefined;
  /** A frame in the middle does not fit, with others behind it: somebody or something changed the file. */
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
  const payloads: Uint8Array[] = [];
  let position = firstFrame;
  let offset = preambleLength;
  let damaged = false;
  while (offset < file.length) {
    const frame = readFrame(key, preamble, vaultId, position, file, offset);
    if (frame.state !== 'read') {
      // A crash spoils the end only; a spoilt frame with a good length and more behind it is no crash.
      damaged = frame.state === 'forged' && frame.end < file.length;
      break;
    }
    payloads.push(frame.payload);
    position = frame.next;
    offset = frame.end;
  }
  const torn = offset < file.length ? file.slice(offset) : undefined;
  return { payloads, torn, damaged, log: new LogFile(files, path, preamble, vaultId, key, position, offset) };
}
