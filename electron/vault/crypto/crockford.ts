/** Crockford's base 32 (no I, L, O, U), in groups of four: for keys that people print, read aloud and type. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param bytes a multiple of five of them, so that letters come out even */
export function printLetters(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const letters = (bytes.length * 8) / 5;
  const digits = Array.from({ length: letters }, (_, position) => {
    const shift = BigInt((letters - 1 - position) * 5);
    return alphabet.charAt(Number((bits >> shift) & 31n));
  }).join('');
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/** In any case, with or without separators; O is read as 0, I and L as 1. @returns `undefined` for anything else */
export function readLetters(typed: string, length: number): Uint8Array | undefined {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = Array.from(digits, (digit) => alphabet.indexOf(digit));
  if (values.length !== (length * 8) / 5 || values.includes(-1)) return undefined;
  let bits = 0n;
  for (const value of values) bits = (bits << 5n) | BigInt(value);
  const bytes = new Uint8Array(length);
  for (let position = length - 1; position >= 0; position -= 1) {
    bytes[position] = Number(bits & 255n);
    bits >>= 8n;
  }
  return bytes;
}
