import type { Handlers } from '../../shared/contract.ts';
import { networkExtensions } from '../../shared/network-files/formats.ts';
import type { Ports } from '../services/ports.ts';
import { find } from '../services/records.ts';
import { importNetwork, readNetworkFile } from '../services/network/network-import.ts';
import { surroundingsOf } from '../services/network/surroundings-view.ts';
import type { Services } from '../services/services.ts';

export function networkHandlers({ layouts, networks, reads, session, undo }: Services, { dialogs }: Ports) {
  return {
    'networks.ask': async (input) => {
      await reads.case(input.caseId);
      return await networks.ask(input);
    },
    'networks.around': async (input) => {
      const around = surroundingsOf(session.vault('cases.read'), input);
      const [only, other] = input.people;
      if (only !== undefined && other === undefined) await reads.person(only);
      for (const { id } of around.cases) await reads.case(id);
      return around;
    },
    'charts.layout': (input) => layouts.place(input),
    'charts.cancelLayout': async () => {
      layouts.cancel();
      return {};
    },
    'networks.import': async (input) => {
      find(session.vault('cases.write'), 'cases', input.caseId);
      const path = await dialogs.openFile([
        { name: 'CSV, GraphML, GEXF, JSON', extensions: ['csv', 'tsv', 'txt', 'graphml', 'xml', 'gexf', 'json'] },
      ]);
      if (path === null) return { done: null };
      return { done: await importNetwork(session, undo, () => new Date(), input, await readNetworkFile(path)) };
    },
    'networks.cancel': async () => {
      networks.cancel();
      return {};
    },
    'networks.export': async ({ caseId, format }) => {
      const { number } = find(session.vault('cases.export'), 'cases', caseId);
      const extension = networkExtensions[format];
      const name = `${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}${format === 'i2' ? '-i2' : ''}.${extension}`;
      const path = await dialogs.saveFile(name, [{ name: extension.toUpperCase(), extensions: [extension] }]);
      if (path === null) return { saved: null };
      const { people, links } = await networks.exportCase(caseId, format, path);
      return { saved: { path, people, links } };
    },
  } satisfies Partial<Handlers>;
}
