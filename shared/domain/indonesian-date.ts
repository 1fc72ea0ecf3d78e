import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import 'dayjs/locale/id.js';

dayjs.extend(customParseFormat);

const formats = [
  'DD/MM/YYYY',
  'D/M/YYYY',
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'D MMMM YYYY',
  'D MMM YYYY',
  'DD/MM/YY',
  'D/M/YY',
  'D MMMM YY',
  'D MMM YY',
];
const weekday =
  /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s*,?\s*/i;
const latestShortYear = 30;

/**
 * A day in the spellings Indonesian registers use (`02/03/2026` is 2 March), as `2026-03-02`; null when it is none or
 * does not exist. Two-digit years up to 30 are of this century.
 */
export function parseDay(written: string): string | null {
  const plain = written
    .trim()
    .replace(weekday, '')
    .replace(/\s+/g, ' ')
    // A time after the date, as spreadsheets write it.
    .replace(/[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?Z?$/, '');
  if (plain === '') return null;
  const isIso = /^\d{4}[-/.]/.test(plain);
  const separated = plain
    .replace(/(\d)[-.](?=\d)/g, isIso ? '$1-' : '$1/')
    .replace(/(\d)[-.](?=\p{Letter})|(\p{Letter})[-.](?=\d)/gu, '$1$2 ');
  const titled = separated.replace(
    /\p{Letter}+/gu,
    (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
  );
  for (const locale of ['id', 'en'])
    for (const format of formats) {
      const day = dayjs(titled, format, locale, true);
      if (!day.isValid()) continue;
      const year = day.year();
      const shortYear = !format.includes('YYYY');
      const full = shortYear ? (year % 100) + (year % 100 <= latestShortYear ? 2000 : 1900) : year;
      if (full < 1900 || full > 2100) return null;
      return `${full}${day.format('-MM-DD')}`;
    }
  return null;
}
