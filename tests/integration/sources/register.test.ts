import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeTrail } from '../../../shared/domain/audit.ts';
import type { SourceCard } from '../../../shared/domain/source.ts';
import { readHeader, type SourceKeys, writeHeader } from '../../../electron/vault/format/header.ts';
import { newDataKey } from '../../../electron/vault/format/keys.ts';
import { openSourceKeys, wrapSourceKeys } from '../../../electron/vault/format/source-keys.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { openVaultWithRecoveryKey } from '../../../electron/vault/officers/recover-officer.ts';
import { unlock } from '../../../electron/vault/unlocking.ts';
import { type Office, openOffice, passphraseOf, weak } from '../access/support.ts';

const trueName = 'Wulandari Nama Asli';
const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const card = (office: Office, over: Partial<SourceCard> = {}): SourceCard => ({
  pseudonym: 'S-01',
  reliability: 'B',
  name: trueName,
  nationalId: '3578010101900001',
  contact: 'Warung depan terminal',
  handlers: [office.idOf('Hana')],
  motive: 'money',
  motiveNote: '',
  risks: 'Dikenal keluarga WBP',
  record: [],
  state: 'authorised',
  authorisation: { by: 'Kepala Lapas', from: '2026-01-01', until: '2026-12-31', bringForward: '2026-06-01' },
  ...over,
});
const contact = { on: '2026-02-03', place: 'Terminal', said: 'Barang masuk lewat dapur', payment: 150_000 };

let office: Office;
beforeEach(async () => {
  office = await openOffice('Pendiri', {
    Hana: ['source-handler', 'officer'],
    Joko: ['source-handler'],
    Sari: ['officer', 'analyst'],
    Umi: ['supervisor'],
  });
});
afterEach(() => office.end());

async function entered(): Promise<string> {
  await office.enter('Hana');
  const { id } = await office.services.sources.add(card(office));
  await office.services.sources.log(id, contact);
  return id;
}
async function stored() {
  const reading = readHeader(new Uint8Array(await readFile(join(office.folder, 'header.json'))));
  if (reading.state !== 'read') throw new Error(reading.state);
  return { body: reading.body, mac: reading.mac, fromCopy: false };
}
const header = async () => (await stored()).body;
/** Every key an officer's passphrase yields. */
const keysOf = async (name: string) => unlock(await stored(), passphraseOf(name), name, localKeyDerivation, true);

describe('the register of sources', () => {
  it('shows a handler who the source is and what was said, and tells what is due', async () => {
    const id = await entered();
    const { sources } = office.services;
    expect((await sources.list()).rows).toMatchObject([
      {
        id,
        pseudonym: 'S-01',
        mine: true,
        handlers: ['Hana'],
        lastContact: '2026-02-03',
        reminders: expect.any(Array) as unknown,
      },
    ]);
    const shown = await sources.show(id, 'Menyiapkan pertemuan');
    expect(shown).toMatchObject({ card: { name: trueName }, contacts: [{ ...contact, by: 'Hana', covered: true }] });
    expect(sources.mayEvaluate(id)).toBe(false);
    await office.enter('Joko');
    expect((await sources.show(id, 'Pengganti pengelola')).card.name).toBe(trueName);
    expect(sources.mayEvaluate(id)).toBe(true);
    await office.enter('Pendiri');
    const trail = await office.services.audit.list({ ...wholeTrail, action: 'source.read' });
    expect(trail.map(({ actor, entityId, reason }) => [actor, entityId, reason])).toEqual([
      ['Joko', id, 'Pengganti pengelola'],
      ['Hana', id, 'Menyiapkan pertemuan'],
    ]);
  });

  it('gives everybody else the pseudonym and the grade, and refuses the rest', async () => {
    const id = await entered();
    await office.enter('Sari');
    const { sources } = office.services;
    expect(sources.pseudonyms()).toEqual([{ id, pseudonym: 'S-01', reliability: 'B' }]);
    await expect(sources.list()).rejects.toEqual(code('not-allowed'));
    await expect(sources.show(id, 'x')).rejects.toEqual(code('not-allowed'));
    expect(sources.mayEvaluate(id)).toBe(true);
    await office.enter('Pendiri');
    await expect(sources.show(id, 'x')).rejects.toEqual(code('not-allowed'));
  });

  it('cannot be read by an officer without the role who opens the records with all the keys they hold', async () => {
    const id = await entered();
    for (const name of ['Sari', 'Umi', 'Pendiri']) {
      await office.enter(name);
      // Past the table of rights: the port itself, as another program would have it.
      const vault = office.services.session.vault('own.session');
      const everything = JSON.stringify([vault.beyondNeedToKnow, vault.history('sources', id)]);
      expect(everything).toContain('S-01');
      for (const secret of [trueName, 'Barang masuk', 'Warung', '3578010101900001', contact.place])
        expect(everything).not.toContain(secret);
      const record = vault.beyondNeedToKnow.sources[id];
      if (record === undefined) throw new Error('no record');
      expect(vault.sources.state()).toBe('withheld');
      expect(() => vault.sources.open({ collection: 'sources', id }, record.sealed)).toThrow(code('sources-withheld'));
      // Nor does any box in the header open with what the passphrase of this officer yields.
      const { vaultId, sources } = await header();
      if (sources === undefined) throw new Error('no register');
      const { keys } = await keysOf(name);
      for (const receiver of ['recovery', ...sources.boxes.map(({ officerId }) => officerId)])
        expect(openSourceKeys(vaultId, sources, keys.boxPrivate, receiver)).toBeUndefined();
    }
  });

  it('opens a record only where it was sealed', async () => {
    const id = await entered();
    const { sources, session } = office.services;
    const other = await sources.add(card(office, { pseudonym: 'S-02', name: 'Orang Lain' }));
    const vault = session.vault('sources.write');
    const [first, second] = [vault.document.sources[id], vault.document.sources[other.id]];
    if (first === undefined || second === undefined) throw new Error('no record');
    await vault.transact({ action: 'test' }, (t) => t.change('sources', id, first.version, { sealed: second.sealed }));
    await expect(sources.show(id, 'x')).rejects.toEqual(code('sources-damaged'));
    const now = vault.document.sources[other.id];
    await vault.transact({ action: 'test' }, (t) =>
      t.change('sources', other.id, now?.version ?? 0, { pseudonym: 'S-09' }),
    );
    await expect(sources.show(other.id, 'x')).rejects.toEqual(code('sources-damaged'));
  });

  it('refuses a pseudonym that is in use', async () => {
    const id = await entered();
    const { sources } = office.services;
    await expect(sources.add(card(office))).rejects.toEqual(code('pseudonym-taken'));
    const { version } = await sources.show(id, 'x');
    await sources.change(id, version, card(office, { reliability: 'A' }));
    expect(sources.pseudonyms()).toMatchObject([{ reliability: 'A' }]);
  });

  it('stays closed to a new handler until one who has the key gives it', async () => {
    const id = await entered();
    await office.enter('Pendiri');
    await office.services.officers.setRoles(office.idOf('Sari'), ['officer', 'source-handler']);
    await office.enter('Sari');
    const { sources } = office.services;
    expect(await sources.list()).toMatchObject({ state: 'withheld', rows: [] });
    await expect(sources.show(id, 'x')).rejects.toEqual(code('sources-withheld'));
    await expect(sources.admit(office.idOf('Sari'))).rejects.toEqual(code('sources-withheld'));
    await office.enter('Hana');
    expect((await sources.list()).waiting).toEqual([{ id: office.idOf('Sari'), name: 'Sari' }]);
    await sources.admit(office.idOf('Sari'));
    await expect(sources.admit(office.idOf('Umi'))).rejects.toEqual(code('officer-unknown'));
    await office.enter('Sari');
    expect((await sources.show(id, 'Ditunjuk')).card.name).toBe(trueName);
  });

  it.each(['loses the role', 'is disabled'])(
    'makes a new key when a handler %s, and seals everything by it',
    async (how) => {
      const id = await entered();
      const before = await header();
      await office.enter('Pendiri');
      const { officers, sources } = office.services;
      if (how === 'is disabled') await officers.disable(office.idOf('Joko'));
      else await officers.setRoles(office.idOf('Joko'), ['officer']);
      // The administrator has no key, and takes the box away all the same.
      expect((await header()).sources?.boxes.map(({ officerId }) => officerId)).toEqual([office.idOf('Hana')]);
      await office.enter('Hana');
      expect((await sources.show(id, 'Sesudah itu')).contacts).toHaveLength(1);
      const after = await header();
      expect(after.sources).toMatchObject({ epoch: 2, holders: [office.idOf('Hana')] });
      expect(after.sources?.commitment).not.toBe(before.sources?.commitment);
      const { document } = office.services.session.vault('sources.read');
      const sealed = [...Object.values(document.sources), ...Object.values(document.sourceContacts)];
      expect(sealed.map((record) => record.sealed.epoch)).toEqual([2, 2]);
      // Once is enough.
      await sources.list();
      expect((await header()).revision).toBe(after.revision);
    },
  );

  it('is closed to a handler from the moment the role is gone', async () => {
    await entered();
    await office.enter('Pendiri');
    await office.services.officers.setRoles(office.idOf('Joko'), ['officer']);
    await office.enter('Joko');
    expect(office.services.session.vault('own.session').sources.state()).toBe('withheld');
  });

  it('is not fooled by a key a member has put there: handlers seal nothing by it', async () => {
    const id = await entered();
    const body = await header();
    await office.services.session.end('button');
    const { keyring } = await keysOf('Sari');
    const known = newDataKey();
    const hana = body.roster.officers.find(({ id: each }) => each === office.idOf('Hana'));
    if (hana === undefined) throw new Error('no officer');
    const forged: SourceKeys = wrapSourceKeys(
      body.vaultId,
      new Map([[1, known]]),
      [hana],
      body.roster.recovery.boxKey,
      newDataKey(),
    );
    const { sources: _true, ...rest } = await header();
    for (const name of ['header.json', 'header.copy.json'])
      await writeFile(join(office.folder, name), writeHeader(keyring.vaultKey, { ...rest, sources: forged }));
    await office.enter('Hana');
    const { sources, session } = office.services;
    expect(() => session.vault('sources.write').sources.seal({ collection: 'sources', id }, 'x')).toThrow(
      code('sources-withheld'),
    );
    await expect(sources.add(card(office, { pseudonym: 'S-05' }))).rejects.toEqual(code('sources-damaged'));
  });

  it('is not lost when every handler is: the recovery key gives it to the next', async () => {
    const id = await entered();
    await office.enter('Pendiri');
    const { officers } = office.services;
    for (const name of ['Hana', 'Joko']) await officers.disable(office.idOf(name));
    await officers.setRoles(office.idOf('Sari'), ['source-handler']);
    await office.services.session.end('button');
    const { folder, recoveryKey } = office;
    const { vault } = await openVaultWithRecoveryKey({
      folder,
      recovery: [recoveryKey],
      officer: 'Sari',
      newPassphrase: passphraseOf('Sari'),
      ...weak,
    });
    office.services.session.begin(vault);
    expect((await office.services.sources.show(id, 'Mengambil alih')).card.name).toBe(trueName);
    await office.services.sources.log(id, contact);
    await office.enter('Sari');
    expect((await office.services.sources.show(id, 'Sekali lagi')).contacts).toHaveLength(2);
  });
});
