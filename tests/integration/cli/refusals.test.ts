import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitLines, writeLines } from '../../fixtures/registers/synthetic-registers.ts';
import { csvOf } from '../../fixtures/registers/visit-register.ts';
import { askCli, runCli, toRecord } from './run-cli.ts';

const program = resolve(import.meta.dirname, '../../../build/cli.mjs');
let folder: string;
let vault: string;
let visits: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-cli-refusals-'));
  vault = join(folder, 'ruang kérja 資料', 'A B.cvault');
  visits = join(folder, 'kunjungan.csv');
  await writeLines(visits, visitLines({ seed: 3, inmates: 200, visitors: 2000, visits: 30_000 }));
  await askCli(['vault', 'create', '--vault', vault, '--officer', 'Pétugas 資料']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const error = async (words: readonly string[], code: number): Promise<Record<string, unknown>> => {
  const answer = await runCli([...words, '--json']);
  expect(answer.code).toBe(code);
  return toRecord(toRecord(JSON.parse(answer.stdout))['error']);
};

/** Starts a verb and does something to it while it runs. */
function started(words: readonly string[]) {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, SINERGI_PASSPHRASE: 'kata sandi percobaan' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.on('data', (piece: Buffer) => {
    stdout += piece.toString();
  });
  const ended = new Promise<{ code: number | null; stdout: string }>((done) => {
    child.on('close', (code) => done({ code, stdout }));
  });
  return { child, ended };
}

describe('the command line refuses', () => {
  it('to make a vault among other files, in a file, or for an officer without a name', async () => {
    const full = join(folder, 'penuh');
    await mkdir(full);
    await writeFile(join(full, 'surat.txt'), 'x');
    const create = (place: string, officer: string) => ['vault', 'create', '--vault', place, '--officer', officer];
    expect(await error(create(full, 'Petugas'), 1)).toMatchObject({ code: 'folder-not-empty' });
    expect(await error(create(join(full, 'surat.txt'), 'Petugas'), 1)).toMatchObject({ code: 'folder-not-empty' });
    for (const name of [' ', 'x'.repeat(5000)])
      expect(await error(create(join(folder, 'baru'), name), 1)).toMatchObject({ code: 'invalid-input' });
    expect(existsSync(join(folder, 'baru'))).toBe(false);
  });

  it('a call it does not understand, in JSON for those who asked for it', async () => {
    expect(await error(['import', 'visits', '--vault', vault], 2)).toMatchObject({ code: 'usage' });
    expect(await error(['vault', 'frob'], 2)).toMatchObject({ code: 'usage' });
    const french = await error(['case', 'export', '--vault', vault, '--case', 'x', '--out', 'x', '--lang', 'fr'], 2);
    expect(french['message']).toContain('id or en');
  });

  it('a visit book as an inmate register', async () => {
    const book = join(folder, 'buku.csv');
    await writeFile(book, csvOf());
    expect(await error(['import', 'inmates', '--vault', vault, '--file', book], 1)).toMatchObject({
      code: 'register-kind-differs',
      details: { looksLike: 'visits' },
    });
  });

  it('a case file that is no JSON, no text, or a folder', async () => {
    const build = (file: string) => ['case', 'build', '--vault', vault, '--file', file];
    const broken = join(folder, 'rusak.json');
    await writeFile(broken, '{"title":');
    expect(await error(build(broken), 1)).toMatchObject({ code: 'file-unreadable' });
    await writeFile(broken, Buffer.from('{"title":"René"}', 'latin1'));
    expect(await error(build(broken), 1)).toMatchObject({ code: 'file-unreadable' });
    expect(await error(build(folder), 1)).toMatchObject({ code: 'file-unreadable' });
    expect(await error(build(join(folder, 'tidak ada.json')), 1)).toMatchObject({ code: 'file-not-found' });
  });
});

describe('the command line, told to stop while it imports', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s, saves all or nothing and leaves the vault to others',
    async (signal) => {
      const { child, ended } = started(['import', 'visits', '--vault', vault, '--file', visits, '--json']);
      while (!existsSync(join(vault, '.lock')) && child.exitCode === null)
        await new Promise((done) => setTimeout(done, 5));
      child.kill(signal);
      const { code, stdout } = await ended;
      expect(existsSync(join(vault, '.lock'))).toBe(false);
      expect(code).toBe(1);
      expect(toRecord(JSON.parse(stdout))['error']).toMatchObject({ code: 'cancelled' });
      expect((await askCli(['vault', 'info', '--vault', vault]))['counts']).toMatchObject({ people: 0, visits: 0 });
    },
  );
});

describe('the command line, when its reader has seen enough', () => {
  it('ends quietly', async () => {
    await askCli(['import', 'visits', '--vault', vault, '--file', visits]);
    const { child, ended } = started(['visits', 'list', '--vault', vault, '--jsonl']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect((await ended).code).toBe(0);
    expect(existsSync(join(vault, '.lock'))).toBe(false);
  });
});
