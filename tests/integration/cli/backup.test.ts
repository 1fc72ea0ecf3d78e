import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCli, runCli } from './run-cli.ts';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-cli-backup-'));
  await askCli(['vault', 'create', '--vault', join(base, 'A.cvault'), '--officer', 'Petugas Satu']);
});
afterAll(() => rm(base, { recursive: true, force: true }));

describe('vault backup and vault restore', () => {
  it('bring a vault back in a new place, sound and with the same content', async () => {
    const [vault, out, fresh] = ['A.cvault', 'medium', 'B.cvault'].map((name) => join(base, name));
    const made = await askCli(['vault', 'backup', '--vault', vault ?? '', '--out', out ?? '']);
    expect(made).toMatchObject({ generation: 1, verified: true, kept: 1 });
    const back = await askCli(['vault', 'restore', '--from', out ?? '', '--vault', fresh ?? '']);
    expect(back).toMatchObject({ backup: made['backup'], verified: true, generation: 1 });
    expect(await askCli(['vault', 'verify', '--vault', fresh ?? ''])).toMatchObject({ ok: true });
    const [before, after] = [vault, fresh].map((each) => askCli(['vault', 'info', '--vault', each ?? '']));
    expect((await after)?.['counts']).toEqual((await before)?.['counts']);
    const again = await runCli(['vault', 'restore', '--from', out ?? '', '--vault', vault ?? '', '--json']);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('vault-exists');
    const compared = await askCli(['vault', 'compare', '--vault', vault ?? '', '--with', fresh ?? '']);
    expect(compared).toMatchObject({ sameVault: true, lacks: { people: { missing: 0 } }, cases: [], otherCases: 0 });
  });
});
