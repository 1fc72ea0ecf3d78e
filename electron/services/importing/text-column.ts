import type { TextColumn } from '../../vault/port.ts';

/** Texts of a column, each distinct one kept once. */
export function textColumn(texts: readonly string[]): TextColumn {
  const distinct: string[] = [];
  const places = new Map<string, number>();
  const index = Int32Array.from(texts, (text) => {
    const place = places.get(text) ?? distinct.push(text) - 1;
    places.set(text, place);
    return place;
  });
  return { distinct, index };
}
