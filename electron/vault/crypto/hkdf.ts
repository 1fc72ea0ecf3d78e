import { hkdfSync } from 'node:crypto';
import { utf8 } from './bytes.ts';

/** HKDF-SHA256 (RFC 5869). `info` names what the key is for; no two purposes share one. */
export function deriveKey(material: Uint8Array, salt: Uint8Array, info: string, length = 32): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', material, salt, utf8(info), length));
}
