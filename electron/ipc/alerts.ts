import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function alertHandlers({ alerts }: Services) {
  return {
    'alerts.list': async (query) => alerts.list(query),
    'alerts.summary': async () => alerts.summary(),
    'alerts.search': () => alerts.search(),
    'alerts.rows': async (query) => alerts.rows(query),
    'alerts.take': (asked) => alerts.take(asked),
    'alerts.dismiss': ({ key, reason }) => alerts.dismiss(key, reason),
    'alerts.putOff': ({ key, until }) => alerts.putOff(key, until),
    'alerts.reopen': async ({ key }) => {
      await alerts.reopen(key);
      return {};
    },
    'alerts.ofCase': async ({ caseId }) => alerts.ofCase(caseId),
  } satisfies Partial<Handlers>;
}
