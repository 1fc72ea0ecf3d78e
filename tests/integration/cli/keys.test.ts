import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from './run-cli.ts';

let base: string;
let vault: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-cli-keys-'));
  vault = join(base, 'A.cvault');
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function cli(words: readonly string[], secrets: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { stdout } = await runCli(['vault', ...words, '--vault', vault, '--json'], undefined, secrets);
  return JSON.parse(stdout);
}
const sharesSchema = z.object({ recoveryShares: z.array(z.string()) });
const refusal = (code: string) => ({ error: { code } });

it('a vault made with shares and a key file opens with the file, and is recovered by enough shares without it', async () => {
  const keyFile = join(base, 'satu.kunci');
  const made = await cli(['create', '--officer', 'Petugas Satu', '--shares', '2/3', '--new-key-file', keyFile]);
  const { recoveryShares: first } = sharesSchema.parse(made);
  expect([Object.keys(made ?? {}), first.length]).toEqual([['vaultId', 'officerId', 'recoveryShares'], 3]);
  expect(await cli(['info'])).toMatchObject(refusal('key-file-required'));

  const renewed = await cli(['recovery-key', '--key-file', keyFile, '--shares', '2/2']);
  const { recoveryShares: second } = sharesSchema.parse(renewed);
  const recover = (shares: readonly string[]) =>
    cli(['recover'], { SINERGI_RECOVERY_KEY: shares.join(','), SINERGI_NEW_PASSPHRASE: 'kata sandi pengganti' });
  expect(await recover([first[0] ?? '', second[0] ?? ''])).toMatchObject(refusal('share-other-set'));
  expect(await recover(second)).toEqual({ changed: true, officer: 'Petugas Satu' });
  expect(await cli(['info'], { SINERGI_PASSPHRASE: 'kata sandi pengganti' })).toMatchObject({ generation: 2 });
});

it('more shares needed than made is not understood', async () => {
  const words = ['vault', 'create', '--vault', join(base, 'B'), '--officer', 'X', '--shares', '3/2'];
  expect((await runCli(words)).code).toBe(2);
});
