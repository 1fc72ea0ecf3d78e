const dayLength = 86_400_000;

/** `2026-03-02` as days since 1970-01-01. */
export const dayNumber = (date: string): number => Date.parse(date) / dayLength;

export const dayOfNumber = (days: number): string => new Date(days * dayLength).toISOString().slice(0, 10);

/** `09:00` as minutes since midnight; −1 for no time. */
export const minuteOfDay = (time: string | null): number =>
  time === null ? -1 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const timeOfMinute = (minutes: number): string | null =>
  minutes < 0 ? null : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
