/** For react-hook-form's `setValueAs`: an emptied optional field is a field without a value. */
export const emptyToUndefined = (value: unknown): unknown => (value === '' ? undefined : value);

/** Lines somebody opened and left empty are no content. */
export const withoutBlanks = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '');
