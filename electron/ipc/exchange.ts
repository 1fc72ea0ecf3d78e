import { readFile, stat } from 'node:fs/promises';
import type { Handlers } from '../../shared/contract.ts';
import type { PackageBody } from '../../shared/domain/exchange/package.ts';
import { SinergiError } from '../../shared/errors.ts';
import { saveFile } from '../services/documents/save-file.ts';
import { largestCard } from '../services/exchange/cards.ts';
import { previewRow } from '../services/exchange/preview-row.ts';
import type { SealedPackage, WriteOrder } from '../services/exchange/sending.ts';
import type { Exchange } from '../services/exchange/exchange.ts';
import type { Period } from '../services/exchange/register.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

const packages = [{ name: 'Sinergi', extensions: ['sngx'] }];
const cards = [{ name: 'JSON', extensions: ['json'] }];
const fileName = (text: string): string => text.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').slice(0, 80);

export function exchangeHandlers({ documents, exchange, session }: Services, { dialogs }: Ports) {
  /** Files a page is not told of: what it takes in is what was chosen and looked at. */
  let inspected: { readonly packageId: string; readonly path: string } | null = null;
  session.beforeEnd(() => {
    inspected = null;
  });

  async function written(
    name: string,
    partSize: number | null,
    seal: (order: WriteOrder) => Promise<SealedPackage>,
  ): Promise<{ saved: (Omit<SealedPackage, 'files'> & { files: string[] }) | null }> {
    const path = await dialogs.saveFile(`${fileName(name)}.sngx`, packages);
    if (path === null) return { saved: null };
    const sealed = await seal({ path, partSize });
    return { saved: { ...sealed, files: [...sealed.files] } };
  }
  const today = (): string => new Date().toISOString().slice(0, 10);
  const body = (to: string, words: PackageBody, purpose: string, name: string) =>
    written(name, null, (order) => exchange.sending.sealBody(to, words, purpose, order));

  return {
    'exchange.agencies': async () => ({
      identity: exchange.identity.get(),
      agencies: [...exchange.agencies.list()],
    }),
    'exchange.makeIdentity': ({ name }) => exchange.identity.create(name),
    'exchange.rotate': () => exchange.identity.rotate(),
    'exchange.saveCard': async () => {
      const { name, bytes } = await exchange.identity.card();
      const path = await dialogs.saveFile(`${fileName(name)}.json`, cards);
      if (path !== null) await saveFile(path, bytes);
      return { path };
    },
    'exchange.readCard': async () => {
      const path = await dialogs.openFile(cards);
      if (path === null) return { agency: null };
      return { agency: await exchange.agencies.readCard(await cardBytes(path)) };
    },
    'exchange.confirm': ({ id, words }) => exchange.agencies.confirm(id, words),
    'exchange.revoke': ({ id, reason }) => exchange.agencies.revoke(id, reason),
    'exchange.setCeiling': ({ id, ceiling }) => exchange.agencies.setCeiling(id, ceiling),
    'exchange.preview': async (order) => exchange.sending.preview(order).map(previewRow),
    'exchange.seal': async ({ partSize, ...order }) => {
      exchange.sending.requireReady(order);
      return await written(`paket-${today()}`, partSize, (write) => exchange.sending.seal(order, write));
    },
    'exchange.recall': ({ packageId, to, reason }) =>
      body(to, { kind: 'recall', packageId, items: [], reason }, reason, `penarikan-${today()}`),
    'exchange.agree': ({ packageId, to, reason, allows }) =>
      body(to, { kind: 'agreement', packageId, items: [], allows, reason }, reason, `persetujuan-${today()}`),
    'exchange.inspect': async () => {
      const path = await dialogs.openFile(packages);
      if (path === null) return { inspection: null };
      const inspection = await exchange.receiving.inspect([path]);
      inspected = { packageId: inspection.packageId, path };
      return { inspection };
    },
    'exchange.receive': async ({ packageId }) => {
      if (inspected?.packageId !== packageId) throw new SinergiError('file-not-found');
      return await exchange.receiving.receive([inspected.path]);
    },
    'exchange.inbox': async () => [...exchange.receiving.list()],
    'exchange.items': async ({ id }) => [...(await exchange.receiving.items(id))],
    'exchange.decide': ({ id, choices }) => exchange.deciding.decide(id, choices),
    'exchange.feedback': ({ id, ...feedback }) =>
      written(`umpan-balik-${today()}`, null, (order) => exchange.feedback(id, feedback, order)),
    'exchange.uses': async ({ id }) => [...(await exchange.uses(id))],
    'exchange.receipt': ({ id }) => written(`tanda-terima-${today()}`, null, (order) => exchange.receipt(id, order)),
    'exchange.setHandling': async ({ collection, id, handling }) => {
      await exchange.setHandling(collection, id, handling);
      return {};
    },
    'exchange.requests': async () => [...exchange.register.requests()],
    'exchange.ask': ({ to, ...question }) =>
      written(`permintaan-${today()}`, null, (order) => exchange.ask(to, question, order)),
    'exchange.closeRequest': async ({ id, version, note }) => {
      await exchange.register.closeRequest(id, version, note);
      return {};
    },
    'exchange.printRegister': async ({ language, ...period }) => {
      const name = language === 'id' ? 'register-pertukaran' : 'exchange-register';
      const path = await dialogs.saveFile(`${name}-${today()}.pdf`, [{ name: 'PDF', extensions: ['pdf'] }]);
      if (path === null) return { saved: null };
      const register = { ...period, ...registerOf(exchange, period) };
      const { pages } = await documents.exchangeRegister({ register, language, path });
      return { saved: { path, pages } };
    },
    'exchange.register': async (period) => registerOf(exchange, period),
  } satisfies Partial<Handlers>;
}

const registerOf = ({ register }: Exchange, period: Period) => ({
  rows: [...register.rows(period)],
  statistics: register.statistics(period),
});

/** @throws SinergiError `card-unreadable`, also for a file larger than a card can be */
async function cardBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= largestCard) return await readFile(path);
  } catch (cause) {
    throw new SinergiError('card-unreadable', undefined, { cause });
  }
  throw new SinergiError('card-unreadable');
}
