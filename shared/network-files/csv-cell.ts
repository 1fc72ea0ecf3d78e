/** A spreadsheet takes these for the beginning of a formula (OWASP, CSV Injection). */
const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** A cell that is text to every spreadsheet; `cellText` gives back every letter. */
export const textCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const cellText = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
