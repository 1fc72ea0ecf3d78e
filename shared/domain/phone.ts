/** Between two numbers in one cell; a hyphen or a space alone belongs to a number. */
const between = /[/,;|&\n]|\s(?:dan|atau|or)\s|\s+(?=\+)/i;
/** A spreadsheet wrote the number as 8.12E+10: its digits are gone. */
const scientific = /\de[+-]?\d/i;
/** Digits after the country's code: a landline with its area at least, a mobile number at most. */
const leastDigits = 6;
const mostDigits = 13;

/**
 * Telephone numbers of a cell in canonical form, `+628123456789`: `+62`, `62`, `0062`, `0` or nothing before a mobile
 * number's 8, with any separators. What is not a number (`-`, `tidak ada`) is left out.
 */
export function canonicalPhones(written: string): string[] {
  const parts = written.split(between).flatMap(splitWhenLong);
  return [...new Set(parts.map(canonicalPhone).filter((phone) => phone !== ''))];
}

/** A spreadsheet wrote the number as a decimal: `81234567890.0`. */
const decimals = /(?<=\d{9})[.,]0$/;
/** Fewer digits than a whole number has: what was cut off there was a part of one. */
const leastWhole = 9;

/**
 * `081234567890 081398765432` is two numbers: too many digits for one, and a new beginning after a space or hyphen.
 * None is given when the pieces are no whole numbers: a wrong number would lead to a wrong person.
 */
function splitWhenLong(written: string): string[] {
  const digits = (text: string): number => text.replace(/\D/g, '').length;
  if (digits(written) <= mostDigits + 3) return [written];
  const pieces = written.split(/[\s-]+(?=0|62)/);
  return pieces.every((piece) => digits(piece) >= leastWhole) ? pieces : [];
}

function canonicalPhone(written: string): string {
  if (scientific.test(written)) return '';
  const plain = written
    .trim()
    .replace(/^['`’]+/, '')
    .replace(decimals, '');
  const digits = plain.replace(/\D/g, '').replace(/^00/, '');
  const international = plain.startsWith('+') || plain.startsWith('00');
  if (digits.startsWith('62')) return indonesian(digits.slice(2).replace(/^0+/, ''));
  if (international) return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : '';
  if (digits.startsWith('0')) return indonesian(digits.slice(1));
  // Only a mobile number is recognised without its leading zero.
  return digits.startsWith('8') ? indonesian(digits) : '';
}

const indonesian = (subscriber: string): string =>
  subscriber.length >= leastDigits && subscriber.length <= mostDigits ? `+62${subscriber}` : '';
