import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

export function retentionHandlers({ retention, holdings, documents, reads }: Services, { dialogs }: Ports) {
  return {
    'retention.rules': async () => retention.rules(),
    'retention.saveRule': async ({ version, fields }) => {
      await retention.saveRule(version, fields);
      return {};
    },
    'retention.due': async ({ recordClass, limit }) => retention.due(recordClass, limit),
    'retention.weedings': async () => [...(await retention.weedings())],
    'retention.propose': async ({ ids }) => await retention.propose(ids),
    'retention.weed': async ({ id }) => await retention.weed(id),
    'people.holdings': async ({ id }) => {
      await reads.person(id);
      return await holdings.of(id);
    },
    'people.saveHoldings': async ({ id, language }) => {
      const held = await holdings.of(id);
      const name = held.person.name.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-');
      const path = await dialogs.saveFile(`${name}.pdf`, [{ name: 'PDF', extensions: ['pdf'] }]);
      if (path !== null) await documents.holdings({ holdings: held, language, path });
      return { path };
    },
  } satisfies Partial<Handlers>;
}
