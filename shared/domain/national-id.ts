/**
 * NIK, the Indonesian national identity number: 16 digits, of which 7 to 12 are the birth date (day, month, two-digit
 * year; women's days are raised by 40). Peraturan Pemerintah 37/2007.
 */

/** A spreadsheet wrote the number as 3.17E+15: its digits are gone. */
const scientific = /\de[+-]?\d/i;
const leastDigits = 8;
/** More digits are two numbers in one cell, or none. */
const mostDigits = 18;
/** A spreadsheet wrote the number as a decimal: `3171044903621839.0`. */
const decimals = /(?<=\d{9})[.,]0$/;

/**
 * Digits as a register wrote them, without apostrophe, spaces and dots. One too few or too many is kept, because it
 * still tells something; `isNationalId` says whether it is whole. Empty when the register wrote none.
 */
export function cleanNationalId(written: string): string {
  if (scientific.test(written)) return '';
  const digits = written.trim().replace(decimals, '').replace(/\D/g, '');
  return digits.length >= leastDigits && digits.length <= mostDigits && !/^0+$/.test(digits) ? digits : '';
}

/** 16 digits with a birth date that can exist; the place codes are not checked. */
export function isNationalId(digits: string): boolean {
  if (!/^[1-9]\d{15}$/.test(digits)) return false;
  const day = Number(digits.slice(6, 8));
  const month = Number(digits.slice(8, 10));
  const year = Number(digits.slice(10, 12));
  const date = day > 40 ? day - 40 : day;
  // 00 may stand for 1900 or for 2000: only the latter has a 29 February.
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate();
}
