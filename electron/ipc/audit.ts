import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

const pdf = [{ name: 'PDF', extensions: ['pdf'] }];
const json = [{ name: 'JSON', extensions: ['json'] }];

export function auditHandlers({ audit, documents }: Services, { dialogs }: Ports) {
  return {
    'audit.list': async ({ filter, offset, limit }) => {
      const rows = await audit.list(filter);
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'audit.verify': () => audit.verify(),
    'audit.seal': () => audit.seal(),
    'audit.printSeal': async ({ language }) => {
      const path = await dialogs.saveFile('segel-audit.pdf', pdf);
      if (path === null) return { path, seal: null };
      const seal = await audit.seal();
      await documents.sealSheet({ seal, language, path });
      return { path, seal };
    },
    'audit.checkSeal': ({ code }) => audit.checkSeal(code),
    'audit.export': async () => {
      const path = await dialogs.saveFile('audit.json', json);
      if (path === null) return { saved: null };
      const { entries, sha256 } = await audit.export(path);
      return { saved: { path, entries, sha256 } };
    },
  } satisfies Partial<Handlers>;
}
