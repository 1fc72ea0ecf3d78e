import { createHash, randomBytes } from 'node:crypto';
import type { Manifest } from '../../../../shared/domain/exchange/package.ts';
import { countItems, type ItemOf, type PackageItem } from '../../../../shared/domain/exchange/item.ts';
import { SinergiError } from '../../../../shared/errors.ts';
import { boxTo } from '../../../vault/crypto/box.ts';
import { concat, toHex, u32, u64, utf8, wipe } from '../../../vault/crypto/bytes.ts';
import { seal } from '../../../vault/crypto/aead.ts';
import { publicHalf } from '../../../vault/crypto/raw-keys.ts';
import { signAs } from '../../../vault/crypto/signing.ts';
import { canonicalJson } from '../../documents/canonical-json.ts';
import { keyIdOf } from './key-id.ts';
import {
  boxContext,
  envelopeLength,
  frameContent,
  frameOverhead,
  largestContent,
  largestEntry,
  largestFileBytes,
  largestManifest,
  leastPartSize,
  manifestStart,
  mostEntries,
  mostParts,
  packageFormat,
  paddingStep,
  partOverhead,
  partPreamble,
  signedBytes,
} from './format.ts';

export interface Sealing {
  /** Without what is counted here. */
  readonly manifest: Omit<Manifest, 'format' | 'content' | 'counts'>;
  readonly items: readonly PackageItem[];
  /** What is in a file among the items: exactly so many bytes as its item says. */
  readonly contentOf: (file: ItemOf<'file'>) => AsyncIterable<Uint8Array>;
  /** X25519 public key of the recipient, Ed25519 seed of the sender. */
  readonly recipientKey: Uint8Array;
  readonly signSeed: Uint8Array;
  /** Bytes of each part at most; null puts everything into one. */
  readonly partSize: number | null;
}

export interface Sealed {
  readonly manifest: Manifest;
  /** Each part in pieces, to be written one behind the other. */
  readonly parts: readonly AsyncIterable<Uint8Array>[];
  /** Of all parts together. */
  readonly bytes: number;
}

/** @throws SinergiError `package-too-large`, `part-size-invalid` */
export function sealPackage({ manifest: told, items, contentOf, recipientKey, signSeed, partSize }: Sealing): Sealed {
  const entries = items.map((item) => utf8(canonicalJson(item)));
  const files = items.flatMap((item) => (item.type === 'file' ? [item] : []));
  const fileBytes = files.reduce((sum, { fields }) => sum + fields.bytes, 0);
  const content = { ...digestOf(entries), fileBytes };
  const manifest: Manifest = { ...told, format: packageFormat, counts: countItems(items), content };
  const manifestBytes = utf8(canonicalJson(manifest));
  if (
    content.bytes > largestContent ||
    fileBytes > largestFileBytes ||
    entries.length > mostEntries ||
    manifestBytes.length > largestManifest ||
    entries.some(({ length }) => length > largestEntry)
  )
    throw new SinergiError('package-too-large');
  const { packageId } = manifest;
  const head = concat(
    publicHalf('ed25519', signSeed),
    signAs('package', signSeed, signedBytes(packageId, recipientKey, manifestBytes)),
    u32(manifestBytes.length),
    manifestBytes,
  );
  const used = manifestStart + manifestBytes.length + content.bytes + fileBytes;
  const padding = new Uint8Array(Math.ceil(used / paddingStep) * paddingStep - used);
  const plaintext = used + padding.length;
  const frames = Math.ceil(plaintext / frameContent);
  const length = envelopeLength + plaintext + frames * frameOverhead;
  const cuts = partLengths(length, partSize);
  const sealed = sealedStream(packageId, recipientKey, pieces(head, entries, files.map(contentOf), padding), frames);
  return { manifest, parts: inParts(packageId, sealed, cuts), bytes: length + cuts.length * partOverhead };
}

function digestOf(entries: readonly Uint8Array[]): Omit<Manifest['content'], 'fileBytes'> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const entry of entries) {
    hash.update(u32(entry.length)).update(entry);
    bytes += 4 + entry.length;
  }
  return { entries: entries.length, bytes, sha256: toHex(hash.digest()) };
}

async function* pieces(
  head: Uint8Array,
  entries: readonly Uint8Array[],
  files: readonly AsyncIterable<Uint8Array>[],
  padding: Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield head;
  for (const entry of entries) {
    yield u32(entry.length);
    yield entry;
  }
  for (const file of files) yield* file;
  yield padding;
}

/** What a frame is bound to: SHA-256 of package id and envelope ‖ sequence u64 ‖ 1 when it is the last. */
export const frameBinding = (envelopeHash: Uint8Array, sequence: number, last: boolean): Uint8Array =>
  concat(envelopeHash, u64(sequence), Uint8Array.of(last ? 1 : 0));

export const envelopeHashOf = (packageId: string, envelope: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(packageId).update(envelope).digest());

/** The envelope, then the frames. */
async function* sealedStream(
  packageId: string,
  recipientKey: Uint8Array,
  content: AsyncIterable<Uint8Array>,
  frames: number,
): AsyncGenerator<Uint8Array> {
  const key = new Uint8Array(randomBytes(32));
  try {
    const box = boxTo(recipientKey, key, boxContext(packageId));
    const envelope = concat(keyIdOf(recipientKey), box.ephemeral, box.sealed);
    const envelopeHash = envelopeHashOf(packageId, envelope);
    yield envelope;
    let sequence = 0;
    for await (const chunk of chunked(content, frameContent)) {
      yield seal(key, chunk, frameBinding(envelopeHash, sequence, sequence === frames - 1));
      sequence += 1;
    }
  } finally {
    wipe(key);
  }
}

/** The same bytes in pieces of one length, the last one shorter. */
async function* chunked(content: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let chunk = new Uint8Array(length);
  let filled = 0;
  for await (const piece of content)
    for (let from = 0; from < piece.length; ) {
      const taken = piece.subarray(from, from + length - filled);
      chunk.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled === length) {
        yield chunk;
        chunk = new Uint8Array(length);
        filled = 0;
      }
    }
  if (filled > 0) yield chunk.subarray(0, filled);
}

/** Bytes of the sealed package in each part. */
function partLengths(length: number, partSize: number | null): readonly number[] {
  if (partSize === null) return [length];
  if (!Number.isSafeInteger(partSize) || partSize < leastPartSize)
    throw new SinergiError('part-size-invalid', { least: leastPartSize, parts: mostParts });
  const each = partSize - partOverhead;
  const parts = Math.ceil(length / each);
  if (parts > mostParts) throw new SinergiError('part-size-invalid', { least: leastPartSize, parts: mostParts });
  return Array.from({ length: parts }, (_, part) => Math.min(each, length - part * each));
}

/** Parts drawn one behind the other from one stream: they have to be written in their order. */
function inParts(
  packageId: string,
  sealed: AsyncGenerator<Uint8Array>,
  cuts: readonly number[],
): readonly AsyncIterable<Uint8Array>[] {
  let rest = new Uint8Array(0);
  return cuts.map((length, place) => ({
    async *[Symbol.asyncIterator]() {
      const hash = createHash('sha256');
      const preamble = partPreamble(packageId, place + 1, cuts.length);
      hash.update(preamble);
      yield preamble;
      for (let missing = length; missing > 0; ) {
        if (rest.length === 0) {
          const next = await sealed.next();
          if (next.done === true) throw new SinergiError('internal', { part: 'package' });
          rest = new Uint8Array(next.value);
        }
        const taken = rest.subarray(0, missing);
        rest = rest.subarray(taken.length);
        missing -= taken.length;
        hash.update(taken);
        yield taken;
      }
      yield new Uint8Array(hash.digest());
    },
  }));
}
