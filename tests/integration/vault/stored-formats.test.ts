import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVaultWithRecoveryKey } from '../../../electron/vault/officers/recover-officer.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { verifyVault } from '../../../electron/vault/verifying/verify-vault.ts';
import { note, passphrase, practice, somebody } from './support/rich-vault.ts';

const stored = resolve(import.meta.dirname, '../../fixtures/vaults/format-1.cvault');
const recoveryKey = 'GV4H-2RKN-NPQH-ZH8X-7EFW-XA4D-3ZJ1-PXRM-CCTH-HT57-Z6DW-BAWG-91YN-DDZD';

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-stored-'));
  folder = join(base, 'A.cvault');
  await cp(stored, folder, { recursive: true });
});
afterEach(() => rm(base, { recursive: true, force: true }));

function expectContent(vault: VaultPort): void {
  const people = Object.values(vault.document.people).map(({ name, version }) => [name, version]);
  expect(people.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1))).toEqual([
    ['Bagaskara Contoh', 1],
    ['Bagaskara Contoh', 1],
    ['Citra Contoh', 2],
    ['Citra Lestari Contoh', 5],
  ]);
  expect(vault.visits.length).toBe(27);
  expect(Object.keys(vault.document.links)).toHaveLength(2);
  const [citra] = Object.values(vault.document.people).filter(({ name }) => name === 'Citra Lestari Contoh');
  expect(vault.history('people', citra?.id ?? '').map(({ change }) => change)).toEqual([
    'created',
    'changed',
    'changed',
    'removed',
    'restored',
  ]);
}

describe('a vault of format 1, written once and never again', () => {
  it('verifies, opens with all it held, and takes a change', async () => {
    expect((await verifyVault({ folder, passphrase, ...practice })).problems).toEqual([]);
    const { vault, report } = await openVault({ folder, passphrase, ...practice });
    expect(report.readOnlyBecause).toBeUndefined();
    expectContent(vault);
    await vault.transact(note, (t) => t.create('people', somebody('Orang Baru')));
    await vault.compact();
    await vault.close();
    expect((await verifyVault({ folder, passphrase, ...practice })).problems).toEqual([]);
  });

  it('opens by its recovery key', async () => {
    const newPassphrase = 'kata sandi yang baru';
    const { vault } = await openVaultWithRecoveryKey({ folder, recovery: [recoveryKey], newPassphrase, ...practice });
    expectContent(vault);
    expect(vault.actor.name).toBe('Petugas Satu');
    await vault.close();
  });
});
