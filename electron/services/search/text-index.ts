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
  let known = new Map<string, { readonly state: string; readonly exact: string }>();

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
      seen.add(id);
      const before = known.get(id);
      if (before?.state === state) continue;
      if (before !== undefined) search.discard(id);
      const held: Readonly<Record<string, string>> = texts();
      search.add({ id, ...held });
      known.set(id, { state, exact: exactText(Object.values(held).join(fieldBreak)) });
      yield;
    }
    for (const id of known.keys()) {
      if (seen.has(id)) continue;
      search.discard(id);
      known.delete(id);
      yield;
    }
  }

  return {
    update: (records) => finish(updateSteps(records)),
    updateSteps,
    find(text) {
      const { words, exact } = parseSearch(text);
      const passages: Query[] = exact.map((passage) => ({ queries: [passage], prefix: false, fuzzy: false }));
      const terms = searchTerms(words).length;
      const fixedTerms = new Set(exact.flatMap(searchTerms)).size;
      const all = looked(passages, words, 'AND', 0);
      // A part of a name too many, or one that nobody has: at least half of them must fit.
      return all.length > 0 || terms < 2 ? all : looked(passages, words, 'OR', Math.ceil(terms / 2) + fixedTerms);

      function looked(fixed: readonly Query[], loose: string, combineWith: 'AND' | 'OR', least: number): Found<F>[] {
        const queries = [...fixed];
        if (loose !== '') queries.push({ queries: [loose], combineWith, prefix: true, fuzzy: fuzziness });
        if (queries.length === 0) return [];
        const found: Found<F>[] = [];
        for (const result of search.search({ combineWith: 'AND', queries })) {
          const id: unknown = result.id;
          if (typeof id !== 'string' || result.queryTerms.length < least) continue;
          if (exact.length > 0) {
            const held = known.get(id)?.exact ?? '';
            if (!exact.every((passage) => holdsPassage(held, passage))) continue;
          }
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

/** One typing error in four letters; numbers are matched from their beginning only. */
const fuzziness = (term: string): number | false => (/\d/.test(term) || term.length < 4 ? false : 0.25);
