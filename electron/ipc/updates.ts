import type { Handlers } from '../../shared/contract.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Ports } from '../services/ports.ts';
import { requireFreshBackup } from '../services/updates/backup-first.ts';
import type { Services } from '../services/services.ts';

const updateFiles = [{ name: 'Sinergi', extensions: ['update'] }];

export function updateHandlers({ session, updates }: Services, { dialogs }: Ports) {
  /** What is staged is what was chosen and looked at; a page names no file. */
  let inspected: { readonly version: string; readonly path: string } | null = null;
  session.beforeEnd(() => {
    inspected = null;
  });
  const note = (action: 'program.stage' | 'program.back', reason: string) =>
    session.vault('program.update').note({ action, entity: 'vault', reason });
  return {
    'updates.state': () => updates.state(),
    'updates.inspect': async () => {
      const path = await dialogs.openFile(updateFiles);
      if (path === null) return { update: null };
      const update = await updates.inspect(path);
      inspected = { version: update.version, path };
      return { update };
    },
    'updates.stage': async ({ version }) => {
      if (inspected?.version !== version) throw new SinergiError('file-not-found');
      requireFreshBackup(session.vault('program.update'), new Date());
      const staged = await updates.stage(inspected.path, version);
      await note('program.stage', staged.version);
      return staged;
    },
    'updates.back': async () => {
      requireFreshBackup(session.vault('program.update'), new Date());
      const { version } = await updates.back();
      await note('program.back', version);
      return { version };
    },
  } satisfies Partial<Handlers>;
}
