import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLongWork } from '../../../electron/services/backup/long-work.ts';
import { createRestoring } from '../../../electron/services/backup/restoring.ts';
import { createSwitching } from '../../../electron/services/backup/switching.ts';
import { isGenuine } from '../../../electron/services/approvals/statements.ts';
import { placesOf } from '../../../electron/services/policy/places.ts';
import { noPolicy } from '../../../shared/domain/policy.ts';
import { anchorsIn } from '../../../electron/vault/anchor/anchor-store.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { type Office, openOffice, passphraseOf, personFields, weak } from '../access/support.ts';

let office: Office;
afterEach(() => office.end());

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const keyOf = (name: string) => ({ passphrase: passphraseOf(name), officerName: name });

/** A vault whose first person is in a backup that was restored beside it, and whose second is not. */
async function afterRestoring(others: Readonly<Record<string, OfficerRole[]>>, open = true) {
  office = await openOffice('Pendiri', { Sari: ['officer'], ...others });
  const { session, approvals, preferences, people, backups } = office.services;
  const base = dirname(office.folder);
  await office.enter('Sari');
  await people.create(personFields('Sebelum cadangan'));
  await office.enter('Pendiri');
  const { backup } = await backups.run(join(base, 'medium'));
  await office.enter('Sari');
  await people.create(personFields('Sesudah cadangan'));
  if (open) await office.enter('Pendiri');
  else await session.end('button');
  const common = { session, places: placesOf(noPolicy), ready: () => Promise.resolve(), opening: weak, approvals };
  const restoring = createRestoring({ ...common, longWork: createLongWork(() => undefined) });
  const switching = createSwitching({ ...common, preferences, now: () => new Date() });
  const restored = await restoring.restoreInto({ from: join(base, 'medium'), backup, into: base, ...keyOf('Pendiri') });
  const id = open ? ((await restoring.list())[0]?.id ?? '') : '';
  return {
    base,
    restored,
    switching,
    common,
    preferences,
    id,
    act: { kind: 'restore', manifest: restored.manifest } as const,
  };
}

async function seen<T>(folder: string, name: string, look: (vault: VaultPort) => T | Promise<T>): Promise<T> {
  const { vault } = await openVault({ folder, passphrase: passphraseOf(name), officer: name, ...weak });
  try {
    return await look(vault);
  } finally {
    await vault.close();
  }
}
const namesIn = ({ document }: VaultPort): string[] => Object.values(document.people).map(({ name }) => name);
const actionsIn = async (vault: VaultPort): Promise<string[]> =>
  (await vault.auditLog()).entries.map(({ action }) => action);
const aside = async (base: string): Promise<string> =>
  join(base, (await readdir(base)).find((name) => name.includes('sebelum pemulihan')) ?? 'none');

describe('putting a restored vault in the place of the one in use', () => {
  it('takes two officers, keeps the old one aside and both signatures in both', async () => {
    const { base, restored, switching, id, act } = await afterRestoring({ Umi: ['supervisor'] });
    const { approvals, session, preferences } = office.services;
    const change = () => switching.fromInUse({ id, ...keyOf('Pendiri') });
    await expect(change()).rejects.toEqual(code('approval-required'));
    const asked = await approvals.request(act, 'Data terhapus');
    expect(asked.subject).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
    await expect(approvals.decide(asked.id, 'approved', '')).rejects.toEqual(code('approval-own'));
    await office.enter('Umi');
    await approvals.decide(asked.id, 'approved', '');
    await office.enter('Pendiri');
    await expect(switching.fromInUse({ id, ...keyOf('Umi') })).rejects.toEqual(code('not-allowed'));
    await change();

    expect(session.isUnlocked()).toBe(false);
    expect(preferences.get().lastVault).toBe(office.folder);
    expect((await readdir(base)).map((name) => join(base, name))).not.toContain(restored.folder);
    await seen(office.folder, 'Pendiri', async (vault) => {
      expect(namesIn(vault)).toEqual(['Sebelum cadangan']);
      const [approval] = Object.values(vault.document.approvals);
      if (approval === undefined) throw new Error('no approval');
      expect(approval).toMatchObject({ act, usedAt: expect.any(String) as unknown });
      expect([approval.request.by, approval.decision?.by]).toEqual([office.idOf('Pendiri'), office.idOf('Umi')]);
      expect(isGenuine(vault, approval)).toBe(true);
      expect(await actionsIn(vault)).toContain('vault.switch');
    });
    await seen(await aside(base), 'Pendiri', async (vault) => {
      expect(namesIn(vault)).toEqual(['Sebelum cadangan', 'Sesudah cadangan']);
      expect(Object.values(vault.document.approvals)[0]?.usedAt).toBeDefined();
      expect(await actionsIn(vault)).toEqual(expect.arrayContaining(['vault.restore', 'approval.use', 'vault.switch']));
    });
  });

  it('is what the workstation goes by afterwards, although it is older', async () => {
    const { base, id, common, preferences } = await afterRestoring({});
    const anchors = anchorsIn(join(base, 'anchors'));
    const key = { passphrase: passphraseOf('Pendiri'), officer: 'Pendiri', ...weak, anchors };
    await office.services.session.end('button');
    const { vault } = await openVault({ folder: office.folder, ...key });
    office.services.session.begin(vault);
    const switching = createSwitching({ ...common, anchors, preferences, now: () => new Date() });
    await switching.fromInUse({ id, ...keyOf('Pendiri') });
    const again = await openVault({ folder: office.folder, ...key });
    expect([again.report.doubt, namesIn(again.vault)]).toEqual([undefined, ['Sebelum cadangan']]);
    await again.vault.close();
  });

  it('is refused when the restored vault was worked in, so that nobody approves one thing and gets another', async () => {
    const { restored, switching, id } = await afterRestoring({});
    await seen(restored.folder, 'Sari', (vault) =>
      vault.transact({ action: 'test' }, (transaction) =>
        transaction.create('people', {
          ...personFields('Diselundupkan'),
          provenance: { kind: 'officer' },
          retention: 'case',
        }),
      ),
    );
    await expect(switching.fromInUse({ id, ...keyOf('Pendiri') })).rejects.toEqual(code('restored-changed'));
    expect(office.services.session.isUnlocked()).toBe(true);
  });

  it('by the only officer who could approve it is done alone, and both trails say so', async () => {
    const { base, switching, id } = await afterRestoring({});
    await switching.fromInUse({ id, ...keyOf('Pendiri') });
    for (const folder of [office.folder, await aside(base)])
      expect(await seen(folder, 'Pendiri', actionsIn)).toContain('vault.switch-alone');
  });
});

describe('after a disaster', () => {
  it('both officers unlock the restored vault one after the other, and it keeps both signatures', async () => {
    const { base, restored, switching, act } = await afterRestoring({ Umi: ['supervisor'] }, false);
    expect(restored.takesTwo).toBe(true);
    for (const name of ['header.json', 'header.copy.json']) await writeFile(join(office.folder, name), 'rusak');
    const order = { folder: restored.folder, instead: office.folder, reason: 'Disk rusak', first: keyOf('Pendiri') };
    const finish = (second: string | null) =>
      switching.afterDisaster({ ...order, second: second === null ? null : keyOf(second) });
    await expect(finish(null)).rejects.toEqual(code('approval-required'));
    await expect(finish('Pendiri')).rejects.toEqual(code('approval-own'));
    await expect(finish('Sari')).rejects.toEqual(code('not-allowed'));
    const done = await finish('Umi');
    expect(done).toEqual({ folder: office.folder, aside: await aside(base) });
    expect(office.services.preferences.get().lastVault).toBe(office.folder);
    await seen(office.folder, 'Umi', async (vault) => {
      const [approval] = Object.values(vault.document.approvals);
      if (approval === undefined) throw new Error('no approval');
      expect(approval.act).toEqual(act);
      expect(approval.request).toMatchObject({ by: office.idOf('Pendiri'), reason: 'Disk rusak' });
      expect(approval.decision).toMatchObject({ by: office.idOf('Umi'), outcome: 'approved' });
      expect(isGenuine(vault, approval)).toBe(true);
      expect(await actionsIn(vault)).toContain('vault.switch');
    });
  });

  it('one officer alone is enough where there is no other, and the trail says so; nothing has to be there already', async () => {
    const { restored, switching } = await afterRestoring({}, false);
    expect(restored.takesTwo).toBe(false);
    const order = { folder: restored.folder, instead: null, reason: '', first: keyOf('Pendiri'), second: null };
    expect(await switching.afterDisaster(order)).toEqual({ folder: restored.folder, aside: null });
    expect(await seen(restored.folder, 'Pendiri', actionsIn)).toContain('vault.switch-alone');
  });

  it('only a vault that was restored is put into use, and only over the vault it is a backup of', async () => {
    const { restored, switching } = await afterRestoring({}, false);
    const order = { reason: '', first: keyOf('Pendiri'), second: null };
    const plain = switching.afterDisaster({ ...order, folder: office.folder, instead: null });
    await expect(plain).rejects.toEqual(code('restored-changed'));
    const { folder } = restored;
    const other = await openOffice('Lain', {});
    const over = switching.afterDisaster({ ...order, folder, instead: other.folder });
    await expect(over).rejects.toEqual(code('restored-other-vault'));
    await other.end();
  });
});
