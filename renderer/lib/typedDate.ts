const dayMonthYear = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `02/03/2026`, `2-3-2026`, `2.3.2026` or ISO as the day an Indonesian officer means; null when it is no day. */
export function readTypedDate(typed: string): string | null {
  const text = typed.trim();
  const local = dayMonthYear.exec(text);
  if (local !== null) return existingDay(local[3], local[2], local[1]);
  const standard = iso.exec(text);
  return standard === null ? null : existingDay(standard[1], standard[2], standard[3]);
}

function existingDay(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : null;
}
