import { nameTokens, splitAliases } from '../../domain/person-name.ts';

/** A word of a name: as written in small letters, and by its sound, so that old and new spellings are one. */
export interface NameWord {
  readonly text: string;
  readonly key: string;
}

const muhammad = /^(?:m[ou](?:ch|kh|h)a?m+[ae]d|mohd?|mu?hd?|muhd|mo?ch|much|mhmd)$/;
const siti = /^(?:st|sitt?i)$/;
/** Between a name and the father's. */
const filiation = new Set(['bin', 'binti', 'bt', 'ibn', 'ibnu']);
/** Parts that are written together with the next word as often as apart: `Abdul Rahman`, `Abdurrahman`. */
const servant = /^abd(?:u[lrsn]?)?$/;
const servantWithin = /^abdu[lrsn](?=[^l].{2})/;

/**
 * Sounds that registers write in several ways, each rule on what the ones before left: Van Ophuijsen and Soewandi
 * spellings (oe, dj, tj, nj, sj, ch, j for y) and habits of the counter (f/p/v, z/s, q/k, ae/ai, doubled letters, silent h).
 */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/oe|oo|ou/g, 'u'],
  [/^dj|^zh?/g, 'y'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/nj/g, 'ny'],
  [/s[jy](?=[aeiou])/g, 's'],
  [/(?:ch|kh)/g, 'h'],
  [/([bdgt])h/g, '$1'],
  [/ae/g, 'ai'],
  [/au/g, 'o'],
  [/ie(?![aeiou])/g, 'i'],
  [/y(?![aeiou])/g, 'i'],
  [/j/g, 'y'],
  [/[pv]/g, 'f'],
  [/z/g, 's'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/(.)\1+/g, '$1'],
  [/(?<=.{2})h$/g, ''],
];

export function soundKey(word: string): string {
  if (muhammad.test(word)) return 'muhamad';
  if (siti.test(word)) return 'siti';
  const joined = word.replace(servantWithin, 'abdu');
  return sounds.reduce((spelled, [written, sound]) => spelled.replace(written, sound), joined);
}

/** Words of a written name, without titles, `bin` and `binti`; `abdul` joins the word behind it. */
export function nameWords(name: string): readonly NameWord[] {
  const words: NameWord[] = [];
  let before = '';
  for (const token of nameTokens(name)) {
    if (filiation.has(token)) continue;
    if (before === '' && servant.test(token)) {
      before = 'abdul';
      continue;
    }
    const text = before + token;
    before = '';
    words.push({ text, key: soundKey(text) });
  }
  if (before !== '') words.push({ text: before, key: before });
  return words;
}

/**
 * Every way in which a person is named, word by word. A nickname of one word says something only of somebody who has no
 * longer name: half a prison's visitors are called Botak.
 */
export function waysOfNaming(names: readonly string[]): readonly (readonly NameWord[])[] {
  const seen = new Set<string>();
  const ways: (readonly NameWord[])[] = [];
  for (const written of names) {
    const { name, aliases } = splitAliases(written);
    for (const each of [name, ...aliases]) {
      const words = nameWords(each);
      const spelled = words.map(({ text }) => text).join(' ');
      if (words.length === 0 || seen.has(spelled)) continue;
      seen.add(spelled);
      ways.push(words);
    }
  }
  const long = ways.filter((words) => words.length > 1);
  return long.length > 0 ? long : ways;
}
