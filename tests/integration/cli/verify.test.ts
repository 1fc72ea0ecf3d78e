import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCli, runCli, toRecord } from './run-cli.ts';

let base: string;
let vault: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-cli-verify-'));
  vault = join(base, 'A.cvault');
  await askCli(['vault', 'create', '--vault', vault, '--officer', 'Petugas Satu']);
});
afterAll(() => rm(base, { recursive: true, force: true }));

describe('vault verify', () => {
  it('finds nothing wrong with a sound vault', async () => {
    const report = await askCli(['vault', 'verify', '--vault', vault]);
    expect(report).toMatchObject({ ok: true, files: 5, problems: [] });
    expect(report['frames']).toBe(2);
  });

  it('names the file and the place, and ends with 1', async () => {
    const [name = ''] = await readdir(join(vault, 'audit'));
    const path = join(vault, 'audit', name);
    const bytes = await readFile(path);
    bytes[200] = (bytes[200] ?? 0) ^ 4;
    await writeFile(path, bytes);
    const { code, stdout } = await runCli(['vault', 'verify', '--vault', vault, '--json']);
    expect(code).toBe(1);
    expect(toRecord(JSON.parse(stdout))).toMatchObject({
      ok: false,
      problems: [{ file: `audit/${name}`, offset: 80, code: 'forged' }],
    });
  });

  it('is what salvage makes good again, and says what it cost', async () => {
    const out = join(base, 'B.cvault');
    const report = await askCli(['vault', 'salvage', '--vault', vault, '--out', out]);
    expect(report).toMatchObject({ folder: out, audit: { kept: 0, lost: 1, gaps: 1 } });
    expect(report['lost']).toMatchObject([{ offset: 80, code: 'forged', meaning: 'audit', months: [], frames: 1 }]);
    expect(await askCli(['vault', 'verify', '--vault', out])).toMatchObject({ ok: true, problems: [] });
    expect(await askCli(['audit', 'verify', '--vault', out])).toMatchObject({ ok: true, entries: 1, gaps: 1 });
  });

  it('still wants the right passphrase', async () => {
    const { code, stdout } = await runCli(['vault', 'verify', '--vault', vault, '--json'], 'kata sandi yang salah');
    expect(code).toBe(1);
    expect(stdout).toContain('passphrase-wrong');
  });
});
