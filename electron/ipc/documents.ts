import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import { find } from '../services/records.ts';
import type { Services } from '../services/services.ts';

const pdf = [{ name: 'PDF', extensions: ['pdf'] }];

export function documentHandlers({ documents, session }: Services, { dialogs }: Ports) {
  return {
    'documents.exportCase': async ({ caseId, language, recipient, copyNumber }) => {
      const { number } = find(session.vault('cases.export'), 'cases', caseId);
      const path = await dialogs.saveFile(`${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}.pdf`, pdf);
      if (path === null) return { saved: null };
      return { saved: await documents.exportCase({ caseId, language, recipient, copyNumber, path }) };
    },
    'documents.cancel': async () => {
      documents.cancel();
      return {};
    },
  } satisfies Partial<Handlers>;
}
