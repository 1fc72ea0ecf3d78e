import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, personFields } from '../access/support.ts';

let office: Office;
let place: string;
beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Tono: ['auditor'] });
  place = join(dirname(office.folder), 'flashdisk');
  await mkdir(place);
});
afterAll(() => office.end());

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

describe('backup media', () => {
  it('are remembered by what officers call them, and by where they are now', async () => {
    await office.enter('Pendiri');
    const { media } = office.services;
    const red = await media.remember('Flashdisk merah', join(place, 'lama'));
    expect(red).toMatchObject({ label: 'Flashdisk merah', last: null });
    const moved = await media.remember('flashdisk merah', place);
    expect(moved).toMatchObject({ id: red.id, folder: place });
    await media.remember('Hard disk kantor', join(dirname(place), 'kantor'));
    expect(media.list().map(({ label }) => label)).toEqual(['flashdisk merah', 'Hard disk kantor']);
  });

  it('take backups, of which the vault knows the last', async () => {
    await office.enter('Pendiri');
    const { media, backups, vaults } = office.services;
    const [red] = media.list();
    expect(await vaults.info()).toMatchObject({ lastBackup: null, backupDue: false });
    const first = await backups.runTo(red?.id ?? '');
    const second = await backups.runTo(red?.id ?? '');
    expect(media.list()[0]?.last).toMatchObject({ at: second.at, bytes: second.bytes });
    expect(await vaults.info()).toMatchObject({ lastBackup: second.at, backupDue: false });
    const listed = await backups.list(place);
    expect(listed.map(({ name, state }) => [name, state])).toEqual([
      [second.backup, 'whole'],
      [first.backup, 'whole'],
    ]);
    expect(listed[0]).toMatchObject({ files: second.files, bytes: second.bytes, generation: 1 });
  });

  it('take a backup to any folder that has no name yet, and remember that too', async () => {
    await office.enter('Pendiri');
    const { media, backups } = office.services;
    const other = join(dirname(place), 'lain');
    await backups.run(other);
    expect(media.list().find(({ folder }) => folder === other)?.last).not.toBeNull();
  });

  it('are missed when they were pulled out and only an empty folder is left', async () => {
    await office.enter('Pendiri');
    const { media, backups } = office.services;
    const stick = join(dirname(place), 'tercabut');
    const { id } = await media.remember('Tercabut', stick);
    await backups.runTo(id);
    await rm(stick, { recursive: true });
    await expect(backups.runTo(id)).rejects.toEqual(code('medium-missing'));
    await mkdir(stick);
    await expect(backups.runTo(id)).rejects.toEqual(code('medium-missing'));
    expect(await readdir(stick)).toEqual([]);
  });

  it('show what was lost on them, quickly, and what was changed, when it is asked for', async () => {
    await office.enter('Pendiri');
    const { backups } = office.services;
    const out = join(dirname(place), 'rusak');
    const { backup, at } = await backups.run(out);
    expect(await backups.check(out, backup)).toMatchObject({ ok: true, damaged: [] });
    const [object = ''] = await readdir(join(out, 'objects'));
    const path = join(out, 'objects', object);
    await writeFile(path, 'x'.repeat(20));
    expect((await backups.list(out))[0]?.state).toBe('incomplete');
    const report = await backups.check(out, backup);
    expect(report.ok).toBe(false);
    expect(report.damaged.length).toBeGreaterThan(0);
    await writeFile(join(out, 'manifests', backup), 'bukan manifes');
    const [unreadable] = await backups.list(out);
    expect(unreadable?.state).toBe('unreadable');
    // Its name still tells when it was made.
    expect(unreadable?.at).toBe(at);
  });

  it('are the administrator’s; checking the vault is the auditor’s too', async () => {
    await office.enter('Tono');
    const { backups, media } = office.services;
    expect(await backups.verifyVault()).toMatchObject({ ok: true, problems: [] });
    expect(() => media.list()).toThrow(code('not-allowed'));
    await expect(backups.run(place)).rejects.toEqual(code('not-allowed'));
    await office.enter('Sari');
    await expect(backups.verifyVault()).rejects.toEqual(code('not-allowed'));
  });

  it('are forgotten without losing what lies on them', async () => {
    await office.enter('Pendiri');
    const { media, backups } = office.services;
    const [red] = media.list();
    await media.forget(red?.id ?? '');
    expect(media.list().some(({ id }) => id === red?.id)).toBe(false);
    expect((await backups.list(place)).length).toBe(2);
  });
});

describe('a check of the vault', () => {
  it('is stopped when asked, and only one piece of long work runs at a time', async () => {
    await office.enter('Sari');
    await office.services.people.create(personFields('Wati Rekaan'));
    await office.enter('Pendiri');
    const { backups } = office.services;
    const checking = backups.verifyVault();
    await expect(backups.verifyVault()).rejects.toEqual(code('busy'));
    backups.cancel();
    await expect(checking).rejects.toEqual(code('cancelled'));
    expect(await backups.verifyVault()).toMatchObject({ ok: true });
  });
});

describe('a vault that was damaged while it was open', () => {
  it('is not backed up over what was whole', async () => {
    await office.enter('Pendiri');
    const { backups, media } = office.services;
    const { id } = await media.remember('Hard disk cadangan', join(dirname(place), 'hard-disk'));
    const { backup } = await backups.runTo(id);
    const data = join(office.folder, 'data');
    const [name = ''] = (await readdir(data)).filter((each) => each.endsWith('.snap'));
    const sound = await readFile(join(data, name));
    const damaged = Buffer.from(sound);
    damaged[200] = (damaged[200] ?? 0) ^ 1;
    await writeFile(join(data, name), damaged);
    await expect(backups.runTo(id)).rejects.toEqual(code('backup-source-damaged'));
    expect((await backups.list(join(dirname(place), 'hard-disk'))).map((each) => each.name)).toEqual([backup]);
    await writeFile(join(data, name), sound);
    // A file that nothing names does no harm.
    await writeFile(join(office.folder, 'catatan.txt'), 'x');
    await backups.runTo(id);
  });
});
