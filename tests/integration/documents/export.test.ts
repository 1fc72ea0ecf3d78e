import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDocuments, type Documents } from '../../../electron/services/documents/documents.ts';
import { inlinePrinter, type Printer } from '../../../electron/services/documents/printer.ts';
import { readShare, splitSeed } from '../../../electron/vault/crypto/recovery-shares.ts';
import type { AuditNote } from '../../../electron/vault/port.ts';
import type { Progress } from '../../../shared/contract.ts';
import { fontsFolder } from '../../fixtures/documents/case-content.ts';
import { caseId, smallVault } from '../../fixtures/documents/small-vault.ts';
import { readPdf, textOf } from './read-pdf.ts';

let folder: string;
let notes: AuditNote[];
let progress: Progress[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sinergi-export-'));
  notes = [];
  progress = [];
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const vault = () => smallVault(notes);
const emit = (step: Progress) => progress.push(step);
const inline = (printer: Printer = inlinePrinter): Documents =>
  createDocuments({ vault, emit, workers: { path: (name) => `${name}.worker.cjs` }, printer, fontsFolder });
const request = () => ({
  caseId,
  language: 'id' as const,
  recipient: 'Kepala Satuan',
  copyNumber: 1,
  path: join(folder, 'berkas.pdf'),
});
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('exporting a case file', () => {
  test('writes the file it reports, and nothing beside it', async () => {
    const saved = await inline().exportCase(request());
    const bytes = readFileSync(saved.path);
    expect(saved).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
    expect((await readPdf(bytes)).pages).toHaveLength(saved.pages);
    expect(readdirSync(folder)).toEqual(['berkas.pdf']);
    expect(progress.map(({ step }) => step)).toEqual(expect.arrayContaining(['reading', 'drawing', 'writing']));
  });

  test('the audit trail says what left, for whom', async () => {
    const saved = await inline().exportCase(request());
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ action: 'case.export', entity: 'cases', entityId: caseId });
    expect(JSON.parse(notes[0]?.reason ?? '')).toMatchObject({
      sha256: saved.sha256,
      recipient: 'Kepala Satuan',
      copyNumber: 1,
    });
  });

  test('a file that is there already is replaced as a whole', async () => {
    const first = await inline().exportCase(request());
    const second = await inline().exportCase({ ...request(), language: 'en' });
    expect(second.sha256).not.toBe(first.sha256);
    expect(sha256(readFileSync(second.path))).toBe(second.sha256);
  });

  // The administrator's account may write everywhere.
  test.skipIf(process.getuid?.() === 0)('a folder that must not be written to is refused', async () => {
    chmodSync(folder, 0o500);
    await expect(inline().exportCase(request())).rejects.toMatchObject({ code: 'permission-denied' });
  });

  test('a missing folder and a folder in the place of the file are refused, and leave nothing behind', async () => {
    const missing = { ...request(), path: join(folder, 'tidak-ada', 'berkas.pdf') };
    await expect(inline().exportCase(missing)).rejects.toMatchObject({ code: 'folder-not-found' });
    mkdirSync(join(folder, 'berkas.pdf'));
    await expect(inline().exportCase(request())).rejects.toMatchObject({ code: 'export-failed' });
    expect(readdirSync(folder)).toEqual(['berkas.pdf']);
  });

  test('an unknown case is not found', async () => {
    const unknown = { ...request(), caseId: '01890000-0000-7000-8000-00000000ffff' };
    await expect(inline().exportCase(unknown)).rejects.toMatchObject({ code: 'not-found' });
    expect(notes).toEqual([]);
  });

  test('a vault that was locked meanwhile lets nothing out', async () => {
    const locked = { ...smallVault(notes), note: () => Promise.reject(new Error('locked')) };
    const documents = createDocuments({
      vault: () => locked,
      emit,
      workers: { path: () => '' },
      printer: inlinePrinter,
      fontsFolder,
    });
    await expect(documents.exportCase(request())).rejects.toThrow('locked');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the recovery sheet', () => {
  const recoveryKey = 'K7QD-9M2X-4TRB-HW6C-0ZNE-8VJP-3YGA-5S1F-QK7D-M92X-RT4B-6HWC-EN0M-P3Q8';

  test.each(['id', 'en'] as const)('is one page with the whole key, vault, officer and date (%s)', async (language) => {
    const path = join(folder, 'kunci.pdf');
    await inline().recoverySheet({ piece: recoveryKey, language, path });
    const pdf = await readPdf(readFileSync(path));
    expect(pdf.pages).toHaveLength(1);
    const text = pdf.pages.map(textOf).join(' ');
    expect(text.replaceAll(' ', '')).toContain(recoveryKey.replaceAll('-', ''));
    for (const said of ['brankas-uji', 'Ratna Kusumawardani', 'WIB']) expect(text).toContain(said);
    expect(text).not.toMatch(/\{\{|recovery\./);
  });

  test.each(['id', 'en'] as const)(
    'of a share says which, how many are needed, and of what set (%s)',
    async (language) => {
      const path = join(folder, 'bagian.pdf');
      const boxPublic = new Uint8Array(32).fill(1);
      const shares = await splitSeed(new Uint8Array(32), { needed: 4, made: 16 }, vault().vaultId, boxPublic);
      const piece = shares[15] ?? '';
      await inline().recoverySheet({ piece, language, path });
      const pdf = await readPdf(readFileSync(path));
      expect(pdf.pages).toHaveLength(1);
      const text = pdf.pages.map(textOf).join(' ');
      expect(text.replaceAll(' ', '')).toContain(piece.replaceAll('-', ''));
      const { set, vault: mark } = readShare(piece) ?? { set: '?', vault: '?' };
      const which = language === 'id' ? 'bagian pemulihan 16 dari 16' : 'share sheet 16 of 16';
      for (const said of [which, set.toUpperCase(), mark.toUpperCase(), '4']) expect(text).toContain(said);
      expect(text).not.toMatch(/\{\{|recovery\./);
    },
  );

  test('the audit trail knows of it, not of the key', async () => {
    await inline().recoverySheet({ piece: recoveryKey, language: 'id', path: join(folder, 'kunci.pdf') });
    expect(notes.map(({ action }) => action)).toEqual(['vault.recovery-sheet']);
    expect(JSON.stringify(notes)).not.toContain('K7QD');
  });
});

describe('in the bundled worker', () => {
  const root = resolve(import.meta.dirname, '../../..');
  let built: string;
  beforeAll(() => {
    built = mkdtempSync(join(tmpdir(), 'sinergi-bundle-'));
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'cli', '--logLevel', 'error'],
      {
        cwd: root,
        env: { ...process.env, SINERGI_OUT: built, SINERGI_FLAVOUR: 'test', NODE_ENV: 'production' },
      },
    );
  });
  afterAll(() => rmSync(built, { recursive: true }));

  const bundled = () =>
    createDocuments({
      vault,
      emit,
      workers: { path: (name) => join(built, `electron/${name}.worker.cjs`) },
      now: () => new Date('2026-03-06T01:30:00.000Z'),
    });

  test('the same document comes out as without it, with nothing but the fonts lying beside the bundle', async () => {
    const saved = await bundled().exportCase(request());
    const plain = createDocuments({
      vault,
      emit,
      workers: { path: () => '' },
      printer: inlinePrinter,
      fontsFolder,
      now: () => new Date('2026-03-06T01:30:00.000Z'),
    });
    expect(saved.sha256).toBe((await plain.exportCase({ ...request(), path: join(folder, 'b.pdf') })).sha256);
    expect(existsSync(join(built, 'electron/fonts/IBMPlexSans-Regular.woff'))).toBe(true);
  });

  test('it can be stopped: nothing is written, and the next one works', async () => {
    const documents = bundled();
    const running = documents.exportCase(request());
    const stop = setInterval(() => documents.cancel(), 1);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    clearInterval(stop);
    expect(readdirSync(folder)).toEqual([]);
    expect(notes).toEqual([]);
    await expect(documents.exportCase(request())).resolves.toMatchObject({ path: request().path });
  });

  test('a second document has to wait for the first', async () => {
    const documents = bundled();
    const first = documents.exportCase(request());
    await expect(documents.exportCase({ ...request(), path: join(folder, 'b.pdf') })).rejects.toMatchObject({
      code: 'busy',
    });
    await first;
  });
});
