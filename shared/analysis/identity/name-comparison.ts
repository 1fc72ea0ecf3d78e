import { editDistance } from './edit-distance.ts';
import type { NameWord } from './name-words.ts';

/** How two words of two names agree, the strongest first. */
export const wordAgreements = ['same', 'spelling', 'typing', 'short', 'initial'] as const;
export type WordAgreement = (typeof wordAgreements)[number];

export interface AgreeingWord {
  readonly how: WordAgreement;
  /** Sound of the longer of the two words. */
  readonly key: string;
}

export interface NameComparison {
  readonly agreeing: readonly AgreeingWord[];
  /** Words that stand in one of the names alone. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

const shortestTyped = 4;
const shortestForTwo = 9;
const shortestCut = 3;

const initialOf = (letter: NameWord, word: NameWord): boolean =>
  letter.text.length === 1 && (word.text.startsWith(letter.text) || word.key.startsWith(letter.text));

function wordAgreement(a: NameWord, b: NameWord): WordAgreement | null {
  if (a.text === b.text) return 'same';
  if (a.text.length === 1 || b.text.length === 1) return initialOf(a, b) || initialOf(b, a) ? 'initial' : null;
  if (a.key === b.key) return 'spelling';
  const length = Math.min(a.text.length, b.text.length);
  const longer = Math.max(a.text.length, b.text.length);
  if (longer >= shortestTyped && length >= shortestCut) {
    const most = length >= shortestForTwo ? 2 : 1;
    if (editDistance(a.text, b.text, most) <= most || editDistance(a.key, b.key, 1) <= 1) return 'typing';
  }
  if (length >= shortestCut && (a.text.startsWith(b.text) || b.text.startsWith(a.text))) return 'short';
  return null;
}

const spelled = (words: readonly NameWord[]): string => words.map(({ text }) => text).join(' ');

/**
 * Pairs words, the strongest agreement first, whatever their order; a word agrees with one other at most. The same from
 * whichever side it is asked.
 */
export function compareNames(a: readonly NameWord[], b: readonly NameWord[]): NameComparison {
  if (spelled(a) <= spelled(b)) return pairWords(a, b);
  const { agreeing, onlyA, onlyB } = pairWords(b, a);
  return { agreeing, onlyA: onlyB, onlyB: onlyA };
}

function pairWords(a: readonly NameWord[], b: readonly NameWord[]): NameComparison {
  const together = (words: readonly NameWord[]): string => words.map(({ key }) => key).join('');
  if (a.length !== b.length && together(a) === together(b)) {
    const longer = a.length > b.length ? a : b;
    return { agreeing: longer.map(({ key }) => ({ how: 'spelling', key })), onlyA: [], onlyB: [] };
  }
  const found: { readonly how: WordAgreement; readonly left: number; readonly right: number }[] = [];
  a.forEach((word, left) => {
    b.forEach((other, right) => {
      const how = wordAgreement(word, other);
      if (how !== null) found.push({ how, left, right });
    });
  });
  found.sort((one, two) => wordAgreements.indexOf(one.how) - wordAgreements.indexOf(two.how));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const agreeing: AgreeingWord[] = [];
  for (const { how, left, right } of found) {
    const [word, other] = [a[left], b[right]];
    if (usedA.has(left) || usedB.has(right) || word === undefined || other === undefined) continue;
    usedA.add(left);
    usedB.add(right);
    agreeing.push({ how, key: word.text.length >= other.text.length ? word.key : other.key });
  }
  const rest = (words: readonly NameWord[], used: ReadonlySet<number>): string[] =>
    words.filter((_, place) => !used.has(place)).map(({ text }) => text);
  return { agreeing, onlyA: rest(a, usedA), onlyB: rest(b, usedB) };
}

/** Each of the names has a word that the other lacks: two people, unless one of them was misheard. */
export const namesConflict = ({ onlyA, onlyB }: NameComparison): boolean => onlyA.length > 0 && onlyB.length > 0;
