import type { Handlers } from '../../shared/contract.ts';
import { readLicences } from '../services/licences.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

export function appHandlers({ preferences }: Services, ports: Ports) {
  return {
    'app.preferences': async () => preferences.get(),
    'app.setPreferences': async (change) => {
      const preferred = preferences.set(change);
      ports.enlarge?.(preferred.textSize);
      return preferred;
    },
    'app.policy': async () => ports.policy,
    'app.about': async () => ports.about,
    'app.licences': () => readLicences(ports.workers.path('pdf')),
    'app.copy': async ({ text }) => {
      await ports.copy(text);
      return {};
    },
  } satisfies Partial<Handlers>;
}
