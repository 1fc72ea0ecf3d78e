import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

const anything = [{ name: '*', extensions: ['*'] }];

export function fileHandlers({ attachments, fileWork }: Services, { dialogs }: Ports) {
  return {
    'files.list': async ({ on }) => attachments.list(on),
    'files.attach': async ({ on }) => {
      const path = await dialogs.openFile(anything);
      return { added: path === null ? null : await attachments.attach(on, path) };
    },
    'files.cancel': async () => {
      fileWork.cancel();
      return {};
    },
    'files.remove': ({ id, version }) => attachments.remove(id, version),
    'files.verify': ({ id }) => attachments.verify(id),
    'files.saveCopy': async ({ id }) => {
      const path = await dialogs.saveFile(attachments.nameOf(id), anything);
      if (path !== null) await attachments.saveCopy(id, path);
      return { path };
    },
  } satisfies Partial<Handlers>;
}
