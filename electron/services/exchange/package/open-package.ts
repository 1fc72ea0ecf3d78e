import { createHash } from 'node:crypto';
import { countItems, itemTypes, type PackageItem, packageItemSchema } from '../../../../shared/domain/exchange/item.ts';
import { type Manifest, manifestSchema } from '../../../../shared/domain/exchange/package.ts';
import { SinergiError } from '../../../../shared/errors.ts';
import { unseal } from '../../../vault/crypto/aead.ts';
import { openBox } from '../../../vault/crypto/box.ts';
import { readU32, sameBytes, toBase64, toHex } from '../../../vault/crypto/bytes.ts';
import { isSignedBy } from '../../../vault/crypto/signing.ts';
import {
  boxContext,
  envelopeLength,
  frameContent,
  frameLength,
  frameOverhead,
  largestContent,
  largestEntry,
  largestFileBytes,
  largestManifest,
  manifestStart,
  mostEntries,
  readEnvelope,
  signatureLength,
  signedBytes,
  signKeyLength,
} from './format.ts';
import { keyIdOf } from './key-id.ts';
import { parseJson } from './parse-json.ts';
import type { JoinedPackage } from './parts.ts';
import { envelopeHashOf, frameBinding } from './seal-package.ts';

/** A key pair packages may have been sealed to. */
export interface OpeningKey {
  readonly boxKey: Uint8Array;
  readonly boxPrivate: Uint8Array;
}

/** The key of one package, and the recipient's key it was sealed to; nothing else opens with it. */
export interface PackageKey {
  readonly contentKey: Uint8Array;
  readonly recipientKey: Uint8Array;
}

/** @throws SinergiError `package-not-for-us`, `package-damaged` */
export function openEnvelope(packageId: string, envelope: Uint8Array, keys: readonly OpeningKey[]): PackageKey {
  const { keyId, ephemeral, sealed } = readEnvelope(envelope);
  const own = keys.find(({ boxKey }) => sameBytes(keyIdOf(boxKey), keyId));
  if (own === undefined) throw new SinergiError('package-not-for-us');
  const contentKey = boxContent(own, { ephemeral, sealed }, packageId);
  if (contentKey?.length !== 32) throw new SinergiError('package-damaged');
  return { contentKey, recipientKey: own.boxKey };
}

function boxContent(own: OpeningKey, box: Parameters<typeof openBox>[1], packageId: string): Uint8Array | undefined {
  try {
    return openBox(own.boxPrivate, box, boxContext(packageId));
  } catch {
    // A public key of small order, which the library refuses itself.
    return undefined;
  }
}

/** Whose signature is believed. */
export interface KnownSigner {
  readonly signKey: Uint8Array;
  readonly agencyId: string;
  readonly revoked: boolean;
}

export interface OpenedPackage {
  readonly manifest: Manifest;
  /** Base64. */
  readonly signKey: string;
  /** Where in what the frames hold the contents of files begin. */
  readonly filesStart: number;
}

/**
 * Reads a package through: first all entries are opened and compared with what the sender signed, and only then is any of
 * them looked at; then the files are compared with what the entries say. Holds one frame and one entry at a time.
 *
 * @throws SinergiError `package-damaged`, `package-sender-unknown`, `package-sender-revoked`, `package-signature-wrong`,
 * `package-content-invalid`, `package-too-large`
 */
export function readPackage(
  joined: JoinedPackage,
  { contentKey, recipientKey }: PackageKey,
  signers: readonly KnownSigner[],
  take: (item: PackageItem) => void,
): OpenedPackage {
  const opened = readHead(contentOf(joined, contentKey), joined.packageId, recipientKey, signers);
  walkEntries(contentOf(joined, contentKey), opened, () => undefined);
  const seen = new Set<string>();
  const types: Pick<PackageItem, 'type'>[] = [];
  const files: FileFacts[] = [];
  const content = contentOf(joined, contentKey);
  walkEntries(content, opened, (entry) => {
    const parsed = packageItemSchema.safeParse(parseJson(entry));
    if (!parsed.success) throw invalid(parsed.error.issues[0]?.path.join('.') ?? 'entry');
    const { type, id } = parsed.data;
    if (seen.has(`${type} ${id}`)) throw invalid('id');
    seen.add(`${type} ${id}`);
    types.push({ type });
    if (parsed.data.type === 'file') files.push(parsed.data.fields);
    take(parsed.data);
  });
  const counts = countItems(types);
  if (itemTypes.some((type) => opened.manifest.counts[type] !== counts[type])) throw invalid('counts');
  compareFiles(content, files, opened.manifest);
  content.finish();
  return { manifest: opened.manifest, signKey: opened.signKey, filesStart: opened.filesStart };
}

interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
}

/** Whether what lies behind the entries is what they say of it. */
function compareFiles(content: Content, files: readonly FileFacts[], manifest: Manifest): void {
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) !== manifest.content.fileBytes) throw invalid('fileBytes');
  for (const { bytes, sha256 } of files) {
    const hash = createHash('sha256');
    for (const piece of content.pieces(bytes)) hash.update(piece);
    if (toHex(hash.digest()) !== sha256) throw damaged();
  }
}

/** A part of what the frames hold, piece by piece, each checked; for files, which are never held whole. */
export function* readContent(
  joined: JoinedPackage,
  { contentKey }: PackageKey,
  { from, bytes }: { readonly from: number; readonly bytes: number },
): Generator<Uint8Array> {
  yield* contentOf(joined, contentKey, from).pieces(bytes);
}

const damaged = (): SinergiError => new SinergiError('package-damaged');
const invalid = (field: string): SinergiError => new SinergiError('package-content-invalid', { field });

interface Head extends OpenedPackage {
  readonly entriesStart: number;
}

/** Who signed, before a byte of what was signed is made sense of. */
function readHead(
  content: Content,
  packageId: string,
  recipientKey: Uint8Array,
  signers: readonly KnownSigner[],
): Head {
  const fixed = content.take(manifestStart);
  const length = readU32(fixed, manifestStart - 4);
  if (length > largestManifest) throw new SinergiError('package-too-large');
  const manifestBytes = content.take(length);
  const signKey = fixed.slice(0, signKeyLength);
  const signer = signers.find((known) => sameBytes(known.signKey, signKey));
  if (signer === undefined) throw new SinergiError('package-sender-unknown');
  if (signer.revoked) throw new SinergiError('package-sender-revoked');
  const signature = fixed.slice(signKeyLength, signKeyLength + signatureLength);
  if (!isSignedBy('package', signKey, signedBytes(packageId, recipientKey, manifestBytes), signature))
    throw new SinergiError('package-signature-wrong');
  const parsed = manifestSchema.safeParse(parseJson(manifestBytes));
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.path.join('.') ?? 'manifest');
  const manifest = parsed.data;
  if (manifest.packageId !== packageId || manifest.sender.agencyId !== signer.agencyId) throw invalid('sender');
  if (manifest.content.bytes > largestContent || manifest.content.entries > mostEntries)
    throw new SinergiError('package-too-large');
  if (manifest.content.fileBytes > largestFileBytes) throw new SinergiError('package-too-large');
  const entriesStart = manifestStart + length;
  return { manifest, signKey: toBase64(signKey), entriesStart, filesStart: entriesStart + manifest.content.bytes };
}

/** Hands over each entry, and checks at the end that they are what was signed. */
function walkEntries(content: Content, { manifest, entriesStart }: Head, take: (entry: Uint8Array) => void): void {
  content.skip(entriesStart);
  const { entries, bytes, sha256 } = manifest.content;
  const hash = createHash('sha256');
  let left = bytes;
  for (let number = 0; number < entries; number += 1) {
    if (left < 4) throw damaged();
    const head = content.take(4);
    const length = readU32(head, 0);
    left -= 4 + length;
    if (left < 0) throw damaged();
    if (length > largestEntry) throw new SinergiError('package-too-large');
    const entry = content.take(length);
    hash.update(head).update(entry);
    take(entry);
  }
  if (left !== 0 || toHex(hash.digest()) !== sha256) throw damaged();
}

interface Content {
  take(length: number): Uint8Array;
  skip(length: number): void;
  /** As `take`, without ever holding more than a frame. */
  pieces(length: number): Generator<Uint8Array>;
  /** What is left are zeros, to the last frame. */
  finish(): void;
}

/** The frames one behind the other, each opened when it is needed. @param from first byte of what they hold that is wanted */
function contentOf(joined: JoinedPackage, key: Uint8Array, from = 0): Content {
  const envelopeHash = envelopeHashOf(joined.packageId, joined.read(0, envelopeLength));
  const frames = Math.ceil((joined.length - envelopeLength) / frameLength);
  let next = Math.floor(from / frameContent);
  let frame: Uint8Array = new Uint8Array(0);

  /** @returns false when there is none left */
  function advance(): boolean {
    if (next === frames) return false;
    const sealed = joined.read(envelopeLength + next * frameLength, frameLength);
    if (sealed.length <= frameOverhead) throw damaged();
    const opened = unseal(key, sealed, frameBinding(envelopeHash, next, next === frames - 1));
    if (opened === undefined) throw damaged();
    next += 1;
    frame = opened;
    return true;
  }

  function* pieces(length: number): Generator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (frame.length === 0 && !advance()) throw damaged();
      const piece = frame.subarray(0, left);
      frame = frame.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  function take(length: number): Uint8Array {
    // Compared with what the file can still hold, before room is made for it.
    if (length > frame.length + (frames - next) * frameContent) throw damaged();
    const taken = new Uint8Array(length);
    let filled = 0;
    for (const piece of pieces(length)) {
      taken.set(piece, filled);
      filled += piece.length;
    }
    return taken;
  }

  function skip(length: number): void {
    let left = length;
    for (const piece of pieces(length)) left -= piece.length;
    if (left !== 0) throw damaged();
  }

  skip(from % frameContent);

  return {
    take,
    skip,
    pieces,
    finish() {
      do if (frame.some((byte) => byte !== 0)) throw damaged();
      while (advance());
    },
  };
}
