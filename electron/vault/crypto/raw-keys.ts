import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { concat, fromHex, wipe } from './bytes.ts';

/** The fixed DER heads that turn 32 raw bytes into PKCS #8 or SPKI (RFC 8410). */
const heads = {
  x25519: { private: fromHex('302e020100300506032b656e04220420'), public: fromHex('302a300506032b656e032100') },
  ed25519: { private: fromHex('302e020100300506032b657004220420'), public: fromHex('302a300506032b6570032100') },
} as const;
export type Curve = keyof typeof heads;

export function privateKey(curve: Curve, raw: Uint8Array): KeyObject {
  const der = Buffer.from(concat(heads[curve].private, raw));
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    wipe(der);
  }
}

export function publicKey(curve: Curve, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(concat(heads[curve].public, raw)), format: 'der', type: 'spki' });
}

/** The 32 raw bytes of the public half. */
export function publicHalf(curve: Curve, rawPrivate: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(curve, rawPrivate)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(heads[curve].public.length));
}
