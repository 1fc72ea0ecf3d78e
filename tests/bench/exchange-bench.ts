import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { canonicalJson } from '../../electron/services/documents/canonical-json.ts';
import { type Agency, openAgency, trust } from '../integration/exchange/agencies.ts';
import { forgetPeak, peakMemory } from './peak-memory.ts';
import { personFields } from '../integration/access/support.ts';
import { inventedName } from '../fixtures/prison/invented-people.ts';
import { Chance } from '../fixtures/prison/chance.ts';

const people = 10_000;
const megabytes = 1024;
const piece = 1024 * 1024;

interface Measured {
  readonly work: string;
  readonly seconds: number;
  /** The most the process held during the work. */
  readonly peak: number;
  readonly bytes: number;
}

async function measure(work: string, bytesOf: () => Promise<number>, act: () => Promise<unknown>): Promise<Measured> {
  process.stderr.write(`${work}\n`);
  globalThis.gc?.();
  forgetPeak();
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  return { work, seconds, peak: peakMemory(), bytes: await bytesOf() };
}

async function* noise(): AsyncGenerator<Uint8Array> {
  for (let count = 0; count < megabytes; count += 1) yield await Promise.resolve(new Uint8Array(randomBytes(piece)));
}

/** So many people, and a gibibyte on the first of them. */
async function fill(prison: Agency, attachment: string): Promise<string[]> {
  await new Promise<void>((resolve, reject) => {
    const out = createWriteStream(attachment);
    Readable.from(noise()).pipe(out).on('finish', resolve).on('error', reject);
  });
  const chance = new Chance(7);
  const { session, attachments } = prison.office.services;
  const ids = await session.vault('people.write').transact({ action: 'bench' }, (transaction) =>
    Array.from({ length: people }, (_, number) => {
      const fields = {
        ...personFields(`${inventedName(chance, number % 2 === 0)} ${number}`),
        phones: [`+62812${10_000_000 + number}`],
      };
      return transaction.create('people', { ...fields, provenance: { kind: 'officer' }, retention: 'case' }).id;
    }),
  );
  await attachments.attach({ collection: 'people', id: ids[0] ?? '' }, attachment);
  return ids;
}

/** Seals and opens one package of 10,000 people and a file of 1 GiB, beside age on the same bytes. */
export async function benchExchange(out: string): Promise<void> {
  const base = await mkdtemp(join(out, 'bench-'));
  // Not in the system's folder for such things, which is often in memory.
  process.env['TMPDIR'] = base;
  const attachment = join(base, 'lampiran.bin');
  const sealed = join(base, 'paket.sngx');
  const records = join(base, 'records.json');
  const prison = await openAgency('Lapas Contoh', 'Sari');
  const police = await openAgency('Polres Contoh', 'Budi');
  try {
    process.stderr.write('filling a vault\n');
    const personIds = await fill(prison, attachment);
    await trust(prison, police);
    await trust(police, prison);
    const order = { caseIds: [], personIds, to: 'Polres Contoh', purpose: 'Bench' };
    const items = prison.exchange.sending.preview(order).map(({ item }) => item);
    writeFileSync(records, canonicalJson(items));
    const size = async (path: string): Promise<number> => (await stat(path)).size;
    const rows = [
      await measure(
        'Sinergi: seal',
        () => size(sealed),
        () => prison.exchange.sending.seal(order, { path: sealed, partSize: null }),
      ),
      await measure(
        'Sinergi: inspect',
        () => size(sealed),
        () => police.exchange.receiving.inspect([sealed]),
      ),
      await measure(
        'Sinergi: open into quarantine',
        () => size(sealed),
        () => police.exchange.receiving.receive([sealed]),
      ),
      ...(await withAge(base, [records, attachment])),
    ];
    process.stdout.write(tableOf(rows));
  } finally {
    await Promise.all([prison, police].map(({ office }) => office.end()));
    await rm(base, { recursive: true, force: true });
  }
}

async function* readAll(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths)
    for await (const chunk of createReadStream(path, { highWaterMark: piece }))
      if (chunk instanceof Uint8Array) yield new Uint8Array(chunk);
}

const webStream = (source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });

async function withAge(base: string, paths: readonly string[]): Promise<Measured[]> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const target = join(base, 'paket.age');
  const size = async (): Promise<number> => (await stat(target)).size;
  const seal = await measure('age: encrypt', size, async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const stream = await encrypter.encrypt(webStream(readAll(paths)));
    await stream.pipeTo(Writable.toWeb(createWriteStream(target)));
  });
  const open = await measure('age: decrypt, hash, write', size, async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const digest = createHash('sha256');
    const stream = await decrypter.decrypt(webStream(readAll([target])));
    const sink = Writable.toWeb(createWriteStream(join(base, 'opened.bin')));
    const writer = sink.getWriter();
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      digest.update(next.value);
      await writer.write(next.value);
    }
    await writer.close();
  });
  return [seal, open];
}

function tableOf(rows: readonly Measured[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const head = ['work', 'time', 'MB/s', 'most memory', 'bytes'];
  const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(({ work, seconds, peak, bytes }) =>
      line([work, `${seconds.toFixed(1)} s`, (bytes / 1e6 / seconds).toFixed(0), `${mib(peak)} MiB`, String(bytes)]),
    ),
  ].join('');
}
