/** A stored value as words; a list or an object is written as its parts. Undefined when there is nothing to read. */
export function plainValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = Object.values(value)
    .map(plainValue)
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
