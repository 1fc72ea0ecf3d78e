import { wordlist as englishWords } from '@scure/bip39/wordlists/english.js';
import type { Language } from '../basics.ts';
import { indonesianWords } from './indonesian-words.ts';

/**
 * 88 bits of a key's hash in words: eight of the 2,048 of BIP 39 in English, eleven of our own 256 in Indonesian. Somebody
 * who would pass off another key has to find one whose hash begins with the same 88 bits.
 */
export const fingerprintLength = 11;

export function fingerprintWords(bytes: Uint8Array, language: Language): string {
  if (language === 'id') return Array.from(bytes, (byte) => indonesianWords[byte] ?? '').join(' ');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const words = (bytes.length * 8) / 11;
  return Array.from({ length: words }, (_, place) => {
    const shift = BigInt((words - 1 - place) * 11);
    return englishWords[Number((bits >> shift) & 2047n)] ?? '';
  }).join(' ');
}

/** Whether what somebody typed are the words of this fingerprint, in either language. */
export function areWordsOf(typed: string, bytes: Uint8Array): boolean {
  const said = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .join(' ');
  return said === fingerprintWords(bytes, 'id') || said === fingerprintWords(bytes, 'en');
}
