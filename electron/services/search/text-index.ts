import MiniSearch, { type Query } from 'minisearch';
import { exactText, holdsPassage, parseSearch } from '../../../shared/domain/search-query.ts';
import { searchTerms } from '../../../shared/domain/search-terms.ts';
import { finish } from '../../vault/slices.ts';

/** What can be found of a record: its texts by field. `state` changes whenever one of them may have. */
export interface Searched<F extends string> {
  readonly id: string;
  readonly state: string;
  readonly texts: () => Readonly<Record<F, string>>;
}

export interface Found<F extends string> {
  readonly id: string;
  /** The fields in which something of what was typed stands. */
  readonly fields: ReadonlySet<F>;
}

/** Between texts of one field: no passage runs across it. */
export const fieldBreak = ' | ';

interface Held {
  readonly state: string;
  readonly exact: string;
  /** First letters of the words, field by field in the order of the boosts. */
  readonly initials: readonly string[];
}

/** Words of records, kept in memory and brought up to date record by record. */
export interface TextIndex<F extends string> {
  /** Takes the records as they are now; what is not among them any more is forgotten. */
  update(records: Iterable<Searched<F>>): void;
  /** As `update`, record by record; others may have a turn wherever it yields. */
  updateSteps(records: Iterable<Searched<F>>): Generator<void, void>;
  /** Records that hold all of it, best first; when there is none, those that hold at least half of the loose words. */
  find(text: string): readonly Found<F>[];
  /** Forgets everything. */
  drop(): void;
}

/** @param boosts fields, each with its weight in the order of what is found */
export function createTextIndex<F extends string>(boosts: Readonly<Record<F, number>>): TextIndex<F> {
  const isField = (name: string): name is F => Object.hasOwn(boosts, name);
  const fields = Object.keys(boosts).filter(isField);
  let search = empty();
  let known = new Map<string, Held>();

  function empty(): MiniSearch {
    return new MiniSearch({
      fields,
      tokenize: searchTerms,
      processTerm: (term) => term,
      searchOptions: { combineWith: 'AND', boost: boosts },
    });
  }

  function* updateSteps(records: Iterable<Searched<F>>): Generator<void, void> {
    const seen = new Set<string>();
    for (const { id, state, texts } of records) {
      yield;
      seen.add(id);
      const before = known.get(id);
      if (before?.state === state) continue;
      if (before !== undefined) search.discard(id);
      const held = texts();
      search.add({ id, ...held });
      const all = fields.map((field) => held[field]);
      known.set(id, { state, exact: exactText(all.join(fieldBreak)), initials: all.map(initialsOf) });
    }
    for (const id of known.keys()) {
      yield;
      if (seen.has(id)) continue;
      search.discard(id);
      known.delete(id);
    }
  }

  /** Records with words that begin so; first those that begin so themselves. They are too many for a score to say anything. */
  function beginning(letters: readonly string[]): Found<F>[] {
    const [first] = letters;
    if (first === undefined) return [];
    const atOnce: Found<F>[] = [];
    const later: Found<F>[] = [];
    for (const [id, { exact, initials }] of known) {
      if (!letters.every((letter) => initials.some((each) => each.includes(letter)))) continue;
      (exact.startsWith(first) ? atOnce : later).push({
        id,
        get fields() {
          return new Set(fields.filter((_, at) => letters.some((letter) => initials[at]?.includes(letter))));
        },
      });
    }
    return [...atOnce, ...later];
  }

  return {
    update: (records) => finish(updateSteps(records)),
    updateSteps,
    find(text) {
      const { words, exact } = parseSearch(text);
      const terms = searchTerms(words);
      const letters = terms.filter(isInitial);
      const loose = terms.length - letters.length;
      if (loose === 0 && exact.length === 0) return beginning(letters);
      const all = looked('AND', 0, letters);
      // A part of a name too many, or one that nobody has: at least half of them must fit.
      return all.length > 0 || loose < 2 ? all : looked('OR', Math.ceil(loose / 2) + fixedTerms(exact), []);

      function looked(combineWith: 'AND' | 'OR', least: number, initials: readonly string[]): Found<F>[] {
        const queries: Query[] = exact.map((passage) => ({ queries: [passage], prefix: false, fuzzy: false }));
        if (loose > 0) {
          const processTerm = (term: string): string | null => (isInitial(term) ? null : term);
          queries.push({ queries: [words], combineWith, prefix: true, fuzzy: fuzziness, processTerm });
        }
        const found: Found<F>[] = [];
        for (const result of search.search({ combineWith: 'AND', queries })) {
          const id: unknown = result.id;
          if (typeof id !== 'string' || result.queryTerms.length < least) continue;
          const held = known.get(id);
          if (held === undefined || !exact.every((passage) => holdsPassage(held.exact, passage))) continue;
          if (!initials.every((letter) => held.initials.some((each) => each.includes(letter)))) continue;
          const { match } = result;
          found.push({
            id,
            // Thousands may be found, and of few is asked where.
            get fields() {
              const where = new Set(Object.values(match).flat());
              return new Set(fields.filter((field) => where.has(field)));
            },
          });
        }
        return found;
      }
    },
    drop() {
      search = empty();
      known = new Map();
    },
  };
}

/** One typing error in a word, two in a long one; numbers are matched from their beginning only. */
const fuzziness = (term: string): number | false =>
  /\d/.test(term) || term.length < 4 ? false : term.length < 8 ? 1 : 2;

/** A single letter says how a word begins and is not looked up: a third of everybody would come of it. */
const isInitial = (term: string): boolean => /^\p{Letter}$/u.test(term);

const initialsOf = (text: string): string => [...new Set(searchTerms(text).map((term) => term.charAt(0)))].join('');

const fixedTerms = (passages: readonly string[]): number => new Set(passages.flatMap(searchTerms)).size;
