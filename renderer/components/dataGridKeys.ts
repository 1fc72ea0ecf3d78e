/** Row a key leads to, or null when the key does not move. */
export function nextRow(key: string, active: number, total: number, perPage: number): number | null {
  if (total === 0) return null;
  const within = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return within(active - 1);
    case 'PageDown':
      return within(active + perPage);
    case 'PageUp':
      return within(active - perPage);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
