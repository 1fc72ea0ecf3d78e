import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import { find } from '../services/records.ts';
import type { Services } from '../services/services.ts';

const pdf = [{ name: 'PDF', extensions: ['pdf'] }];

export function reportHandlers({ reports, reportSearch, reads, documents, session }: Services, { dialogs }: Ports) {
  return {
    'reports.search': (query) => reportSearch.find(query),
    'reports.list': async (query) => reports.list(query),
    'reports.get': async ({ id }) => {
      const view = reports.get(id);
      await reads.report(id);
      return view;
    },
    'reports.create': ({ fields }) => reports.create(fields),
    'reports.change': ({ id, version, fields }) => reports.change(id, version, fields),
    'reports.remove': ({ id, version }) => reports.remove(id, version),
    'reports.submit': (input) => reports.submit(input),
    'reports.evaluate': (input) => reports.evaluate(input),
    'reports.giveBack': (input) => reports.giveBack(input),
    'reports.disseminate': (input) => reports.disseminate(input),
    'reports.recall': (input) => reports.recall(input),
    'documents.exportReport': async ({ reportId, ...how }) => {
      const { number } = find(session.vault('reports.print'), 'reports', reportId);
      const path = await dialogs.saveFile(`${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}.pdf`, pdf);
      if (path === null) return { saved: null };
      return { saved: await documents.exportReport({ reportId, ...how, path }) };
    },
  } satisfies Partial<Handlers>;
}
