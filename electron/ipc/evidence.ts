import type { Handlers } from '../../shared/contract.ts';
import { findsFor } from '../services/evidence/finds.ts';
import { handOver } from '../services/evidence/hand-over.ts';
import type { Ports } from '../services/ports.ts';
import { find } from '../services/records.ts';
import type { Services } from '../services/services.ts';

export function evidenceHandlers(services: Services, { dialogs }: Ports) {
  const { evidence, session } = services;
  return {
    'evidence.list': async ({ caseId }) => evidence.list(caseId),
    'evidence.get': async ({ id }) => evidence.get(id),
    'evidence.finds': async ({ text, chosen }) => findsFor(session, text, chosen),
    'evidence.add': ({ fields }) => evidence.add(fields),
    'evidence.change': ({ id, version, fields }) => evidence.change(id, version, fields),
    'evidence.remove': ({ id, version }) => evidence.remove(id, version),
    'evidence.custody': ({ id, version, fields }) => evidence.custody(id, version, fields),
    'evidence.verify': ({ id }) => evidence.verify(id),
    'evidence.handOver': async ({ fields }) => {
      const { number } = find(session.vault('cases.write'), 'cases', fields.caseId);
      const name = `${fields.language === 'id' ? 'berita-acara' : 'hand-over'}-${number.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}.pdf`;
      const path = await dialogs.saveFile(name, [{ name: 'PDF', extensions: ['pdf'] }]);
      return { saved: path === null ? null : await handOver(services, fields, path) };
    },
  } satisfies Partial<Handlers>;
}
