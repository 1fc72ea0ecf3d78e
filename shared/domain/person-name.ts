/** Titles and forms of address that are no part of a name. */
const titles = new Set(
  'h hj kh drs dra dr ir prof bpk bapak pak ibu bu sdr sdri saudara saudari tn ny nn tuan nyonya nona ust pdt'.split(
    ' ',
  ),
);
/** Degrees after a comma: `Budi Santoso, S.H., M.Kn.` */
const degrees = /(?:,\s*[a-z]{1,2}\.?\s?[a-z]{0,4}\.?(?:\s?[a-z]{1,3}\.)?)+\s*$/iu;
const aliasMark = /\s+(?:als\.?|alias|a\.?k\.?a\.?)\s+|\s*@\s*/iu;

/** A name for comparing: lower case, no accents, punctuation or titles, single spaces. Never shown. */
export function foldName(name: string): string {
  return nameTokens(name).join(' ');
}

const plainLetters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

/** All words of a name, titles and degrees too: lower case, no accents, no punctuation. */
export const bareTokens = (name: string): string[] => plainLetters(name).match(/[\p{Letter}\p{Number}]+/gu) ?? [];

export function nameTokens(name: string): string[] {
  const tokens = bareTokens(plainLetters(name).replace(degrees, ''));
  const bare = tokens.filter((token) => !titles.has(token));
  return bare.length === 0 ? tokens : bare;
}

/** `Budi Santoso als. Ucok` → the name and the names after it. */
export function splitAliases(written: string): { readonly name: string; readonly aliases: readonly string[] } {
  const [name = '', ...aliases] = written.split(aliasMark).map(tidyName);
  return { name, aliases: aliases.filter((alias) => alias !== '') };
}

/** As shown: single spaces, and a name written in capitals or small letters only in title case. */
export function tidyName(written: string): string {
  const spaced = written.trim().replace(/\s+/gu, ' ');
  if (spaced !== spaced.toUpperCase() && spaced !== spaced.toLowerCase()) return spaced;
  return spaced
    .toLowerCase()
    .replace(/(^|[\s'.-])(\p{Letter})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The same word, or its initial. */
export const tokenFits = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/**
 * Whether two folded words may be one, misspelled: a letter too many, too few, wrong, or two swapped (optimal string
 * alignment distance 1); in words of seven letters and more, two of these. Words of three letters and fewer must agree.
 */
export function isMisspelling(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return false;
  const most = shorter < 7 ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && alignmentDistance(a, b) <= most;
}

function alignmentDistance(a: string, b: string): number {
  let earlier: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? (earlier[column - 2] ?? Infinity) + 1 : Infinity;
      current.push(Math.min(changed, swapped, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    earlier = above;
    above = current;
  }
  return above[b.length] ?? 0;
}

/**
 * Whether two written names can be the same person's: initials may stand for words and words may be left out, but the
 * first words agree. Says nothing alone; it only guards a match on something stronger.
 */
export function namesFit(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const first = shorter[0];
  if (first === undefined || longer[0] === undefined || !tokenFits(first, longer[0])) return false;
  let from = 1;
  for (const token of shorter.slice(1)) {
    const found = longer.findIndex((candidate, index) => index >= from && tokenFits(token, candidate));
    if (found === -1) return false;
    from = found + 1;
  }
  return true;
}
