import { type KeyObject, sign, verify } from 'node:crypto';
import { concat, utf8 } from './bytes.ts';
import { privateKey, publicKey } from './raw-keys.ts';

/** What a signature is for goes in front of the signed bytes, so that none can be passed off as another. */
export type SignaturePurpose =
  | 'audit'
  | 'roster'
  | 'certificate'
  | 'activation'
  | 'act'
  | 'sources'
  | 'package'
  | 'agency-card';

const message = (purpose: SignaturePurpose, content: Uint8Array): Uint8Array =>
  concat(utf8(`sinergi/1/${purpose}\0`), content);

/** Ed25519 (RFC 8032) of bytes as they are: for known-answer tests. Everything else signs for a purpose. */
export const rawSignature = (seed: Uint8Array, content: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, content, privateKey('ed25519', seed)));

/** A seed made ready to sign many times: with OpenSSL that takes ten times as long as a signature. */
export const signingKey = (seed: Uint8Array): KeyObject => privateKey('ed25519', seed);

/** Signs with a 32-byte seed, or with what `signingKey` made of it, and gives 64 bytes. */
export const signAs = (purpose: SignaturePurpose, signer: Uint8Array | KeyObject, content: Uint8Array): Uint8Array => {
  const key = signer instanceof Uint8Array ? signingKey(signer) : signer;
  return new Uint8Array(sign(null, message(purpose, content), key));
};

export function isSignedBy(
  purpose: SignaturePurpose,
  signer: Uint8Array,
  content: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(null, message(purpose, content), publicKey('ed25519', signer), signature);
}
