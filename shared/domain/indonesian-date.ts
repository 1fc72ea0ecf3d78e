import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';

dayjs.extend(customParseFormat);

/** Months in Indonesian, in its older spellings (Pebruari, Nopember) and in English; three letters or more stand for all. */
const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'pebruari', 'february'],
  ['maret', 'march', 'mrt'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august', 'agt', 'agst', 'ags'],
  ['september', 'sept'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
];
/** Sunday first, as `Date` counts. */
const weekdayNames: readonly RegExp[] = [
  /^(?:minggu|ahad|sun)/,
  /^(?:senin|mon)/,
  /^(?:selasa|tues)/,
  /^(?:rabu|wednes)/,
  /^(?:kamis|thurs)/,
  /^(?:jum|fri)/,
  /^(?:sabtu|satur)/,
];
const weekday =
  /^(senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\s*[,/-]?\s*(?:(?:tgl|tanggal)\.?\s*)?(?=\d)/i;
const timeAfterwards = /(?:T|,?\s+)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:Z|wib|wita|wit)?$/i;
const aroundTheDay = /^(?:['’`]|(?:tgl|tanggal)\.?\s*(?=\d))+|[.,;\s]+$/gi;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const dayFirst = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/;
const monthInWords = /^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*(\p{Letter}{3,12})[-/.,\s]*(\d{4}|\d{2})$/iu;
const monthInWordsFirst = /^(\p{Letter}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const digitsOnly = /^\d{8}$/;

/** Days since 30 December 1899, as spreadsheets count them; these stand for 1930 to 2099. The fraction is the time. */
const spreadsheetDay = /^(\d{5})(?:[.,]\d+)?$/;
const earliestSpreadsheetDay = 10_959;
const latestSpreadsheetDay = 73_050;

/** Two digits stand for a year up to this one: a sentence may end in 2069, and nobody was born then. */
const latestShortYear = 2069;

/**
 * A day in the spellings Indonesian registers use, as `2026-03-02`: `02/03/2026` (2 March), `2-3-26`, `2026-03-02`,
 * `20260302`, `Senin, 2 Maret 2026`, `2 Mar 26`, `Mar 2, 2026`, and a spreadsheet's day number. Null when it is none of
 * these, when no such day exists, and when the weekday beside it is another one.
 *
 * @param latestYear the last year that two digits can stand for; birth dates give the current one
 */
export function parseDay(written: string, latestYear = latestShortYear): string | null {
  const tidy = written.trim().replace(timeAfterwards, '').replace(aroundTheDay, '');
  const named = weekday.exec(tidy)?.[1]?.toLowerCase();
  const day = bareDay(tidy.replace(weekday, '').trim(), latestYear);
  if (day === null || named === undefined) return day;
  return weekdayNames[new Date(day).getUTCDay()]?.test(named) === true ? day : null;
}

/** `02/03/2026` may be the third of February to a program set to American English; `20/03/2026` may not. */
export function dayOrder(written: string): 'day-first' | 'month-first' | 'either' | null {
  const numbers = dayFirst.exec(written.trim().replace(timeAfterwards, '').replace(aroundTheDay, ''));
  if (numbers === null) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  if (first === second || first === 0 || second === 0) return null;
  if (first <= 12 && second <= 12) return 'either';
  if (first <= 31 && second <= 12) return 'day-first';
  return first <= 12 && second <= 31 ? 'month-first' : null;
}

function bareDay(plain: string, latestYear: number): string | null {
  const counted = spreadsheetDay.exec(plain);
  if (counted !== null) return spreadsheetDate(Number(counted[1]));
  const iso = yearFirst.exec(plain);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (digitsOnly.test(plain)) return undivided(plain);
  const numbers = dayFirst.exec(plain);
  if (numbers !== null) return existing(fullYear(numbers[3], latestYear), Number(numbers[2]), Number(numbers[1]));
  const words = monthInWords.exec(plain);
  if (words !== null) return existing(fullYear(words[3], latestYear), monthNamed(words[2]), Number(words[1]));
  const english = monthInWordsFirst.exec(plain);
  return english === null ? null : existing(Number(english[3]), monthNamed(english[1]), Number(english[2]));
}

/** 1 to 12, or 0 for a word that names no month. */
function monthNamed(word = ''): number {
  const name = word.toLowerCase();
  return monthNames.findIndex((names) => names.some((whole) => whole.startsWith(name))) + 1;
}

/** `20260302` or `02032026`; null when both ways of reading give a day. */
function undivided(digits: string): string | null {
  const part = (from: number, to: number): number => Number(digits.slice(from, to));
  const readings = [existing(part(0, 4), part(4, 6), part(6, 8)), existing(part(4, 8), part(2, 4), part(0, 2))];
  const [only = null, second] = readings.filter((day) => day !== null);
  return second === undefined ? only : null;
}

function fullYear(digits: string | undefined, latestYear: number): number {
  const year = Number(digits);
  if (digits?.length === 4) return year;
  return latestYear - ((latestYear - year) % 100);
}

function existing(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dayjs(iso, 'YYYY-MM-DD', true).isValid() ? iso : null;
}

function spreadsheetDate(days: number): string | null {
  if (days < earliestSpreadsheetDay || days > latestSpreadsheetDay) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
