/** `R-0001`: the next number that no record has, removed ones included; a number is never given twice. */
export function nextRegisterNumber(prefix: string, records: Iterable<{ readonly number: string }>): string {
  let last = 0;
  for (const { number } of records) last = Math.max(last, Number(number.slice(prefix.length + 1)) || 0);
  return `${prefix}-${String(last + 1).padStart(4, '0')}`;
}
