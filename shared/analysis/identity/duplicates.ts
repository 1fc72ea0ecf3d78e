import { candidatePairs } from './blocking.ts';
import { compareSubjects, contradict, type Evidence } from './compare.ts';
import { countFrequencies, type Frequencies } from './frequencies.ts';
import type { Band } from './model.ts';
import { type PairScore, type Reason, scorePair } from './score.ts';
import { type IdentityProfile, readSubject, type Subject } from './subject.ts';

export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  /** Probability that both are one person, by the model. */
  readonly score: number;
  readonly bits: number;
  readonly band: Band;
  readonly reasons: readonly Reason[];
}

/** Pairs of identifiers that an officer said are two people; `pairKey` of each. */
export type Apart = ReadonlySet<string>;
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** When a record fits two different people about equally well, nobody but an officer may say which; in bits. */
const undecidedWithin = 4;
const pairsPerTell = 20_000;

/** All that comparing needs, read once. */
export class Comparison {
  readonly subjects: readonly Subject[];
  readonly #frequencies: Frequencies;
  readonly #contradictions = new Map<string, boolean>();
  readonly #places: ReadonlyMap<string, number>;

  constructor(profiles: readonly IdentityProfile[]) {
    this.subjects = profiles.map(readSubject);
    this.#frequencies = countFrequencies(this.subjects);
    this.#places = new Map(profiles.map(({ id }, place) => [id, place]));
  }

  evidence(a: string, b: string): readonly Evidence[] {
    const [left, right] = [this.#subject(a), this.#subject(b)];
    return left === undefined || right === undefined ? [] : compareSubjects(left, right, this.#frequencies);
  }

  score(evidence: readonly Evidence[]): PairScore {
    return scorePair(evidence, this.#frequencies.people);
  }

  /** Whether two people are surely two. */
  contradicts(a: string, b: string): boolean {
    const key = pairKey(a, b);
    const known = this.#contradictions.get(key);
    if (known !== undefined) return known;
    const [left, right] = [this.#subject(a), this.#subject(b)];
    const answer = left !== undefined && right !== undefined && contradict(left, right);
    this.#contradictions.set(key, answer);
    return answer;
  }

  #subject(id: string): Subject | undefined {
    return this.subjects[this.#places.get(id) ?? -1];
  }
}

/**
 * Pairs of people who may be one, the likeliest first; those told apart are among them, so that an officer can change
 * his mind, and are nobody's rivals.
 *
 * @param tell is told how much of it is done, 0 to 1
 */
export function findDuplicates(comparison: Comparison, apart: Apart, tell: (share: number) => void): DuplicatePair[] {
  const { subjects } = comparison;
  const found: DuplicatePair[] = [];
  let compared = 0;
  const pairs = [...candidatePairs(subjects)];
  for (const [left, right] of pairs) {
    compared += 1;
    if (compared % pairsPerTell === 0) tell(compared / pairs.length);
    const [a, b] = [subjects[left]?.id ?? '', subjects[right]?.id ?? ''];
    const { bits, probability, band, reasons } = comparison.score(comparison.evidence(a, b));
    if (band !== null) found.push({ a, b, score: probability, bits, band, reasons });
  }
  found.sort((one, other) => other.bits - one.bits || (pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1));
  const rivals = rivalsOf(found);
  return found.map((pair) => rivalled(pair, rivals, comparison, apart));
}

type Rivals = ReadonlyMap<string, readonly { readonly other: string; readonly bits: number }[]>;

function rivalsOf(pairs: readonly DuplicatePair[]): Rivals {
  const rivals = new Map<string, { other: string; bits: number }[]>();
  const add = (id: string, other: string, bits: number): void => {
    const list = rivals.get(id);
    if (list === undefined) rivals.set(id, [{ other, bits }]);
    else list.push({ other, bits });
  };
  for (const { a, b, bits } of pairs) {
    add(a, b, bits);
    add(b, a, bits);
  }
  return rivals;
}

/** A record that could as well be somebody else's, who is surely not this person, is only possibly this person's. */
function rivalled(pair: DuplicatePair, rivals: Rivals, comparison: Comparison, apart: Apart): DuplicatePair {
  if (pair.band === 'possible') return pair;
  const rival = (id: string, other: string): boolean =>
    (rivals.get(id) ?? []).some(
      (each) =>
        each.other !== other &&
        !apart.has(pairKey(id, each.other)) &&
        each.bits > pair.bits - undecidedWithin &&
        (apart.has(pairKey(each.other, other)) || comparison.contradicts(each.other, other)),
    );
  if (!rival(pair.a, pair.b) && !rival(pair.b, pair.a)) return pair;
  const reason: Reason = { field: 'name', found: 'rival', values: {}, weight: 0 };
  return { ...pair, band: 'possible', reasons: [...pair.reasons, reason] };
}
