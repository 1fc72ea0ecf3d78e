import { sha256 } from '../../../vault/format/canonical.ts';
import { keyIdLength } from './format.ts';

/** Names a public key in the clear without giving it away. */
export const keyIdOf = (boxKey: Uint8Array): Uint8Array => sha256(boxKey).slice(0, keyIdLength);
