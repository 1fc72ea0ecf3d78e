import { createHash } from 'node:crypto';
import { base64Of, type Fields, fieldsOf, numberOf, textOf } from './json.ts';

/** What docs/vault-format.md says under "Keys" of the recovery key, its shares and their letters. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function lettersOf(typed: string): Buffer {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  let bits = '';
  for (const letter of letters) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The content in front of its check bytes. */
export function checked(bytes: Buffer, length: number, checkLength: number, purpose: string): Buffer {
  const content = bytes.subarray(0, length);
  const check = createHash('sha256').update(purpose).update(content).digest().subarray(0, checkLength);
  if (bytes.length !== length + checkLength || !check.equals(bytes.subarray(length))) throw new Error('mistyped');
  return content;
}

export const recoverySeed = (typed: string): Buffer => checked(lettersOf(typed), 32, 3, 'sinergi/1/recovery-check');

/** In GF(2^8) with x^8 + x^4 + x^3 + x + 1. */
function times(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    if ((right & (1 << bit)) !== 0) product ^= left << bit;
  }
  for (let bit = 14; bit >= 8; bit -= 1) if ((product & (1 << bit)) !== 0) product ^= 0x11b << (bit - 8);
  return product;
}
const inverse = (value: number): number =>
  Array.from({ length: 253 }).reduce<number>((power) => times(power, value), value);

/** What the shares' polynomials are at 0. */
export function seedOfShares(header: Fields, typed: readonly string[]): Buffer {
  const { recovery } = fieldsOf(header['roster']);
  const { needed, made } = fieldsOf(fieldsOf(recovery)['shares']);
  const boxKey = base64Of(fieldsOf(recovery)['boxKey']);
  const set = createHash('sha256').update('sinergi/1/share-set').update(boxKey).digest('hex').slice(0, 6);
  const shares = typed.map((text) => checked(lettersOf(text), 41, 4, 'sinergi/1/share-check'));
  for (const share of shares) {
    if (share[0] !== (numberOf(needed) - 1) * 16 + numberOf(made) - 1) throw new Error('another splitting');
    if (share.toString('hex', 2, 5) !== set) throw new Error('another set');
    if (!textOf(header['vaultId']).endsWith(share.toString('hex', 5, 8))) throw new Error('another vault');
  }
  if (new Set(shares.map((share) => share[1])).size < numberOf(needed)) throw new Error('too few shares');
  const at = shares.map((share) => share[40] ?? 0);
  const weights = at.map((own, index) =>
    at
      .filter((_, other) => other !== index)
      .reduce((weight, other) => times(weight, times(other, inverse(own ^ other))), 1),
  );
  return Buffer.from(
    Array.from({ length: 32 }, (_, byte) =>
      shares.reduce((sum, share, index) => sum ^ times(share[8 + byte] ?? 0, weights[index] ?? 0), 0),
    ),
  );
}
