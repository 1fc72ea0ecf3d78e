import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { concat } from './bytes.ts';

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce: at most 2^32 messages under one key. */
export const keyLength = 32;
export const nonceLength = 12;
export const tagLength = 16;

/** @returns nonce ‖ ciphertext ‖ tag */
export function seal(key: Uint8Array, plaintext: Uint8Array, boundTo: Uint8Array): Uint8Array {
  return sealWithNonce(key, randomBytes(nonceLength), plaintext, boundTo);
}

/** Seals piece by piece, so that others may have a turn between two of a long text. */
export interface Sealing {
  readonly nonce: Uint8Array;
  /** @returns as many bytes of ciphertext as were given */
  update(piece: Uint8Array): Uint8Array;
  /** @returns the tag; nothing may follow it */
  end(): Uint8Array;
}

export function beginSealing(key: Uint8Array, boundTo: Uint8Array): Sealing {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(boundTo);
  return {
    nonce,
    update: (piece) => cipher.update(piece),
    end() {
      cipher.final();
      return cipher.getAuthTag();
    },
  };
}

/** For known-answer tests; everything else lets `seal` draw the nonce. */
export function sealWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  boundTo: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(boundTo);
  const body = cipher.update(plaintext);
  return concat(nonce, body, cipher.final(), cipher.getAuthTag());
}

/** @returns the plaintext, or `undefined` when key, content or binding are not the ones it was sealed with. */
export function unseal(key: Uint8Array, sealed: Uint8Array, boundTo: Uint8Array): Uint8Array | undefined {
  if (sealed.length < nonceLength + tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAAD(boundTo);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const plaintext = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  try {
    decipher.final();
  } catch {
    // The only failure `final` has in GCM is a tag that does not fit.
    plaintext.fill(0);
    return undefined;
  }
  // A plain view: `slice` of a Buffer would share its bytes, and wiping one would wipe the other.
  return new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.length);
}
