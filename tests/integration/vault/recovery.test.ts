import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVaultWithRecoveryKey } from '../../../electron/vault/officers/recover-officer.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { note, practice, somebody } from './support/rich-vault.ts';

const words = { admin: 'kata sandi pengurus', sari: 'kata sandi milik sari' };
const fresh = 'kata sandi pengganti';

let base: string;
let folder: string;
let open: VaultPort[];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-recovery-'));
  folder = join(base, 'A.cvault');
  open = [];
});
afterEach(async () => {
  for (const vault of open) await vault.close();
  await rm(base, { recursive: true, force: true });
});

function kept(vault: VaultPort): VaultPort {
  open.push(vault);
  return vault;
}
async function make(shares?: { needed: number; made: number }) {
  const made = await createVault({
    folder,
    officerName: 'Pengurus Satu',
    passphrase: words.admin,
    shares,
    ...practice,
  });
  return { ...made, vault: kept(made.vault) };
}
const enter = async (passphrase: string, officer: string) =>
  kept((await openVault({ folder, passphrase, officer, ...practice })).vault);
const recover = async (recovery: readonly string[], officer?: string, place = folder) =>
  kept(
    (
      await openVaultWithRecoveryKey({
        folder: place,
        recovery,
        newPassphrase: fresh,
        ...(officer === undefined ? {} : { officer }),
        ...practice,
      })
    ).vault,
  );

describe('a recovery key in shares', () => {
  it('opens the vault by any two of three, not by one, and not by the whole that nobody was given', async () => {
    const { vault, recovery } = await make({ needed: 2, made: 3 });
    expect(vault.officers.recovery()).toEqual({ needed: 2, made: 3 });
    await vault.transact(note, (t) => t.create('people', somebody('Ani Contoh')));
    await vault.close();
    const [one = '', two = '', three = ''] = recovery;
    await expect(recover([two])).rejects.toMatchObject({ code: 'shares-missing', details: { missing: 1 } });
    await expect(recover([two, `${three.slice(0, -4)}0000`])).rejects.toMatchObject({ code: 'share-mistyped' });
    const again = await recover([three, one.toLowerCase()]);
    expect(Object.values(again.document.people).map(({ name }) => name)).toEqual(['Ani Contoh']);
    expect(again.officers.recovery()).toEqual({ needed: 2, made: 3 });
    await again.close();
    expect((await enter(fresh, 'Pengurus Satu')).readOnly).toBe(false);
  });
});

describe('a new recovery key', () => {
  it('ends the one before; a header put back opens nothing of what came after', async () => {
    const { vault, recovery: before } = await make();
    await vault.transact(note, (t) => t.create('people', somebody('Ani Contoh')));
    const earlier = await readFile(join(folder, 'header.json'));
    const shares = await vault.officers.renewRecovery({ needed: 2, made: 2 });
    await vault.transact(note, (t) => t.create('people', somebody('Budi Contoh')));
    const { entries, firstBad } = await vault.auditLog();
    expect(firstBad).toBeNull();
    expect(entries.map(({ action }) => action)).toContain('vault.recovery-key');
    expect(JSON.stringify(entries)).not.toContain(shares[0]);
    await vault.close();
    await expect(recover(before)).rejects.toMatchObject({ code: 'recovery-key-wrong' });

    const copy = join(base, 'B.cvault');
    await cp(folder, copy, { recursive: true });
    for (const name of ['header.json', 'header.copy.json']) await writeFile(join(copy, name), earlier);
    const old = await recover(before, undefined, copy);
    expect(Object.values(old.document.people).map(({ name }) => name)).toEqual(['Ani Contoh']);
    const now = await recover(shares);
    expect(Object.values(now.document.people)).toHaveLength(2);
  });

  it('is believed by an officer who was away, also when it was used before they came back', async () => {
    const { vault, recovery: before } = await make({ needed: 2, made: 2 });
    await vault.officers.add({ name: 'Sari Dewi', roles: ['officer'], passphrase: words.sari });
    await vault.close();
    await (await enter(words.sari, 'Sari Dewi')).close();

    const admin = await enter(words.admin, 'Pengurus Satu');
    const [key = ''] = await admin.officers.renewRecovery(undefined);
    expect(admin.officers.recovery()).toBeUndefined();
    await admin.close();
    await expect(recover(before, 'Sari Dewi')).rejects.toMatchObject({ code: 'share-other-set' });
    await (await recover([key], 'Pengurus Satu')).close();

    await (await enter(words.sari, 'Sari Dewi')).close();
    const back = await enter(fresh, 'Pengurus Satu');
    const [newest = ''] = await back.officers.renewRecovery(undefined);
    await back.close();
    await (await enter(words.sari, 'Sari Dewi')).close();
    expect((await recover([newest], 'Sari Dewi')).actor.name).toBe('Sari Dewi');
  });

  it('is made by administrators alone', async () => {
    const { vault } = await make();
    await vault.officers.add({ name: 'Sari Dewi', roles: ['officer'], passphrase: words.sari });
    await vault.close();
    const sari = await enter(words.sari, 'Sari Dewi');
    await expect(sari.officers.renewRecovery(undefined)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
