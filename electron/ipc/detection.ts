import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function detectionHandlers({ detection, bans }: Services) {
  return {
    'detection.run': async (asked) => {
      const findings = await detection.run(asked);
      const dismissals = detection.dismissals();
      const dismissed = findings.filter(({ id }) => dismissals.has(id)).length;
      return { findings: findings.length - dismissed, dismissed };
    },
    'detection.cancel': async () => {
      detection.cancel();
      return {};
    },
    'detection.list': async (query) => detection.list(query),
    'detection.rows': async (query) => detection.rows(query),
    'detection.dismiss': ({ id, reason }) => detection.dismiss(id, reason),
    'detection.reopen': async ({ id }) => {
      await detection.reopen(id);
      return {};
    },
    'bans.list': async ({ personId }) => bans.list(personId),
    'bans.create': (fields) => bans.create(fields),
    'bans.lift': ({ id, version }) => bans.lift(id, version),
  } satisfies Partial<Handlers>;
}
