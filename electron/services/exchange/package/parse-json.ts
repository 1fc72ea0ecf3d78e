import { isUtf8 } from 'node:buffer';
import { textOf } from '../../../vault/crypto/bytes.ts';
import { deepestJson } from './format.ts';

const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x7b, 0x5b]);
const closing = new Set([0x7d, 0x5d]);

/** How deep brackets nest; counted before anything is built of them. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (inText) {
      if (byte === backslash) place += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (opening.has(byte)) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (closing.has(byte)) depth -= 1;
  }
  return deepest;
}

/** JSON of somebody else. @returns `undefined` when it is none, or nested deeper than a record ever is */
export function parseJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes) || depthOf(bytes) > deepestJson) return undefined;
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}
