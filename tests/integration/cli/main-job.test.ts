import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCase } from '../../../electron/services/demo/demo-case.ts';
import { demoRegisters } from '../../../electron/services/demo/registers.ts';
import { askCli, listCli, runCli, toRecord } from './run-cli.ts';

const registers = demoRegisters(7);
let folder: string;
let vault: string;
let inmates: string;
let visits: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-cli-test-'));
  vault = join(folder, 'A.cvault');
  inmates = join(folder, 'inmates.csv');
  visits = join(folder, 'visits.csv');
  await writeFile(inmates, registers.inmates);
  await writeFile(visits, registers.visits);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the main job on the command line', () => {
  it('creates a vault once, and never over another', async () => {
    const made = await askCli(['vault', 'create', '--vault', vault, '--officer', 'Petugas Satu']);
    expect(Object.keys(made).sort()).toEqual(['officerId', 'recoveryKey', 'vaultId']);
    const again = await runCli(['vault', 'create', '--vault', vault, '--officer', 'Petugas Dua', '--json']);
    expect(again.code).toBe(1);
    expect(toRecord(toRecord(JSON.parse(again.stdout))['error'])['code']).toBe('vault-exists');
  });

  it('refuses a short passphrase and a wrong one', async () => {
    const short = await runCli(['vault', 'create', '--vault', join(folder, 'B'), '--officer', 'X', '--json'], 'pendek');
    expect(short.code).toBe(1);
    expect(short.stdout).toContain('passphrase-short');
    const wrong = await runCli(['vault', 'info', '--vault', vault, '--json'], 'kata sandi yang salah');
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('passphrase-wrong');
  });

  it('says 2 for a call it does not understand', async () => {
    expect((await runCli(['vault', 'info'])).code).toBe(2);
    expect((await runCli(['import', 'spoons', '--vault', vault, '--file', inmates])).code).toBe(2);
  });

  it('imports both registers; the second time adds nothing', async () => {
    const first = await askCli(['import', 'inmates', '--vault', vault, '--file', inmates]);
    expect(first).toMatchObject({ rows: 120, created: 120, updated: 0, unchanged: 0, rejected: [] });
    const again = await askCli(['import', 'inmates', '--vault', vault, '--file', inmates]);
    expect(again).toMatchObject({ rows: 120, created: 0, updated: 0, unchanged: 120, rejected: [] });

    const came = await askCli(['import', 'visits', '--vault', vault, '--file', visits]);
    const rows = registers.visits.trim().split('\n').length - 2;
    const rejected = Array.isArray(came['rejected']) ? came['rejected'].length : -1;
    expect(came['rows']).toBe(rows);
    expect(Number(came['created']) + rejected).toBe(rows);
    const later = await askCli(['import', 'visits', '--vault', vault, '--file', visits]);
    expect(later).toMatchObject({ rows, created: 0, updated: 0, unchanged: came['created'] });
    const { counts } = await askCli(['vault', 'info', '--vault', vault]);
    expect(counts).toMatchObject({ inmates: 120, visits: came['created'], cases: 0, links: 0, reports: 0 });
  });

  it('imports calls and lists what they say; detection goes over whatever there is', async () => {
    const [, row = ''] = registers.inmates.trim().split('\n');
    const [number = ''] = /B\.I \d+\/\d+/.exec(row) ?? [];
    const calls = join(folder, 'calls.csv');
    await writeFile(calls, `Tanggal,No. Register,Nomor Tujuan,Durasi (menit)\n02/03/2026,${number},081299990000,5\n`);
    const came = await askCli(['import', 'calls', '--vault', vault, '--file', calls]);
    expect(came).toEqual({ rows: 1, created: 1, updated: 0, unchanged: 0, rejected: [] });
    expect(await listCli(['calls', 'list', '--vault', vault])).toMatchObject([
      { date: '2026-03-02', number: '081299990000', called: ['+6281299990000'], seconds: 300, personIds: [] },
    ]);
    for (const finding of await listCli(['detect', 'run', '--vault', vault])) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining(['id', 'kind', 'people', 'inmates', 'score', 'expected', 'observed', 'rows', 'text']),
      );
      expect(JSON.stringify(finding['text'])).not.toMatch(/\{\{|undefined|NaN/);
    }
  });

  it('lists visits and finds people whose names are misspelled', async () => {
    const list = await listCli(['visits', 'list', '--vault', vault]);
    expect(list.length).toBeGreaterThan(1000);
    expect(Object.keys(list[0] ?? {}).sort()).toEqual(
      ['date', 'id', 'inmateId', 'relation', 'sourceRow', 'time', 'visitorId'].sort(),
    );
    const people = await listCli(['people', 'list', '--vault', vault]);
    const [someone] = people.filter((person) => String(person['name']).includes('Joko'));
    const found = await listCli([
      'people',
      'list',
      '--vault',
      vault,
      '--search',
      String(someone?.['name']).replace('Joko', 'Djoko'),
    ]);
    expect(found.map((person) => person['id'])).toContain(someone?.['id']);
  });

  it('builds a case from JSON and exports it in both languages', async () => {
    const file = join(folder, 'case.json');
    await writeFile(file, JSON.stringify(demoCase(registers)));
    const { caseId } = await askCli(['case', 'build', '--vault', vault, '--file', file]);
    for (const language of ['id', 'en']) {
      const out = join(folder, `case-${language}.pdf`);
      const words = ['case', 'export', '--vault', vault, '--case', String(caseId), '--out', out, '--lang', language];
      const exported = await askCli(words);
      expect(exported['pages']).toBeGreaterThan(3);
      const bytes = await readFile(out);
      expect(bytes.length).toBe(exported['bytes']);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('refuses a reference that fits nobody, says where it stands, and saves nothing', async () => {
    const before = await askCli(['vault', 'info', '--vault', vault]);
    const file = join(folder, 'wrong.json');
    const wrong = {
      ...demoCase(registers),
      members: [{ registrationNumber: 'B.I 9999/1999', part: 'inmate' }],
      links: [],
    };
    await writeFile(file, JSON.stringify(wrong));
    const answer = await runCli(['case', 'build', '--vault', vault, '--file', file, '--json']);
    expect(answer.code).toBe(1);
    const error = toRecord(toRecord(JSON.parse(answer.stdout))['error']);
    expect(error).toMatchObject({ code: 'reference-unknown', details: { place: 'members[0]' } });
    expect((await askCli(['vault', 'info', '--vault', vault]))['counts']).toEqual(before['counts']);
  });

  it('refuses a case file with a link without a source, naming the field', async () => {
    const file = join(folder, 'sourceless.json');
    const whole = demoCase(registers);
    const links = whole.links.map(({ source: _, ...link }) => link);
    await writeFile(file, JSON.stringify({ ...whole, links }));
    const answer = await runCli(['case', 'build', '--vault', vault, '--file', file, '--json']);
    expect(answer.code).toBe(1);
    expect(answer.stdout).toContain('links[0].source');
  });
});
