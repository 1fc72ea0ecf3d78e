import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { SinergiError } from '../../../shared/errors.ts';
import { sealWithNonce, unseal } from './aead.ts';
import { agree, boxTo, openBox } from './box.ts';
import { fromHex, sameBytes, secretBytes, utf8 } from './bytes.ts';
import { deriveKey } from './hkdf.ts';
import { type KeyDerivation, localKeyDerivation } from './key-derivation.ts';
import { knownAnswers } from './known-answers.ts';
import { publicHalf, publicKey } from './raw-keys.ts';
import { isSignedBy, rawSignature, signAs } from './signing.ts';

/**
 * Runs every primitive against a published answer. Call it at start, before a vault is opened: the library under
 * `node:crypto` differs between Node and Electron, and a wrong answer must never be stored.
 *
 * @param derivation the one the program will use, so that the worker is tried too
 * @throws SinergiError `encryption-faulty` with the name of the primitive that failed
 */
export async function selfTest(derivation: KeyDerivation = localKeyDerivation): Promise<void> {
  const tests: readonly (readonly [string, () => boolean | Promise<boolean>])[] = [
    ['AES-256-GCM', aes],
    ['HKDF-SHA256', hkdf],
    ['SHA-256', sha256],
    ['HMAC-SHA256', hmac],
    ['X25519', x25519],
    ['Ed25519', ed25519],
    ['Shamir', shamir],
    ['Argon2id', () => argon2id(derivation)],
  ];
  for (const [primitive, passes] of tests)
    if (!(await attempt(passes))) throw new SinergiError('encryption-faulty', { primitive });
}

/** A primitive that is not there at all throws; that is a failed test like any other. */
async function attempt(passes: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await passes();
  } catch {
    return false;
  }
}

function aes(): boolean {
  const { key, nonce, plaintext, boundTo, ciphertext, tag } = knownAnswers.aes256Gcm;
  const sealed = sealWithNonce(fromHex(key), fromHex(nonce), fromHex(plaintext), fromHex(boundTo));
  const opened = unseal(fromHex(key), sealed, fromHex(boundTo));
  const elsewhere = unseal(fromHex(key), sealed, fromHex('00'));
  return (
    sameBytes(sealed, fromHex(nonce + ciphertext + tag)) &&
    opened !== undefined &&
    sameBytes(opened, fromHex(plaintext)) &&
    elsewhere === undefined
  );
}

function hkdf(): boolean {
  const { material, salt, info, key } = knownAnswers.hkdfSha256;
  const derived = hkdfSync('sha256', fromHex(material), fromHex(salt), fromHex(info), 42);
  const named = deriveKey(fromHex(material), fromHex(salt), 'name');
  return sameBytes(new Uint8Array(derived), fromHex(key)) && named.length === 32;
}

function sha256(): boolean {
  const { message, digest } = knownAnswers.sha256;
  return sameBytes(createHash('sha256').update(fromHex(message)).digest(), fromHex(digest));
}

function hmac(): boolean {
  const { key, message, mac } = knownAnswers.hmacSha256;
  return sameBytes(createHmac('sha256', fromHex(key)).update(fromHex(message)).digest(), fromHex(mac));
}

function x25519(): boolean {
  const { alicePrivate, alicePublic, bobPrivate, bobPublic, shared } = knownAnswers.x25519;
  const agreed = agree(fromHex(alicePrivate), fromHex(bobPublic));
  const box = boxTo(fromHex(bobPublic), utf8('content'), 'context');
  const opened = openBox(fromHex(bobPrivate), box, 'context');
  return (
    sameBytes(publicHalf('x25519', fromHex(alicePrivate)), fromHex(alicePublic)) &&
    sameBytes(agreed, fromHex(shared)) &&
    opened !== undefined &&
    sameBytes(opened, utf8('content')) &&
    openBox(fromHex(bobPrivate), box, 'another') === undefined
  );
}

function ed25519(): boolean {
  const { seed, publicKey: signer, message, signature } = knownAnswers.ed25519;
  const made = signAs('audit', fromHex(seed), fromHex(message));
  return (
    publicKey('ed25519', fromHex(signer)).asymmetricKeyType === 'ed25519' &&
    sameBytes(publicHalf('ed25519', fromHex(seed)), fromHex(signer)) &&
    sameBytes(rawSignature(fromHex(seed), fromHex(message)), fromHex(signature)) &&
    isSignedBy('audit', fromHex(signer), fromHex(message), made) &&
    !isSignedBy('roster', fromHex(signer), fromHex(message), made)
  );
}

async function shamir(): Promise<boolean> {
  const { shares, secret } = knownAnswers.shamir;
  const combined = await combine(shares.map((share) => Uint8Array.from(fromHex(share))));
  const [first = secretBytes(1), second = secretBytes(1)] = await split(combined, 3, 2);
  return sameBytes(combined, fromHex(secret)) && sameBytes(await combine([second, first]), combined);
}

async function argon2id(derivation: KeyDerivation): Promise<boolean> {
  const { passphrase, salt, parameters, key } = knownAnswers.argon2id;
  return sameBytes(await derivation.derive(fromHex(passphrase), fromHex(salt), parameters), fromHex(key));
}
