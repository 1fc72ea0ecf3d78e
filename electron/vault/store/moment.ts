/** Minutes of a day, and before them one slot for what has a day and no time. */
const slotsOfDay = 24 * 60 + 1;

/**
 * A number to sort by: everything of a day without a time, then the rest of that day, then the next day.
 *
 * @param day days since 1970-01-01
 * @param minutes since midnight, −1 for no time
 */
export const momentOf = (day: number, minutes: number): number => day * slotsOfDay + minutes + 1;

export const dayOfMoment = (moment: number): number => Math.floor(moment / slotsOfDay);
