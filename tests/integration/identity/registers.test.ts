import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runAnalysisHere } from '../../../electron/services/analysis/analysis-thread.ts';
import { createIdentity, type Identity } from '../../../electron/services/identity/identity.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import { createSession, type Session } from '../../../electron/services/session.ts';
import { createUndo, type Undo } from '../../../electron/services/undo.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { inventPrison } from '../../fixtures/prison/invented-prison.ts';

const passphrase = 'kata sandi percobaan';
const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const workers = {
  path: (): string => {
    throw new Error('no worker in this test');
  },
};
const quiet = (): undefined => undefined;

let folder: string;
let session: Session;
let identity: Identity;
let undo: Undo;
const vault = (): VaultPort => session.vault('people.join');

async function open(seed: number, inmates: number) {
  const prison = inventPrison({ seed, inmates, days: 200 });
  await openWith(`${seed}`, prison);
  return prison.truth.rows;
}

async function openWith(name: string, registers: { readonly inmates: string; readonly visits: string }) {
  const made = await createVault({
    folder: join(folder, `${name}.cvault`),
    officerName: 'Petugas Satu',
    passphrase,
    ...weak,
  });
  session = createSession({ changed: quiet, locked: quiet });
  session.begin(made.vault);
  undo = createUndo(session);
  identity = createIdentity({ session, undo, workers, emit: quiet, runner: runAnalysisHere });
  const importing = createImporting({ vault, workers, emit: quiet, runner: runImportHere });
  for (const kind of ['inmates', 'visits'] as const) {
    const path = join(folder, `${name}-${kind}.csv`);
    await writeFile(path, registers[kind]);
    await importing.run(path, kind, null);
  }
}

const pairs = (sizes: ReadonlyMap<string, number>): number =>
  [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

/** Over pairs of visits: how many said to be one person's are, and how many that are were found. */
function measured(rows: readonly { readonly visitor: string }[]) {
  const [ours, theirs, both] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (sizes: Map<string, number>, key: string): unknown => sizes.set(key, (sizes.get(key) ?? 0) + 1);
  for (const { visitorId, sourceRow } of vault().visits.all()) {
    const visitor = rows[sourceRow - 1]?.visitor ?? '';
    count(ours, visitorId);
    count(theirs, visitor);
    count(both, `${visitorId} ${visitor}`);
  }
  return { precision: pairs(both) / pairs(ours), recall: pairs(both) / pairs(theirs) };
}

const everything = (): unknown => ({
  people: Object.values(vault().document.people)
    .filter(({ removed }) => removed === undefined)
    .map(({ version: _, changedAt: __, changedBy: ___, ...fields }) => fields),
  visits: [...vault().visits.all()],
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-identity-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('registers with families, twins, namesakes and every way of writing', () => {
  it.each([11, 12, 13, 14])('are one person each after likely ones are joined (seed %i)', async (seed) => {
    const rows = await open(seed, 260);
    const imported = measured(rows);
    expect(imported.precision).toBeGreaterThanOrEqual(0.999);
    await identity.resolve('likely');
    const { precision, recall } = measured(rows);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThan(imported.recall);
    await session.end('quit');
  });
});

const samples = resolve(import.meta.dirname, '../../../../shared/data/registers');
const truthSchema = z.object({ visit_rows: z.array(z.object({ row: z.number(), visitor: z.string() })) });

describe.skipIf(!existsSync(samples))("the prison's sample registers (skipped where they are not at hand)", () => {
  it('are one person each after likely ones are joined', async () => {
    const read = (name: string): Promise<string> => readFile(join(samples, name), 'utf8');
    await openWith('sample', { inmates: await read('register_wbp.csv'), visits: await read('buku_kunjungan.csv') });
    await identity.resolve('likely');
    const { visit_rows: rows } = truthSchema.parse(JSON.parse(await read('truth.json')));
    const { precision, recall } = measured(rows);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    await session.end('quit');
  });
});

describe('joining', () => {
  it('is taken apart exactly, and stays apart over closing the vault', async () => {
    await open(21, 60);
    const before = everything();
    const { joined } = await identity.resolve('possible');
    expect(joined).toBeGreaterThan(0);
    expect(everything()).not.toEqual(before);
    await identity.undoResolve();
    expect(everything()).toEqual(before);
    await expect(identity.undoResolve()).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await session.end('quit');
  });

  it('shows a decided pair no more; “different” also keeps it from being joined', async () => {
    await open(22, 60);
    await identity.scan();
    const first = () => identity.queue({ offset: 0, limit: 1 }).rows[0];
    const pair = first();
    if (pair === undefined) throw new Error('a pair was expected');
    const [a, b] = [pair.a.id, pair.b.id];
    const { undoId } = await identity.decide({ a, b, decision: 'different' });
    expect([first()?.a.id, first()?.b.id]).not.toEqual([a, b]);
    await undo.apply(undoId);
    expect([first()?.a.id, first()?.b.id]).toEqual([a, b]);
    await identity.decide({ a, b, decision: 'different' });
    await identity.resolve('possible');
    const left = (id: string): boolean => vault().document.people[id]?.removed === undefined;
    const visitors = new Set([...vault().visits.all()].map(({ visitorId }) => visitorId));
    expect(left(a) || left(b)).toBe(true);
    const pairsNow = await identity.duplicates();
    expect(pairsNow.some((each) => each.a === a && each.b === b)).toBe(false);
    expect([...visitors].every(left)).toBe(true);
    await session.end('quit');
  });

  it('keeps case, link and chart, and gives them back', async () => {
    await open(23, 60);
    const [pair] = await identity.duplicates();
    if (pair === undefined) throw new Error('a pair was expected');
    const other = Object.keys(vault().document.people).find((id) => id !== pair.a && id !== pair.b) ?? '';
    const by = vault().actor.officerId;
    const member = (personId: string) => ({
      personId,
      part: 'visitor' as const,
      note: personId,
      addedAt: '2026-01-01T00:00:00.000Z',
      addedBy: by,
    });
    const grade = { scheme: 'admiralty', source: 'B', information: '2' } as const;
    const link = (from: string, to: string, caseId: string) => ({
      caseId,
      from,
      to,
      kind: 'knows',
      directed: true,
      status: 'suspected' as const,
      grade,
      sources: ['Laporan'],
      note: '',
    });
    await vault().transact({ action: 'test' }, (transaction) => {
      const { id } = transaction.create('cases', {
        title: 'T',
        marking: 'biasa',
        purpose: 'P',
        legalBasis: 'L',
        notes: '',
        reviewOn: '2027-01-01',
        number: 'BK/1',
        status: 'open',
        members: [pair.a, pair.b, other].map(member),
      });
      transaction.create('links', link(pair.a, other, id));
      transaction.create('links', link(pair.b, other, id));
      transaction.create('links', link(pair.a, pair.b, id));
      transaction.create('charts', {
        caseId: id,
        positions: Object.fromEntries([pair.a, pair.b].map((person, at) => [person, { x: at, y: at, pinned: true }])),
      });
    });
    const bare = <T extends object>(kept: Readonly<Record<string, T>>): object[] =>
      Object.values(kept).map((record) => ({ ...record, version: 0, changedAt: '', changedBy: '' }));
    const records = () => {
      const { cases, links, charts } = vault().document;
      return [bare(cases), bare(links), bare(charts)];
    };
    const before = records();
    const { undoId } = await identity.decide({ a: pair.a, b: pair.b, decision: 'same' });
    const [file] = Object.values(vault().document.cases);
    expect(file?.members).toHaveLength(2);
    expect(file?.members.map(({ note }) => note).join()).toContain(pair.a);
    expect(file?.members.map(({ note }) => note).join()).toContain(pair.b);
    const living = Object.values(vault().document.links).filter(({ removed }) => removed === undefined);
    expect(living).toHaveLength(2);
    expect(new Set(living.map(({ from }) => from)).size).toBe(1);
    await undo.apply(undoId);
    expect(records()).toEqual(before);
    await session.end('quit');
  });
});
