import { diffieHellman, randomBytes } from 'node:crypto';
import { seal, unseal } from './aead.ts';
import { concat, utf8, wipe } from './bytes.ts';
import { deriveKey } from './hkdf.ts';
import { privateKey, publicHalf, publicKey } from './raw-keys.ts';

/** Something sealed to a public key by somebody who needs no secret of the receiver. */
export interface Box {
  /** X25519 public key made for this box alone. */
  readonly ephemeral: Uint8Array;
  readonly sealed: Uint8Array;
}

/** X25519 (RFC 7748). An all-zero result means a public key of small order; OpenSSL and BoringSSL refuse it themselves. */
export function agree(ownPrivate: Uint8Array, theirPublic: Uint8Array): Uint8Array {
  const shared = diffieHellman({
    privateKey: privateKey('x25519', ownPrivate),
    publicKey: publicKey('x25519', theirPublic),
  });
  return new Uint8Array(shared);
}

const boxKey = (shared: Uint8Array, ephemeral: Uint8Array, receiver: Uint8Array): Uint8Array =>
  deriveKey(shared, concat(ephemeral, receiver), 'sinergi/1/box');

/** @param context what the box is for and whom; opening it under another context fails */
export function boxTo(receiver: Uint8Array, content: Uint8Array, context: string): Box {
  const ephemeralPrivate = new Uint8Array(randomBytes(32));
  const ephemeral = publicHalf('x25519', ephemeralPrivate);
  const shared = agree(ephemeralPrivate, receiver);
  const key = boxKey(shared, ephemeral, receiver);
  try {
    return { ephemeral, sealed: seal(key, content, utf8(context)) };
  } finally {
    wipe(ephemeralPrivate, shared, key);
  }
}

export function openBox(ownPrivate: Uint8Array, box: Box, context: string): Uint8Array | undefined {
  const shared = agree(ownPrivate, box.ephemeral);
  const key = boxKey(shared, box.ephemeral, publicHalf('x25519', ownPrivate));
  try {
    return unseal(key, box.sealed, utf8(context));
  } finally {
    wipe(shared, key);
  }
}
