const clock = /^(?:pukul|pkl|jam)?\.?\s*(\d{1,2})\s*[:.,;]\s*(\d{2})(?:[:.]\d{2})?\s*(am|pm|pagi|siang|sore|malam)?$/i;
const digitsOnly = /^(\d{1,2})(\d{2})$/;
const zone = /\s*(?:wib|wita|wit)\.?$/i;
/** What follows the beginning in `09.00 - 10.00` and `09.00 s/d selesai`. */
const untilLater = /\s*(?:-|–|s\/d|s\.d\.?|sampai)\s*(?:\d{1,2}[:.]\d{2}|selesai).*$/i;
/** A spreadsheet's fraction of a day; fewer decimals may be hours and minutes. */
const fractionOfDay = /^0[.,](\d{3,})$/;
/** A spreadsheet gives a time that was typed with its day as both. */
const dayBefore = /^\d{4}-\d{2}-\d{2}[T\s]+/;
const minutesOfDay = 24 * 60;

/** The hours of a twelve-hour clock that each word goes with, and what has to be added to them. */
const halves: Readonly<Record<string, readonly (readonly [from: number, to: number, add: number])[]>> = {
  am: [
    [12, 12, -12],
    [1, 11, 0],
  ],
  pm: [
    [12, 12, 0],
    [1, 11, 12],
  ],
  pagi: [[1, 11, 0]],
  siang: [
    [10, 12, 0],
    [1, 4, 12],
  ],
  sore: [[2, 6, 12]],
  malam: [[6, 11, 12]],
};

/**
 * `09:00`, `09.00`, `9.00`, `0900`, `09:00:00`, `09.00 WIB`, `2.30 siang`, a spreadsheet's `0.375`, the start of
 * `09.00 - 10.00`, as `09:00`; null when it is none. `9.5` is none: it may be half past nine, or ten to ten.
 */
export function parseTime(written: string): string | null {
  const plain = written
    .trim()
    .replace(/^['’`]/, '')
    .replace(dayBefore, '')
    .replace(untilLater, '')
    .replace(zone, '');
  const fraction = fractionOfDay.exec(plain)?.[1];
  if (fraction !== undefined) {
    const minutes = Math.round(Number(`0.${fraction}`) * minutesOfDay);
    return minutes < minutesOfDay ? asTime(Math.floor(minutes / 60), minutes % 60) : null;
  }
  const match = clock.exec(plain) ?? digitsOnly.exec(plain);
  if (match === null) return null;
  const hour = hourOfDay(Number(match[1]), match[3]?.toLowerCase());
  const minute = Number(match[2]);
  return hour === null || hour > 23 || minute > 59 ? null : asTime(hour, minute);
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  const range = halves[half]?.find(([from, to]) => hour >= from && hour <= to);
  return range === undefined ? null : hour + range[2];
}

const asTime = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
