import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function identityHandlers({ identity }: Services) {
  return {
    'identity.scan': () => identity.scan(),
    'identity.cancel': async () => {
      identity.cancel();
      return {};
    },
    'identity.queue': async (query) => identity.queue(query),
    'identity.decide': (decision) => identity.decide(decision),
    'identity.joins': async ({ personId }) => identity.joinsOf(personId),
    'identity.separate': async ({ joinId }) => {
      await identity.separate(joinId);
      return {};
    },
  } satisfies Partial<Handlers>;
}
