/** A day and a time of this workstation's clock as a moment. */
export const momentOf = (day: string, time: string): string => new Date(`${day}T${time}:00`).toISOString();
