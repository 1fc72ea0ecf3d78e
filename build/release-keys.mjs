import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PlainError } from './run.mjs';

/**
 * Signs updates in tests. Everybody can read it here, so nothing but a test build trusts it.
 */
export const testReleaseKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});

/**
 * The private half of the release key.
 *
 * @param {string} file PKCS #8 PEM, as `openssl genpkey -algorithm ed25519` writes it
 */
export function releaseKeyIn(file) {
  const pem = readOr(file, `The release key ${file} cannot be read.`);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, like a key of another kind.
  }
  throw new PlainError(`${file} is no Ed25519 private key in PEM.`);
}

/** @param {string} file @param {string} sentence */
function readOr(file, sentence) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PlainError(sentence);
  }
}

/** @param {import('node:crypto').KeyObject} key @returns {string} PEM */
export const publicHalfOf = (key) => String(createPublicKey(key).export({ type: 'spki', format: 'pem' }));

/**
 * What a build trusts: the public half of the key that `SINERGI_RELEASE_KEY` names, and nothing when it names none.
 *
 * @param {import('./bundle.mjs').Flavour} flavour
 * @returns {string | null} PEM
 */
export function trustedReleaseKey(flavour) {
  if (flavour === 'test') return publicHalfOf(testReleaseKey);
  const file = process.env['SINERGI_RELEASE_KEY'];
  return file === undefined || file === '' ? null : publicHalfOf(releaseKeyIn(file));
}
