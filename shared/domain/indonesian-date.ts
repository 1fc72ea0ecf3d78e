import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';

dayjs.extend(customParseFormat);

/** First letters of the months in Indonesian, in its older spelling (Pebruari, Nopember) and in English. */
const monthNames: readonly RegExp[] = [
  /^jan/,
  /^[fp]eb/,
  /^mar/,
  /^apr/,
  /^(?:mei|may)/,
  /^jun/,
  /^jul/,
  /^a(?:gu|gs|gt|ug)/,
  /^sep/,
  /^(?:okt|oct)/,
  /^no[pv]/,
  /^de[sc]/,
];
const weekday =
  /^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\s*[,/]?\s*(?=\d)/i;
const timeAfterwards = /(?:T|,?\s+)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:Z|wib|wita|wit)?$/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const dayFirst = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/;
const monthInWords = /^(\d{1,2})[-/.\s]*(\p{Letter}{3,12})[-/.,\s]*(\d{4}|\d{2})$/u;

/** Days since 30 December 1899, as spreadsheets count them; these stand for 1930 to 2099. */
const spreadsheetDay = /^\d{5}$/;
const earliestSpreadsheetDay = 10_959;
const latestSpreadsheetDay = 73_050;

/** Two digits stand for a year up to this one: a sentence may end in 2069, and nobody was born then. */
const latestShortYear = 2069;

/**
 * A day in the spellings Indonesian registers use, as `2026-03-02`: `02/03/2026` (2 March), `2-3-26`, `2026-03-02`,
 * `Senin, 2 Maret 2026`, `2 Mar 26`, and a spreadsheet's day number. Null when it is none of these or no such day exists.
 *
 * @param latestYear the last year that two digits can stand for; birth dates give the current one
 */
export function parseDay(written: string, latestYear = latestShortYear): string | null {
  const plain = written.trim().replace(timeAfterwards, '').replace(weekday, '').trim();
  if (spreadsheetDay.test(plain)) return spreadsheetDate(Number(plain));
  const iso = yearFirst.exec(plain);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = dayFirst.exec(plain);
  if (numbers !== null) return existing(fullYear(numbers[3], latestYear), Number(numbers[2]), Number(numbers[1]));
  const words = monthInWords.exec(plain);
  const name = words?.[2]?.toLowerCase() ?? '';
  const month = monthNames.findIndex((pattern) => pattern.test(name)) + 1;
  return words === null || month === 0 ? null : existing(fullYear(words[3], latestYear), month, Number(words[1]));
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
