import type { Handlers } from '../../shared/contract.ts';
import { lifeOf } from '../services/people/life.ts';
import { historyOf } from '../services/records.ts';
import type { Services } from '../services/services.ts';

export function peopleHandlers({ people, reads, session, undo }: Services) {
  return {
    'people.search': (query) => people.search(query),
    'people.get': async ({ id }) => {
      const view = people.get(id);
      await reads.person(id);
      return view;
    },
    'people.visits': async (query) => people.visits(query),
    'people.life': async ({ id }) => {
      const life = await lifeOf(session, id);
      await reads.person(id);
      return life;
    },
    'people.create': ({ fields }) => people.create(fields),
    'people.change': (change) => people.change(change),
    'people.clear': (input) => people.clear(input),
    'people.remove': ({ id, version }) => people.remove(id, version),
    'reads.explain': async ({ collection, id, reason }) => {
      reads.explain(collection, id, reason);
      return {};
    },
    'records.history': async ({ collection, id }) => [...historyOf(session, collection, id)],
    'undo.apply': async ({ undoId }) => {
      await undo.apply(undoId);
      return {};
    },
  } satisfies Partial<Handlers>;
}
