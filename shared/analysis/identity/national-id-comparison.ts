import { isNationalId } from '../../domain/national-id.ts';
import { editDistance } from './edit-distance.ts';

/**
 * How two written NIK agree: `serial` is one digit apart in the running number only, as twins' are; `digit` one digit
 * wrong, missing, added or swapped anywhere else; `two` two such errors; `birth` the same birth date and nothing more;
 * `partial` differs, but one of them is no whole NIK.
 */
export type NationalIdAgreement = 'same' | 'digit' | 'serial' | 'two' | 'birth' | 'partial' | 'different';

const leastDigits = 14;
const serialFrom = 12;

export function compareNationalIds(a: string, b: string): NationalIdAgreement {
  if (a === b) return a.length >= leastDigits ? 'same' : 'partial';
  const whole = isNationalId(a) && isNationalId(b);
  const distance = Math.min(a.length, b.length) < leastDigits ? 3 : editDistance(a, b, 2);
  if (distance === 1) return whole && a.slice(0, serialFrom) === b.slice(0, serialFrom) ? 'serial' : 'digit';
  if (distance === 2) return 'two';
  if (!whole) return 'partial';
  return a.slice(6, serialFrom) === b.slice(6, serialFrom) ? 'birth' : 'different';
}

/** `1962-03-09` as the six digits of a man's and of a woman's NIK. */
export function birthDigits(birthDate: string): readonly [string, string] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return [`${day}${month}${year.slice(2)}`, `${Number(day) + 40}${month}${year.slice(2)}`];
}

/** Whether a whole NIK was given to somebody born on a day. */
export const bornOn = (nationalId: string, birthDate: string): boolean =>
  birthDigits(birthDate).includes(nationalId.slice(6, serialFrom));
