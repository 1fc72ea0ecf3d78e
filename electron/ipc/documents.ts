import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import { find } from '../services/records.ts';
import type { Services } from '../services/services.ts';

const pdf = [{ name: 'PDF', extensions: ['pdf'] }];

export function documentHandlers({ documents, session }: Services, ports: Ports) {
  const { dialogs } = ports;
  return {
    'documents.exportCase': async (request) => {
      const { number } = find(session.vault('cases.export'), 'cases', request.caseId);
      const path = await dialogs.saveFile(`${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}.pdf`, pdf);
      if (path === null) return { saved: null };
      return { saved: await documents.exportCase({ ...request, path }) };
    },
    'documents.exportData': async (request) => {
      const { number } = find(session.vault('cases.export'), 'cases', request.caseId);
      const extension = request.table === null ? 'json' : 'csv';
      const name = `${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}.${extension}`;
      const path = await dialogs.saveFile(name, [{ name: extension.toUpperCase(), extensions: [extension] }]);
      if (path === null) return { saved: null };
      return { saved: { path, ...(await documents.exportData({ ...request, path })) } };
    },
    'documents.lintCase': async (request) => [...documents.lintCase(request)],
    'documents.verifyCase': async () => {
      const path = await dialogs.openFile(pdf);
      return { verdict: path === null ? null : await documents.verifyCase(path) };
    },
    'documents.exportChart': async ({ format, ...picture }) => {
      const { number } = find(session.vault('cases.export'), 'cases', picture.caseId);
      const name = `${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}-${picture.language === 'id' ? 'bagan' : 'chart'}.${format}`;
      const path = await dialogs.saveFile(name, [{ name: format.toUpperCase(), extensions: [format] }]);
      if (path === null) return { saved: null };
      return { saved: await documents.exportChart({ ...picture, format, path }) };
    },
    'documents.copyChart': async (picture) => {
      await ports.copyPicture(await documents.copyChart(picture));
      return {};
    },
    'documents.cancel': async () => {
      documents.cancel();
      return {};
    },
  } satisfies Partial<Handlers>;
}
