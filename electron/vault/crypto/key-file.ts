import { createHash, randomBytes } from 'node:crypto';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, sameBytes, textOf, utf8, wipe } from './bytes.ts';
import { printLetters, readLetters } from './crockford.ts';

/** 256 random bits and 24 check bits: the letters of a recovery key, under a line that says what the file is. */
const keyLength = 32;
const checkLength = 3;
const firstLine = 'Sinergi key file 1';

/** A key file is a few lines; whatever is longer is something else. */
export const largestKeyFile = 1024;

const checkOf = (key: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update('sinergi/1/key-file-check').update(key).digest().subarray(0, checkLength));

export interface KeyFile {
  readonly key: Uint8Array;
  readonly content: Uint8Array;
}

export function newKeyFile(): KeyFile {
  const key = new Uint8Array(randomBytes(keyLength));
  return { key, content: utf8(`${firstLine}\n${printLetters(concat(key, checkOf(key)))}\n`) };
}

/** @throws SinergiError `key-file-damaged` also for a file that never was one */
export function readKeyFile(content: Uint8Array): Uint8Array {
  const [title = '', letters = ''] = content.length > largestKeyFile ? [] : textOf(content).split(/\r?\n/);
  const bytes = title.trim() === firstLine ? readLetters(letters, keyLength + checkLength) : undefined;
  const key = bytes?.slice(0, keyLength);
  if (bytes === undefined || key === undefined || !sameBytes(checkOf(key), bytes.subarray(keyLength)))
    throw new SinergiError('key-file-damaged');
  wipe(bytes);
  return key;
}
