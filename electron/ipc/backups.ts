import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function backupHandlers({ backups, media, restoring, switching }: Services) {
  return {
    'backups.media': async () => [...media.list()],
    'backups.remember': ({ label, folder }) => media.remember(label, folder),
    'backups.forget': async ({ id }) => {
      await media.forget(id);
      return {};
    },
    'backups.run': ({ mediumId }) => backups.runTo(mediumId),
    'backups.verifyVault': () => backups.verifyVault(),
    'backups.list': async ({ folder }) => [...(await backups.list(folder))],
    'backups.check': async ({ folder, backup }) => {
      const { ok, files, damaged } = await backups.check(folder, backup);
      return { ok, files, damaged: [...damaged] };
    },
    'backups.cancel': async () => {
      backups.cancel();
      return {};
    },
    'restoring.restore': (input) => restoring.restoreInto(input),
    'restoring.list': () => restoring.list(),
    'restoring.compare': (input) => restoring.compare(input),
    'restoring.switch': async (input) => {
      await switching.fromInUse(input);
      return {};
    },
    'restoring.finish': (input) => switching.afterDisaster(input),
  } satisfies Partial<Handlers>;
}
