const day = 86_400_000;
const epochMonday = Date.UTC(1970, 0, 5);
const week = 7 * day;

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Monday of the week a day lies in. */
export const weekOf = (date: string): string =>
  dateOf(epochMonday + Math.floor((at(date) - epochMonday) / week) * week);

/** The same of a day's number since 1970-01-01. */
export const weekOfDayNumber = (days: number): string => weekOf(dateOf(days * day));

/** The Monday so many weeks later. */
export const weeksLater = (monday: string, count: number): string => dateOf(at(monday) + count * week);

export const lastDayOf = (monday: string): string => dateOf(at(monday) + 6 * day);

/** ISO 8601: `2026-W10`. */
export function isoWeek(monday: string): string {
  const thursday = new Date(at(monday) + 3 * day);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const number = Math.floor((thursday.getTime() - first) / week) + 1;
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`;
}

/** Monday of `2026-W10`, or of the week of a day; undefined for anything else. */
export function mondayOf(written: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return Number.isNaN(at(written)) ? undefined : weekOf(written);
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(written) ?? [];
  if (year === undefined || number === undefined) return undefined;
  const monday = weeksLater(weekOf(`${year}-01-04`), Number(number) - 1);
  return isoWeek(monday) === written ? monday : undefined;
}
