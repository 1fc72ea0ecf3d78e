import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf, textOf } from '../documents/read-pdf.ts';
import { askCli, runCli } from './run-cli.ts';

let base: string;
let vault: string;
/** As an officer has written it down. */
let seal: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-cli-anchor-'));
  vault = join(base, 'A.cvault');
  await askCli(['vault', 'create', '--vault', vault, '--officer', 'Petugas Satu']);
  await cp(vault, join(base, 'older'), { recursive: true });
  // A reading is an entry of the audit trail.
  await askCli(['people', 'list', '--vault', vault]);
  seal = String((await askCli(['audit', 'seal', '--vault', vault, '--out', join(base, 'seal.pdf')]))['code']);
  // Ends with 1 when it does not fit.
  await askCli(['audit', 'verify', '--vault', vault, '--seal', seal.toLowerCase()]);
  await rm(vault, { recursive: true });
  await cp(join(base, 'older'), vault, { recursive: true });
});
afterAll(() => rm(base, { recursive: true, force: true }));

describe('a folder that is older than what was seen here', () => {
  it('is told by verify with exit code 1, and whenever it is opened', async () => {
    const { code, stdout } = await runCli(['vault', 'verify', '--vault', vault, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ file: 'header.json', code: 'rolled-back' }] });
    const info = await runCli(['vault', 'info', '--vault', vault, '--json']);
    expect([info.code, info.stderr]).toEqual([0, expect.stringContaining('vault-rolled-back')]);
  });

  it('had been sealed on a sheet of paper that carries the code', async () => {
    const { pages } = await readPdf(await readFile(join(base, 'seal.pdf')));
    const letters = pages
      .map(textOf)
      .join(' ')
      .replaceAll(/[^0-9A-Z]/g, '');
    expect(pages).toHaveLength(1);
    expect(letters).toContain(seal.replaceAll('-', ''));
  });

  it('is told by a seal that was written down, also where the vault was never seen', async () => {
    const elsewhere = { SINERGI_STATE: join(base, 'other-workstation') };
    const words = ['audit', 'verify', '--vault', vault, '--seal', seal, '--json'];
    const { code, stdout } = await runCli(words, undefined, elsewhere);
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { ok: false, firstBad: null, seal: { state: 'shorter' } }]);
    const mistyped = await runCli([...words.slice(0, -2), seal.slice(1), '--json']);
    expect([mistyped.code, mistyped.stdout]).toEqual([1, expect.stringContaining('seal-wrong')]);
  });

  it('takes no change until it is accepted with a reason', async () => {
    const refused = await runCli(['vault', 'rotate', '--vault', vault, '--json']);
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('vault-rolled-back')]);
    await askCli(['vault', 'accept', '--vault', vault, '--reason', 'Dipulihkan dari cadangan']);
    expect(await askCli(['vault', 'verify', '--vault', vault])).toMatchObject({ ok: true });
    const again = await runCli(['vault', 'accept', '--vault', vault, '--reason', 'Sekali lagi', '--json']);
    expect([again.code, again.stdout]).toEqual([1, expect.stringContaining('vault-read-only')]);
  });
});
