/** `09:00`, `09.00`, `9.00`, `0900`, `09:00:00`, `09.00 WIB` as `09:00`; null when it is none. */
export function parseTime(written: string): string | null {
  const plain = written.trim().replace(/\s*(?:wib|wita|wit)\.?$/i, '');
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain);
  const hour = Number(match?.[1] ?? Number.NaN);
  const minute = Number(match?.[2] ?? Number.NaN);
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
