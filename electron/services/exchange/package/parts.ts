import { createHash } from 'node:crypto';
import { SinergiError } from '../../../../shared/errors.ts';
import { sameBytes } from '../../../vault/crypto/bytes.ts';
import {
  envelopeLength,
  frameOverhead,
  isReadable,
  type PartPreamble,
  partHashLength,
  partOverhead,
  preambleLength,
  readPartPreamble,
} from './format.ts';

/** Bytes that lie somewhere; nothing is read but what is asked for. */
export interface ByteSource {
  readonly length: number;
  /** Exactly so many, or fewer where the source ends. */
  read(offset: number, length: number): Uint8Array;
}

export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  length: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

export interface JoinedPackage extends ByteSource {
  readonly packageId: string;
  readonly parts: number;
}

/** @throws SinergiError `package-unreadable`, `package-version-unknown` */
export function readPreamble(source: ByteSource): PartPreamble {
  const preamble = readPartPreamble(source.read(0, preambleLength));
  if (preamble === undefined) throw new SinergiError('package-unreadable');
  if (!isReadable(preamble.format)) throw new SinergiError('package-version-unknown', { format: preamble.format });
  return preamble;
}

/**
 * Puts the parts of one package together, in whatever order they are given.
 *
 * @throws SinergiError `package-unreadable`, `package-version-unknown`, `package-parts-mixed` for parts of different
 * packages or one part twice, `package-part-missing` with the numbers, `package-part-damaged` with the number
 */
export function joinParts(sources: readonly ByteSource[]): JoinedPackage {
  const { ordered, packageId, parts } = orderParts(sources);
  ordered.forEach((source, place) => {
    if (!isWhole(source)) throw new SinergiError('package-part-damaged', { part: place + 1, of: parts });
  });
  const joined = over(ordered);
  if (joined.length < envelopeLength + frameOverhead) throw new SinergiError('package-unreadable');
  return { ...joined, packageId, parts };
}

/** The same without reading them through: for parts that were joined before, where what is read is checked as it is opened. */
export function joinPartsAgain(sources: readonly ByteSource[]): JoinedPackage {
  const { ordered, packageId, parts } = orderParts(sources);
  return { ...over(ordered), packageId, parts };
}

function orderParts(sources: readonly ByteSource[]) {
  const read = sources.map((source) => ({ source, ...readPreamble(source) }));
  const [first] = read;
  if (first === undefined) throw new SinergiError('package-unreadable');
  const { packageId, parts } = first;
  const byNumber = new Map(read.map((each) => [each.part, each.source]));
  if (byNumber.size !== read.length || read.some((each) => each.packageId !== packageId || each.parts !== parts))
    throw new SinergiError('package-parts-mixed');
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0) throw new SinergiError('package-part-missing', { parts: missing.join(', '), of: parts });
  return { ordered: numbers.flatMap((number) => byNumber.get(number) ?? []), packageId, parts };
}

const readAtOnce = 1024 * 1024;

/** Whether a part still is what its last bytes say. */
function isWhole(source: ByteSource): boolean {
  const end = source.length - partHashLength;
  if (end < preambleLength) return false;
  const hash = createHash('sha256');
  for (let offset = 0; offset < end; offset += readAtOnce)
    hash.update(source.read(offset, Math.min(readAtOnce, end - offset)));
  return sameBytes(hash.digest(), source.read(end, partHashLength));
}

function over(parts: readonly ByteSource[]): ByteSource {
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.length - partOverhead;
  }
  return {
    length,
    read(offset, wanted) {
      const end = Math.min(offset + wanted, length);
      const bytes = new Uint8Array(Math.max(0, end - offset));
      parts.forEach((part, place) => {
        const start = starts[place] ?? 0;
        const from = Math.max(offset, start);
        const to = Math.min(end, start + part.length - partOverhead);
        if (from < to) bytes.set(part.read(preambleLength + from - start, to - from), from - offset);
      });
      return bytes;
    },
  };
}
