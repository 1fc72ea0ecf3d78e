import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { combine } from 'shamir-secret-sharing';
import { sealWithNonce, unseal } from '../../electron/vault/crypto/aead.ts';
import { agree } from '../../electron/vault/crypto/box.ts';
import { fromHex, toHex, utf8 } from '../../electron/vault/crypto/bytes.ts';
import { localKeyDerivation } from '../../electron/vault/crypto/key-derivation.ts';
import { publicHalf } from '../../electron/vault/crypto/raw-keys.ts';
import { rawSignature } from '../../electron/vault/crypto/signing.ts';
import vectors from './published.json' with { type: 'json' };

export interface CheckedVector {
  readonly name: string;
  readonly passed: boolean;
}

/** Whether a call is refused, as it has to be for keys that everybody knows. */
function refuses(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

function lastBitTurned(sealed: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(sealed);
  changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
  return changed;
}

/** Every published answer in this folder, through the program's own code, in whatever runtime this runs. */
export async function checkVectors(): Promise<readonly CheckedVector[]> {
  const checked: CheckedVector[] = [];
  const check = (primitive: string, source: string, passed: boolean): void =>
    void checked.push({ name: `${primitive}: ${source}`, passed });

  for (const { source, key, nonce, plaintext, boundTo, sealed } of vectors.aes256Gcm) {
    const made = sealWithNonce(fromHex(key), fromHex(nonce), fromHex(plaintext), fromHex(boundTo));
    check('AES-256-GCM', source, toHex(made) === nonce + sealed);
    const opened = unseal(fromHex(key), made, fromHex(boundTo));
    check('AES-256-GCM opens', source, opened !== undefined && toHex(opened) === plaintext);
    const forged = unseal(fromHex(key), lastBitTurned(made), fromHex(boundTo));
    check('AES-256-GCM refuses a changed tag', source, forged === undefined);
  }
  for (const { source, material, salt, info, key } of vectors.hkdfSha256) {
    const derived = hkdfSync('sha256', fromHex(material), fromHex(salt), fromHex(info), key.length / 2);
    check('HKDF-SHA256', source, toHex(new Uint8Array(derived)) === key);
  }
  for (const { source, key, message, mac } of vectors.hmacSha256)
    check('HMAC-SHA256', source, createHmac('sha256', fromHex(key)).update(fromHex(message)).digest('hex') === mac);
  for (const { source, message, digest } of vectors.sha256)
    check('SHA-256', source, createHash('sha256').update(fromHex(message)).digest('hex') === digest);
  for (const { source, scalar, point, result } of vectors.x25519)
    check('X25519', source, toHex(agree(fromHex(scalar), fromHex(point))) === result);
  const scalar = fromHex(vectors.x25519[0]?.scalar ?? '');
  for (const point of vectors.x25519SmallOrder)
    check(
      'X25519 refuses a point of small order',
      point,
      refuses(() => agree(scalar, fromHex(point))),
    );
  for (const { source, seed, publicKey, message, signature } of vectors.ed25519) {
    check('Ed25519 public key', source, toHex(publicHalf('ed25519', fromHex(seed))) === publicKey);
    check('Ed25519', source, toHex(rawSignature(fromHex(seed), fromHex(message))) === signature);
  }
  for (const { source, passphrase, salt, memoryKiB, passes, lanes, key } of vectors.argon2id) {
    const derived = await localKeyDerivation.derive(utf8(passphrase), utf8(salt), { memoryKiB, passes, lanes });
    check('Argon2id', source, toHex(derived) === key);
  }
  for (const { source, shares, secret } of vectors.shamir)
    check('Shamir', `${source} ${secret}`, toHex(await combine(shares.map((share) => Uint8Array.from(fromHex(share))))) === secret);
  return checked;
}
