import { concat, utf8, uuidBytes, uuidText } from '../../../vault/crypto/bytes.ts';
import { nonceLength, tagLength } from '../../../vault/crypto/aead.ts';

/** See docs/exchange-format.md. Written is the newest; a reader refuses what it does not know without looking further. */
export const packageFormat = 3;
const readableFormats: readonly number[] = [1, 2, packageFormat];
export const isReadable = (format: number): boolean => readableFormats.includes(format);
const magic = utf8('SNGX');

/** Every part begins with it: magic 4 ‖ format ‖ zero 1 ‖ part u16 ‖ parts u16 ‖ zero 2 ‖ package id 16. */
export const preambleLength = 28;
/** Every part ends with the SHA-256 of all before: tells damage of a medium, not forgery. */
export const partHashLength = 32;
export const partOverhead = preambleLength + partHashLength;
export const mostParts = 999;
export const leastPartSize = 4096;

export interface PartPreamble {
  readonly format: number;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly packageId: string;
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff);

export const partPreamble = (packageId: string, part: number, parts: number): Uint8Array =>
  concat(magic, Uint8Array.of(packageFormat, 0), u16(part), u16(parts), Uint8Array.of(0, 0), uuidBytes(packageId));

/** @returns `undefined` when these are not the first bytes of a part; only its `format` means anything when that is unknown */
export function readPartPreamble(bytes: Uint8Array): PartPreamble | undefined {
  if (bytes.length < preambleLength || !magic.every((byte, place) => bytes[place] === byte)) return undefined;
  const at = (place: number): number => bytes[place] ?? 0;
  const preamble = {
    format: at(4),
    part: at(6) * 256 + at(7),
    parts: at(8) * 256 + at(9),
    packageId: uuidText(bytes, 12),
  };
  if (!isReadable(preamble.format)) return preamble;
  const fits = preamble.part >= 1 && preamble.part <= preamble.parts && preamble.parts <= mostParts;
  return fits && at(5) === 0 && at(10) === 0 && at(11) === 0 ? preamble : undefined;
}

/** The joined parts begin with it: recipient's key id 16 ‖ ephemeral key 32 ‖ sealed content key 60. */
export const keyIdLength = 16;
const sealedKeyLength = nonceLength + 32 + tagLength;
export const envelopeLength = keyIdLength + 32 + sealedKeyLength;

export interface Envelope {
  /** First bytes of the SHA-256 of the key it is sealed to. */
  readonly keyId: Uint8Array;
  readonly ephemeral: Uint8Array;
  readonly sealed: Uint8Array;
  readonly bytes: Uint8Array;
}

export function readEnvelope(bytes: Uint8Array): Envelope {
  return {
    keyId: bytes.slice(0, keyIdLength),
    ephemeral: bytes.slice(keyIdLength, keyIdLength + 32),
    sealed: bytes.slice(keyIdLength + 32, envelopeLength),
    bytes: bytes.slice(0, envelopeLength),
  };
}

/** Then frames, all of one size but the last: no length stands anywhere that a reader would have to believe. */
export const frameContent = 64 * 1024;
export const frameOverhead = nonceLength + tagLength;
export const frameLength = frameContent + frameOverhead;

/** The content of all frames: signing key 32 ‖ signature 64 ‖ manifest length u32 ‖ manifest ‖ entries ‖ contents of files ‖ zeros. */
export const signKeyLength = 32;
export const signatureLength = 64;
export const manifestStart = signKeyLength + signatureLength + 4;
export const paddingStep = 4096;

/** What a reader takes at most, whatever a file says. */
export const largestManifest = 256 * 1024;
export const largestEntry = 4 * 1024 * 1024;
export const largestContent = 512 * 1024 * 1024;
export const mostEntries = 500_000;
export const largestFileBytes = 8 * 1024 ** 3;
export const deepestJson = 24;

/** What a package key is boxed for; opening it for another package fails. */
export const boxContext = (packageId: string): string => `sinergi/1/package-key/${packageId}`;

/** What the sender signs: this package, for this key, with this manifest. */
export const signedBytes = (packageId: string, recipientKey: Uint8Array, manifest: Uint8Array): Uint8Array =>
  concat(uuidBytes(packageId), recipientKey, manifest);
