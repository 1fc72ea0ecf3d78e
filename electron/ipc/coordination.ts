import type { Handlers } from '../../shared/contract.ts';
import { find } from '../services/records.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

const pdf = [{ name: 'PDF', extensions: ['pdf'] }];
const fileName = (text: string): string => `${text.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').slice(0, 80)}.pdf`;

export function coordinationHandlers({ coordination, documents, session }: Services, { dialogs }: Ports) {
  const { meetings, operations, commitments } = coordination;
  /** Asks where to write; null when the officer cancelled. */
  async function printed(
    name: string,
    print: (path: string) => Promise<{ readonly path: string; readonly pages: number }>,
  ): Promise<{ saved: { path: string; pages: number } | null }> {
    const path = await dialogs.saveFile(fileName(name), pdf);
    if (path === null) return { saved: null };
    const { pages } = await print(path);
    return { saved: { path, pages } };
  }
  return {
    'coordination.agencies': async () => coordination.agencies(),
    'meetings.list': async () => meetings.list(),
    'meetings.get': async ({ id }) => meetings.get(id),
    'meetings.create': ({ fields }) => meetings.create(fields),
    'meetings.change': (input) => meetings.change(input),
    'meetings.remove': (input) => meetings.remove(input),
    'meetings.approve': (input) => meetings.approve(input),
    'meetings.correct': (input) => meetings.correct(input),
    'meetings.followUp': (input) => meetings.followUp(input),
    'meetings.print': async (request) => {
      const { title } = find(session.vault('coordination.read'), 'meetings', request.id);
      const name = request.language === 'id' ? 'notulen' : 'minutes';
      return await printed(`${name}-${title}`, (path) => documents.meetingMinutes({ ...request, path }));
    },
    'operations.list': async () => operations.list(),
    'operations.get': async ({ id }) => operations.get(id),
    'operations.create': ({ fields }) => operations.create(fields),
    'operations.change': (input) => operations.change(input),
    'operations.remove': (input) => operations.remove(input),
    'operations.set': (input) => operations.set(input),
    'operations.setTask': (input) => operations.setTask(input),
    'operations.print': async (request) => {
      const { name } = find(session.vault('coordination.read'), 'operations', request.id);
      const kind = request.language === 'id' ? 'rencana-operasi' : 'operation-plan';
      return await printed(`${kind}-${name}`, (path) => documents.operationPlan({ ...request, path }));
    },
    'commitments.list': async () => commitments.list(),
    'commitments.create': ({ fields }) => commitments.create(fields),
    'commitments.change': (input) => commitments.change(input),
    'commitments.remove': (input) => commitments.remove(input),
    'commitments.settle': (input) => commitments.settle(input),
    'commitments.print': ({ language }) =>
      printed(language === 'id' ? 'komitmen' : 'commitments', (path) =>
        documents.commitmentsReport({ language, path }),
      ),
  } satisfies Partial<Handlers>;
}
