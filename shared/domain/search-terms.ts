/**
 * Words of a text as the search compares them: lower case, no accents, and the old and new Indonesian spellings of a
 * sound written alike (Ejaan Van Ophuijsen and Soewandi against EYD: oe → u, dj → j, tj → c, ch → kh, sj → sy, nj → ny).
 */
export function searchTerms(text: string): string[] {
  const plain = withoutAccents(text).toLowerCase();
  const words = plain.match(/[\p{Letter}\p{Number}.+/-]+/gu) ?? [];
  const terms: string[] = [];
  for (const word of words) {
    const compact = word.replace(/[.+/-]/g, '');
    if (compact === '') continue;
    terms.push(/\d/.test(compact) ? compact : modernSpelling(compact));
  }
  return terms;
}

/** Letters without their accents. Most texts of a register are plain ASCII, which has none. */
export const withoutAccents = (text: string): string =>
  isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{Mark}/gu, '');

// oxlint-disable-next-line no-control-regex -- the first 128 characters are what is meant
const isAscii = /^[\0-\x7f]*$/;

const spellings: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
  [/nj/g, 'ny'],
  [/ch/g, 'kh'],
  [/(?:moh|muh|mohamm?ad|muhamm?ad|mochamm?ad|mokhamm?ad)$/g, 'muhamad'],
];

/** Most words have nothing of it, and are looked at once instead of seven times. */
const anySpelling = /oe|[dtsn]j|ch|m[ou]k?h/;

function modernSpelling(word: string): string {
  if (!anySpelling.test(word)) return word;
  return spellings.reduce((spelled, [old, modern]) => spelled.replace(old, modern), word);
}
