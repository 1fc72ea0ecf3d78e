import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, toRecord } from './run-cli.ts';

const words = { admin: 'kata sandi percobaan', sari: 'kata sandi petugas sari', tono: 'kata sandi petugas tono' };
let folder: string;
let vault: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-cli-officers-'));
  vault = join(folder, 'A.cvault');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Call {
  readonly as?: string;
  readonly passphrase?: string;
  readonly next?: string;
}

async function ask(words_: string, { as, passphrase, next }: Call = {}) {
  const line = [...words_.split(' '), '--vault', vault, '--json', ...(as === undefined ? [] : ['--as', as])];
  const { code, stdout } = await runCli(line, passphrase, next === undefined ? {} : { SINERGI_NEW_PASSPHRASE: next });
  const answer: unknown = JSON.parse(stdout);
  return { code, answer };
}
const failure = (code: string) => ({ code: 1, answer: { error: expect.objectContaining({ code }) as unknown } });

describe('officers on the command line', () => {
  it('work through a vault of several: add, invite, activate, list, change, disable, rotate', async () => {
    expect((await ask('vault create --officer Pengurus')).code).toBe(0);
    // Alone in the vault, nobody has to say who they are.
    expect(await ask('vault officer list')).toMatchObject({
      answer: [{ name: 'Pengurus', roles: ['administrator', 'officer'], status: 'active' }],
    });
    const added = await ask('vault officer add --name Sari --roles officer,analyst --as Pengurus', {
      next: words.sari,
    });
    expect(added).toMatchObject({ code: 0, answer: { name: 'Sari', roles: ['officer', 'analyst'], status: 'active' } });
    expect(await ask('vault officer list')).toMatchObject(failure('officer-required'));

    const invited = await ask('vault officer add --name Tono --roles auditor', { as: 'Pengurus' });
    expect(invited).toMatchObject({ answer: { status: 'invited' } });
    const code = toRecord(invited.answer)['invitation'];
    if (typeof code !== 'string') throw new Error('no invitation');
    const activation = `vault officer activate --name Tono --code ${code}`;
    expect(await ask(activation, { next: 'pendek' })).toMatchObject(failure('passphrase-short'));
    expect(await ask(activation, { next: words.tono })).toMatchObject({ code: 0, answer: { status: 'active' } });
    expect(await ask(activation, { next: words.tono })).toMatchObject(failure('invitation-wrong'));

    const sari = { as: 'Sari', passphrase: words.sari };
    expect(await ask('vault officer add --name Umi --roles officer', sari)).toMatchObject(failure('not-allowed'));
    expect(await ask('vault passphrase', { ...sari, next: 'kata sandi baru sari' })).toMatchObject({ code: 0 });
    expect(await ask('vault info', sari)).toMatchObject(failure('passphrase-wrong'));
    expect((await ask('vault info', { as: 'Sari', passphrase: 'kata sandi baru sari' })).code).toBe(0);

    expect(await ask('vault rotate', { as: 'Pengurus' })).toMatchObject({ code: 0, answer: { rotated: true } });
    expect(await ask('vault officer disable --name Sari', { as: 'Pengurus' })).toMatchObject({
      answer: { status: 'disabled' },
    });
    expect(await ask('vault info', { as: 'Sari', passphrase: 'kata sandi baru sari' })).toMatchObject(
      failure('officer-disabled'),
    );
    expect(await ask('vault officer disable --name Pengurus', { as: 'Pengurus' })).toMatchObject(
      failure('officer-self'),
    );
    expect((await ask('vault info', { as: 'Tono', passphrase: words.tono })).code).toBe(0);
  }, 180_000);
});
