import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function sourceHandlers({ sources, unsealing }: Services) {
  return {
    'sources.pseudonyms': async () => sources.pseudonyms(),
    'sources.list': async () => await sources.list(),
    'sources.show': async ({ id, reason }) => await sources.show(id, reason),
    'sources.add': async ({ card }) => await sources.add(card),
    'sources.change': async ({ id, version, card }) => {
      await sources.change(id, version, card);
      return {};
    },
    'sources.log': async ({ id, contact }) => await sources.log(id, contact),
    'sources.unsealings': async () => [...unsealing.list()],
    'sources.handOver': async ({ approvalId }) => {
      await unsealing.handOver(approvalId);
      return {};
    },
    'sources.reveal': async ({ approvalId }) => await unsealing.reveal(approvalId),
    'sources.admit': async ({ officerId }) => {
      await sources.admit(officerId);
      return {};
    },
  } satisfies Partial<Handlers>;
}
