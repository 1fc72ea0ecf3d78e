import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSinergiError } from '../../../shared/errors.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { type HeaderBody, readHeader, writeHeader } from '../../../electron/vault/format/header.ts';
import { signRoster } from '../../../electron/vault/format/roster.ts';
import { openSlot } from '../../../electron/vault/format/slot.ts';
import { publicHalf } from '../../../electron/vault/crypto/raw-keys.ts';
import { activateOfficer } from '../../../electron/vault/officers/activate-officer.ts';
import { membersOf } from '../../../electron/vault/officers/members.ts';
import { openVaultWithRecoveryKey } from '../../../electron/vault/officers/recover-officer.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { unlock } from '../../../electron/vault/unlocking.ts';

const words = {
  admin: 'kata sandi pengurus',
  sari: 'kata sandi petugas sari',
  tono: 'kata sandi petugas tono',
};
const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const note = { action: 'test' };

let base: string;
let folder: string;
let recovery: readonly string[];
let open: VaultPort[];

async function enter(officer: string | undefined, passphrase: string): Promise<VaultPort> {
  const { vault } = await openVault({ folder, passphrase, ...(officer === undefined ? {} : { officer }), ...weak });
  open.push(vault);
  return vault;
}
/** The vault as its founder has just made it, open. */
function first(): VaultPort {
  const [vault] = open;
  if (vault === undefined) throw new Error('no vault');
  return vault;
}
const leave = async (vault: VaultPort): Promise<void> => {
  await vault.close();
};
const add = async (vault: VaultPort, name: string, passphrase: string, ...roles: ('administrator' | 'officer')[]) =>
  (await vault.officers.add({ name, roles: roles.length === 0 ? ['officer'] : roles, passphrase })).officer.id;
const person = (vault: VaultPort, name: string) =>
  vault.transact(note, (t) =>
    t.create('people', {
      name,
      aliases: [],
      nationalIds: [],
      phones: [],
      addresses: [],
      roles: [{ kind: 'visitor' }],
      notes: '',
      provenance: { kind: 'officer' },
      retention: 'case',
    }),
  );
async function headerOf(): Promise<HeaderBody> {
  const reading = readHeader(new Uint8Array(await readFile(join(folder, 'header.json'))));
  if (reading.state !== 'read') throw new Error(reading.state);
  return reading.body;
}

async function stored() {
  const reading = readHeader(new Uint8Array(await readFile(join(folder, 'header.json'))));
  if (reading.state !== 'read') throw new Error(reading.state);
  return { body: reading.body, mac: reading.mac, fromCopy: false };
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-officers-'));
  folder = join(base, 'A.cvault');
  const made = await createVault({ folder, officerName: 'Pengurus Satu', passphrase: words.admin, ...weak });
  recovery = made.recovery;
  open = [made.vault];
});
afterEach(async () => {
  for (const vault of open) await vault.close();
  await rm(base, { recursive: true, force: true });
});

describe('officers of a vault', () => {
  it('lets a second officer in by name and passphrase, and asks for the name from then on', async () => {
    const vault = first();
    await person(vault, 'Budi Contoh');
    await add(vault, 'Sari Dewi', words.sari);
    await leave(vault);
    await expect(enter(undefined, words.admin)).rejects.toMatchObject({ code: 'officer-required' });
    await expect(enter('Sari Dewi', words.admin)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await expect(enter('Siapa Saja', words.sari)).rejects.toMatchObject({ code: 'officer-unknown' });
    const sari = await enter('  sari DEWI ', words.sari);
    expect(sari.actor).toMatchObject({ name: 'Sari Dewi', roles: ['officer'] });
    expect(Object.values(sari.document.people).map(({ name }) => name)).toEqual(['Budi Contoh']);
    await expect(add(sari, 'Orang Lain', words.tono)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(sari.officers.rotate()).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('gives an invited officer keys the administrator never had, once', async () => {
    const vault = first();
    const { invitation, officer } = await vault.officers.add({ name: 'Sari Dewi', roles: ['officer'] });
    await expect(add(vault, 'SARI  dewi', words.tono)).rejects.toMatchObject({ code: 'officer-exists' });
    await leave(vault);
    const before = await headerOf();
    await expect(enter('Sari Dewi', invitation ?? '')).rejects.toMatchObject({ code: 'officer-invited' });
    const typed = { folder, officer: 'Sari Dewi', newPassphrase: words.sari, ...weak };
    await expect(activateOfficer({ ...typed, invitation: '0000-1111' })).rejects.toMatchObject({
      code: 'invitation-wrong',
    });
    const { vault: sari } = await activateOfficer({ ...typed, invitation: (invitation ?? '').toLowerCase() });
    open.push(sari);
    await person(sari, 'Citra Contoh');
    await leave(sari);
    await expect(activateOfficer({ ...typed, invitation: invitation ?? '' })).rejects.toMatchObject({
      code: 'invitation-wrong',
    });
    const after = membersOf(await headerOf()).find(({ id }) => id === officer.id);
    expect(after).toMatchObject({ status: 'active' });
    expect(after?.signKey).not.toBe(membersOf(before).find(({ id }) => id === officer.id)?.signKey);
    // The next change of the administrator takes the activation into the roster.
    const admin = await enter('Pengurus Satu', words.admin);
    await add(admin, 'Tono Contoh', words.tono);
    await leave(admin);
    expect((await headerOf()).activations).toBeUndefined();
    const again = await enter('Sari Dewi', words.sari);
    expect(Object.values(again.document.people).map(({ name }) => name)).toEqual(['Citra Contoh']);
  });

  it('shuts a disabled officer out, keeps the others in without their passphrases, and seals everything anew', async () => {
    const vault = first();
    const sariId = await add(vault, 'Sari Dewi', words.sari);
    await add(vault, 'Tono Contoh', words.tono);
    await person(vault, 'Budi Contoh');
    await leave(vault);
    const oldHeader = await stored();

    const admin = await enter('Pengurus Satu', words.admin);
    await admin.officers.disable(sariId);
    await person(admin, 'Setelah Dikeluarkan');
    await leave(admin);
    await expect(enter('Sari Dewi', words.sari)).rejects.toMatchObject({ code: 'officer-disabled' });
    const tono = await enter('Tono Contoh', words.tono);
    expect(Object.values(tono.document.people)).toHaveLength(2);
    expect(tono.officers.list().find(({ id }) => id === sariId)).toMatchObject({
      name: 'Sari Dewi',
      status: 'disabled',
    });
    await leave(tono);

    // With a copy of the header from before, the passphrase still yields the old keys: none of them opens what is stored now.
    const { keyring } = await unlock(oldHeader, words.sari, 'Sari Dewi', localKeyDerivation, true);
    const { ring, files, roster } = await headerOf();
    expect(roster.keyEpoch).toBe(2);
    expect(ring.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(keyring.newestEpoch).toBe(1);
    for (const name of [
      `data/${files.snapshot}.snap`,
      `data/${files.journals[0]?.file}.jrnl`,
      `audit/${files.audit.at(-1)?.file}.alog`,
    ])
      expect((await readFile(join(folder, name))).readUInt32BE(8)).toBe(2);
  });

  it('keeps an administrator, and lets nobody take away their own part', async () => {
    const vault = first();
    const own = vault.actor.officerId;
    await expect(vault.officers.disable(own)).rejects.toMatchObject({ code: 'officer-self' });
    await expect(vault.officers.setRoles(own, ['officer'])).rejects.toMatchObject({ code: 'officer-self' });
    const second = await add(vault, 'Tono Contoh', words.tono, 'administrator');
    await leave(vault);
    const tono = await enter('Tono Contoh', words.tono);
    await tono.officers.disable(own);
    await expect(tono.officers.setRoles(second, ['officer'])).rejects.toMatchObject({ code: 'officer-self' });
    await leave(tono);
    await expect(enter('Pengurus Satu', words.admin)).rejects.toMatchObject({ code: 'officer-disabled' });
    // Twice: the first opening remembers whom to believe, the second relies on it.
    for (const _ of [1, 2]) await leave(await enter('Tono Contoh', words.tono));
  });

  it('changes a passphrase without touching anybody else', async () => {
    const vault = first();
    await add(vault, 'Sari Dewi', words.sari);
    await expect(vault.officers.changePassphrase('bukan kata sandinya', 'kata sandi yang baru')).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await expect(vault.officers.changePassphrase(words.admin, 'pendek')).rejects.toMatchObject({
      code: 'passphrase-short',
    });
    await vault.officers.changePassphrase(words.admin, 'kata sandi yang baru');
    await leave(vault);
    await expect(enter('Pengurus Satu', words.admin)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await leave(await enter('Pengurus Satu', 'kata sandi yang baru'));
    await leave(await enter('Sari Dewi', words.sari));
  });

  it('resets the passphrase of the officer who is named, by the recovery key', async () => {
    const vault = first();
    await add(vault, 'Sari Dewi', words.sari);
    await add(vault, 'Tono Contoh', words.tono, 'administrator');
    await leave(vault);
    const newPassphrase = 'kata sandi pengganti';
    await expect(openVaultWithRecoveryKey({ folder, recovery, newPassphrase, ...weak })).rejects.toMatchObject({
      code: 'officer-required',
    });
    const { vault: tono } = await openVaultWithRecoveryKey({
      folder,
      recovery,
      newPassphrase,
      officer: 'Tono Contoh',
      ...weak,
    });
    open.push(tono);
    await leave(tono);
    await expect(enter('Tono Contoh', words.tono)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await leave(await enter('Sari Dewi', words.sari));
    const back = await enter('Tono Contoh', newPassphrase);
    await add(back, 'Umi Contoh', 'kata sandi petugas umi');
    await leave(back);
    await leave(await enter('Sari Dewi', words.sari));
    await leave(await enter('Pengurus Satu', words.admin));
  });

  it('goes on from a vault whose founder has a single part, as the first builds wrote it', async () => {
    const vault = first();
    await leave(vault);
    const body = await headerOf();
    const [founder] = body.roster.officers;
    const [slot] = body.slots;
    if (founder === undefined || slot === undefined) throw new Error('no founder');
    const opening = await openSlot(body.vaultId, founder, slot, words.admin, localKeyDerivation);
    if (opening.state !== 'open') throw new Error(opening.state);
    const { signSeed } = opening.keys;
    const { roles: _roles, ...old } = founder;
    const { signedBy: _by, signature: _signature, ...content } = body.roster;
    const officers = [{ ...old, role: 'administrator' as const }];
    const roster = signRoster(body.vaultId, { ...content, officers }, signSeed, publicHalf('ed25519', signSeed));
    const { keyring } = await unlock(await stored(), words.admin, undefined, localKeyDerivation, true);
    await writeFile(join(folder, 'header.json'), writeHeader(keyring.vaultKey, { ...body, roster }));
    const again = await enter(undefined, words.admin);
    expect(again.actor.roles).toEqual(['administrator', 'officer']);
    await add(again, 'Sari Dewi', words.sari);
  });
});

describe('a hostile roster', () => {
  /** What somebody can write who knows the vault key and holds a signing seed of their own. */
  async function forge(change: (body: HeaderBody) => HeaderBody, vaultKey: Uint8Array): Promise<void> {
    const bytes = writeHeader(vaultKey, change(await headerOf()));
    await writeFile(join(folder, 'header.json'), bytes);
    await writeFile(join(folder, 'header.copy.json'), bytes);
  }

  it('is refused from a member who makes themselves administrator', async () => {
    const vault = first();
    const sariId = await add(vault, 'Sari Dewi', words.sari);
    await leave(vault);
    const { keys, keyring } = await unlock(await stored(), words.sari, 'Sari Dewi', localKeyDerivation, true);
    await forge((body) => {
      const { signedBy: _by, signature: _signature, ...content } = body.roster;
      const officers = content.officers.map((each) =>
        each.id === sariId ? { ...each, roles: ['administrator' as const] } : each,
      );
      const roster = signRoster(
        body.vaultId,
        { ...content, officers },
        keys.signSeed,
        publicHalf('ed25519', keys.signSeed),
      );
      return { ...body, roster };
    }, keyring.vaultKey);
    await expect(enter('Pengurus Satu', words.admin)).rejects.toMatchObject({ code: 'vault-damaged' });
    await expect(enter('Sari Dewi', words.sari)).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  it('is refused when only a role was edited in place', async () => {
    const vault = first();
    await add(vault, 'Sari Dewi', words.sari);
    await leave(vault);
    const { keyring } = await unlock(await stored(), words.sari, 'Sari Dewi', localKeyDerivation, true);
    await forge(
      (body) => ({
        ...body,
        roster: {
          ...body.roster,
          officers: body.roster.officers.map((each) => ({ ...each, roles: ['administrator' as const] })),
        },
      }),
      keyring.vaultKey,
    );
    await expect(enter('Pengurus Satu', words.admin)).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  it('is refused from a former administrator once an officer has seen that they are not one any more', async () => {
    const vault = first();
    await add(vault, 'Sari Dewi', words.sari);
    const tonoId = await add(vault, 'Tono Contoh', words.tono, 'administrator', 'officer');
    await vault.officers.setRoles(tonoId, ['officer']);
    await leave(vault);
    await leave(await enter('Sari Dewi', words.sari));
    const { keys, keyring } = await unlock(await stored(), words.tono, 'Tono Contoh', localKeyDerivation, true);
    await forge((body) => {
      const { signedBy: _by, signature: _signature, withdrawn: _withdrawn, ...content } = body.roster;
      const officers = content.officers.map((each) =>
        each.id === tonoId ? { ...each, roles: ['administrator' as const] } : each,
      );
      const roster = signRoster(
        body.vaultId,
        { ...content, officers },
        keys.signSeed,
        publicHalf('ed25519', keys.signSeed),
      );
      return { ...body, roster };
    }, keyring.vaultKey);
    await expect(enter('Sari Dewi', words.sari)).rejects.toMatchObject({ code: 'vault-damaged' });
  });
});

describe('guessing', () => {
  it('waits longer and longer, over a restart and a clock set back, and never for ever', async () => {
    const vault = first();
    await add(vault, 'Sari Dewi', words.sari);
    await leave(vault);
    let now = Date.now();
    const attempt = async (officer: string, passphrase: string): Promise<string> => {
      try {
        const opened = await openVault({ folder, officer, passphrase, now: () => now, ...weak });
        await opened.vault.close();
        return `open after ${String(opened.report.wrongPassphrases)}`;
      } catch (cause) {
        const { code, details } = toSinergiError(cause);
        return code === 'throttled' ? `wait ${String(details?.['seconds'])}` : code;
      }
    };
    for (let free = 0; free < 5; free += 1) expect(await attempt('Sari Dewi', 'salah')).toBe('passphrase-wrong');
    expect(await attempt('Sari Dewi', words.sari)).toBe('wait 5');
    // Somebody else's mistakes keep nobody out.
    expect(await attempt('Pengurus Satu', words.admin)).toBe('open after 0');
    now += 5000;
    expect(await attempt('Sari Dewi', 'salah')).toBe('passphrase-wrong');
    expect(await attempt('Sari Dewi', words.sari)).toBe('wait 10');
    now -= 86_400_000;
    expect(await attempt('Sari Dewi', words.sari)).toBe('wait 10');
    now += 10_000;
    expect(await attempt('Sari Dewi', words.sari)).toBe('open after 6');
    for (let tries = 0; tries < 20; tries += 1) {
      now += 300_000;
      expect(await attempt('Sari Dewi', 'salah')).toBe('passphrase-wrong');
    }
    expect(await attempt('Sari Dewi', words.sari)).toBe('wait 300');
    now += 300_000;
    expect(await attempt('Sari Dewi', words.sari)).toBe('open after 20');
    expect(await readdir(folder)).not.toContain('.attempts');
  });
});
