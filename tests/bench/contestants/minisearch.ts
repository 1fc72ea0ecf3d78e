import MiniSearch from 'minisearch';
import { askingInTurn } from '../scale/asking.ts';
import { readTruth } from '../scale/read-truth.ts';
import { firstPage } from '../scale/truth.ts';
import type { Contestant, Place } from './contestant.ts';
import { type PersonTexts, peopleTexts } from './people-texts.ts';

/** MiniSearch as its own page shows it: prefixes and a fuzziness of 0.2, its own way of cutting words, any word may fit. */
export function miniSearchContestant(place: Place): Contestant {
  let people: readonly PersonTexts[] = [];
  const fields = ['names', 'numbers', 'places'];
  const search = new MiniSearch<PersonTexts>({
    fields,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { names: 3, numbers: 2 } },
  });
  const byId = new Map<unknown, PersonTexts>();
  return {
    async fill() {
      people = await peopleTexts(place.source);
      return people.length;
    },
    index() {
      search.addAll(people);
      for (const person of people) byId.set(person.id, person);
      return Promise.resolve(people.length);
    },
    search: askingInTurn(readTruth(place), (text) =>
      search
        .search(text)
        .slice(0, firstPage)
        .flatMap(({ id }: { id: unknown }) => byId.get(id) ?? []),
    ),
  };
}
