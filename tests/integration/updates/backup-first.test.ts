import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice } from '../access/support.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('Ratna', {});
  await office.enter('Ratna');
});
afterAll(() => office.end());

it('the program is changed only once the vault at hand has a backup of the last day', async () => {
  const back = () => office.handlers['updates.back']({});
  await expect(back()).rejects.toEqual(expect.objectContaining({ code: 'update-backup-first' }));
  const folder = join(dirname(office.folder), 'flashdisk');
  await mkdir(folder);
  const { id } = await office.handlers['backups.remember']({ label: 'Flashdisk', folder });
  await office.handlers['backups.run']({ mediumId: id });
  // Nothing stops it any more but that this program is not installed like that.
  await expect(back()).rejects.toEqual(expect.objectContaining({ code: 'update-place' }));
});
