import { randomBytes } from 'node:crypto';
import type { Id } from '../../shared/domain/basics.ts';
import { uuidText } from './crypto/bytes.ts';

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then random bits. */
export function newId(milliseconds: number): Id {
  const bytes = new Uint8Array(randomBytes(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return uuidText(bytes);
}
