const clock = /^(?:pukul|pkl|jam)?\.?\s*(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(am|pm)?$/i;
const digitsOnly = /^(\d{1,2})(\d{2})$/;
const zone = /\s*(?:wib|wita|wit)\.?$/i;
/** What follows the beginning in `09.00 - 10.00` and `09.00 s/d selesai`. */
const untilLater = /\s*(?:-|–|s\/d|s\.d\.?|sampai)\s*(?:\d{1,2}[:.]\d{2}|selesai).*$/i;

/** `09:00`, `09.00`, `9.00`, `0900`, `09:00:00`, `09.00 WIB`, the start of `09.00 - 10.00`, as `09:00`; null when it is none. */
export function parseTime(written: string): string | null {
  const plain = written.trim().replace(untilLater, '').replace(zone, '');
  const match = clock.exec(plain) ?? digitsOnly.exec(plain);
  if (match === null) return null;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  if (ofDay > 23 || minute > 59) return null;
  return `${String(ofDay).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
