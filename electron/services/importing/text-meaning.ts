import { cleanNationalId } from '../../../shared/domain/national-id.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import type { TextPool } from './row-table.ts';

/** Registers write a dash, or dashes, for nothing. */
export const isNothing = (written: string): boolean => /^[-–.\s]*$/.test(written);

/**
 * What a cell says, whatever wrote it: a spreadsheet that opened a CSV file and saved it has dropped leading zeros,
 * apostrophes and separators, and the visits are still the same.
 */
export const spaced = (text: string): string => (isNothing(text) ? '' : text.replace(/\s+/g, ' '));

export const queueMeaning = (text: string): string => spaced(text).replace(/^0+(?=\d)/, '');

export const phoneMeaning = (text: string): string => canonicalPhones(text).join(' ') || spaced(text);

export const nationalIdMeaning = (text: string): string => cleanNationalId(text) || spaced(text);

/** Digits that a spreadsheet lost, see `xlsx-file.ts`. */
const lostDigits = /^(\d{15})\?+$/;
const keptDigits = 15;

/** Whether a text is the other one, but for digits that a spreadsheet lost. */
export function hasLostDigitsOf(text: string, whole: string): boolean {
  const start = lostDigits.exec(text)?.[1];
  const digits = cleanNationalId(whole);
  return start !== undefined && digits.length === text.length && digits.startsWith(start);
}

/**
 * A NIK that lost its last digits counts as the whole one with the same first fifteen, when there is only one such.
 *
 * @param before how many texts of the pool the file wrote; what the vault lost earlier a whole NIK may correct
 */
export function completeNationalIds(pool: TextPool, before: number): void {
  const whole = new Map<string, Set<number>>();
  for (let number = 0; number < pool.size; number += 1) {
    const digits = cleanNationalId(pool.text(number));
    if (digits.length <= keptDigits || lostDigits.test(pool.text(number))) continue;
    const start = `${digits.slice(0, keptDigits)} ${digits.length}`;
    whole.set(start, (whole.get(start) ?? new Set()).add(pool.alike(number)));
  }
  for (let number = 0; number < before; number += 1) {
    const text = pool.text(number);
    const start = lostDigits.exec(text)?.[1];
    const [only, second] = start === undefined ? [] : (whole.get(`${start} ${text.length}`) ?? []);
    if (only !== undefined && second === undefined) pool.countAs(number, only);
  }
}
