import { isLongEnough } from '../../../shared/domain/passphrase.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { utf8 } from './bytes.ts';

/**
 * NFKC, then UTF-8: the same passphrase typed on another keyboard or system gives the same bytes (RFC 8265 uses the
 * same idea). A JavaScript string cannot be wiped; the bytes can, and the caller does.
 */
export const passphraseBytes = (passphrase: string): Uint8Array => new Uint8Array(utf8(passphrase.normalize('NFKC')));

/** @throws SinergiError `passphrase-short` */
export function requireLength(passphrase: string): void {
  if (!isLongEnough(passphrase)) throw new SinergiError('passphrase-short');
}
