import { truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLongWork } from '../../../electron/services/backup/long-work.ts';
import { createAttachments } from '../../../electron/services/files/attachments.ts';
import type { Progress } from '../../../shared/contract.ts';
import { type Office, openOffice, personFields } from '../access/support.ts';

let office: Office;
const told: Progress[] = [];
const work = createLongWork((progress) => told.push(progress));
const megabytes = 24;

beforeAll(async () => {
  office = await openOffice('Sari', {});
  await office.enter('Sari');
});
afterAll(() => office.end());

async function largeFile(): Promise<string> {
  const path = join(dirname(office.folder), 'rekaman.bin');
  await writeFile(path, '');
  await truncate(path, megabytes * 1024 * 1024);
  return path;
}

it('a large file says how far it is, and can be stopped with nothing left behind', async () => {
  const { session, undo, people, approvals } = office.services;
  const attachments = createAttachments({ session, undo, approvals, work });
  const on = { collection: 'people', id: (await people.create(personFields('Arjuna Wiranata'))).id } as const;
  const path = await largeFile();

  const stopped = attachments.attach(on, path);
  const cancelOnce = setInterval(() => {
    if (told.length > 2) work.cancel();
  }, 1);
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  clearInterval(cancelOnce);
  expect(attachments.list(on)).toEqual([]);

  told.length = 0;
  const file = await attachments.attach(on, path);
  expect(told.length).toBe(megabytes);
  const shares = told.map(({ done }) => done);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ task: 'file', done: 1, total: 1 });

  told.length = 0;
  expect(await attachments.verify(file.id)).toMatchObject({ sound: true });
  expect(told.length).toBeGreaterThan(megabytes / 2);
});
