/** `F.2.16`, `f/2/16` and `Blok F Kamar 2.16` are one. */
export const cellKey = (written: string): string =>
  written
    .toUpperCase()
    .replace(/\b(?:BLOK|KAMAR|KMR|SEL|LANTAI|LT)\b/g, ' ')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** The block of a cell: `F` of `F.2.16`; empty when nothing is written. */
export const blockOf = (cell: string): string => cellKey(cell).split(' ')[0] ?? '';
