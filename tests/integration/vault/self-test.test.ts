import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesOf } from '../../../electron/services/policy/places.ts';
import { noPolicy } from '../../../shared/domain/policy.ts';
import { createPreferences } from '../../../electron/services/preferences.ts';
import { createSession } from '../../../electron/services/session.ts';
import { createReadiness } from '../../../electron/services/vault/readiness.ts';
import { createVaults, type Vaults } from '../../../electron/services/vault/vaults.ts';
import { anchorsIn } from '../../../electron/vault/anchor/anchor-store.ts';
import { selfTest } from '../../../electron/vault/crypto/self-test.ts';
import { makeRichVault, passphrase, practice } from './support/rich-vault.ts';

let base: string;
let folder: string;
let tried = 0;
let vaults: Vaults;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-self-test-'));
  folder = join(base, 'A.cvault');
  await makeRichVault(folder);
  const broken = { derive: () => Promise.resolve(new Uint8Array(32)) };
  vaults = createVaults({
    session: createSession({ changed: () => undefined, locked: () => undefined }),
    places: placesOf(noPolicy),
    preferences: createPreferences(base),
    kdf: practice.kdf,
    ready: createReadiness(() => {
      tried += 1;
      return selfTest(broken);
    }),
    progress: () => undefined,
    anchors: anchorsIn(join(base, 'anchors')),
  });
});
afterAll(() => rm(base, { recursive: true, force: true }));

describe('a program whose encryption gives wrong answers', () => {
  it('neither opens, makes nor recovers a vault, and touches none', async () => {
    const before = await readdir(folder, { recursive: true });
    const faulty = { code: 'encryption-faulty' };
    await expect(vaults.open({ folder, passphrase })).rejects.toMatchObject(faulty);
    await expect(vaults.recover({ folder, recovery: ['X'], newPassphrase: passphrase })).rejects.toMatchObject(faulty);
    const fresh = join(base, 'B.cvault');
    await expect(vaults.create({ folder: fresh, officerName: 'X', passphrase })).rejects.toMatchObject(faulty);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    expect(await readdir(base)).not.toContain('B.cvault');
    expect(tried).toBe(1);
  });
});
