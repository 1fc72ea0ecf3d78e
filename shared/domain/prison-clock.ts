/** Western Indonesian Time is seven hours ahead of UTC all year. */
const offset = 7 * 60 * 60 * 1000;

/** A moment by the prison's own clock, `2026-03-02T16:00:00.000`, without a zone. */
export const prisonTime = (moment: Date): string => new Date(moment.getTime() + offset).toISOString().slice(0, -1);

/** The prison's own day at a moment, `2026-03-02`. */
export const prisonDay = (moment: Date): string => prisonTime(moment).slice(0, 10);
