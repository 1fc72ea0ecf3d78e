import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function approvalHandlers({ approvals }: Services) {
  return {
    'approvals.list': async () => [...approvals.list()],
    'approvals.request': ({ act, reason }) => approvals.request(act, reason),
    'approvals.decide': ({ id, outcome, reason }) => approvals.decide(id, outcome, reason),
  } satisfies Partial<Handlers>;
}
