/**
 * NIK, the Indonesian national identity number: 16 digits, of which 7 to 12 are the birth date (day, month, two-digit
 * year; women's days are raised by 40). Peraturan Pemerintah 37/2007.
 */

/** Digits as a register wrote them, without apostrophe, spaces and dots; empty when it wrote none. */
export function cleanNationalId(written: string): string {
  const digits = written.replace(/\D/g, '');
  return digits.length >= 8 ? digits : '';
}

/** 16 digits with a birth date that exists; the place codes are not checked. */
export function isNationalId(digits: string): boolean {
  if (!/^\d{16}$/.test(digits)) return false;
  const day = Number(digits.slice(6, 8));
  const month = Number(digits.slice(8, 10));
  const date = day > 40 ? day - 40 : day;
  return date >= 1 && date <= 31 && month >= 1 && month <= 12;
}
