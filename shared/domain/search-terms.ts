/**
 * Words of a text as the search compares them: lower case, no accents, and the old and new Indonesian spellings of a
 * sound written alike (Ejaan Van Ophuijsen and Soewandi against EYD: oe → u, dj → j, tj → c, ch → kh, sj → sy, nj → ny).
 */
export function searchTerms(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  const words = plain.match(/[\p{Letter}\p{Number}.+/-]+/gu) ?? [];
  const terms: string[] = [];
  for (const word of words) {
    const compact = word.replace(/[^\p{Letter}\p{Number}]/gu, '');
    if (compact === '') continue;
    terms.push(/\d/.test(compact) ? compact : modernSpelling(compact));
  }
  return terms;
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
  [/nj/g, 'ny'],
  [/ch/g, 'kh'],
  [/(?:moh|muh|mohamm?ad|muhamm?ad|mochamm?ad|mokhamm?ad)$/g, 'muhamad'],
];

function modernSpelling(word: string): string {
  return spellings.reduce((spelled, [old, modern]) => spelled.replace(old, modern), word);
}
