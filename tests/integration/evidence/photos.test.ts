import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportFields } from '../../../electron/services/reports/report-build.ts';
import { reportFieldsSchema } from '../../../shared/domain/report.ts';
import { historyOf } from '../../../electron/services/records.ts';
import { reportFileSchema } from '../../../shared/domain/report-file.ts';
import { type Office, openOffice, personFields } from '../access/support.ts';

const segment = (marker: number, content: string): number[] => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...Buffer.from(content, 'latin1'),
];
const jpeg = (mark: number): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...segment(0xe1, 'Exif GPS'), ...segment(0xda, 'kepala'), mark, 0xff, 0xd9]);

let office: Office;
beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Umi: ['supervisor'], Rudi: ['auditor'] });
  await office.enter('Sari');
});
afterAll(() => office.end());

it('a photo is set, replaced, removed and brought back, without what a camera wrote into it', async () => {
  const { people, photos, undo } = office.services;
  const { id } = await people.create(personFields('Wulan Contoh'));
  const marks = async () => (await photos.of([id])).map(({ jpeg: bytes }) => bytes.at(-3));
  await photos.set(id, jpeg(1));
  expect(Buffer.from((await photos.of([id]))[0]?.jpeg ?? []).toString('latin1')).not.toContain('GPS');
  const { undoId } = await photos.set(id, jpeg(2));
  expect(await marks()).toEqual([2]);
  await undo.apply(undoId);
  expect(await marks()).toEqual([1]);
  const removed = await photos.remove(id);
  expect(await marks()).toEqual([]);
  await undo.apply(removed.undoId);
  expect(await marks()).toEqual([1]);
  await expect(photos.set(id, Uint8Array.from([1, 2, 3]))).rejects.toMatchObject({ code: 'photo-unreadable' });
  const other = join(dirname(office.folder), 'catatan.txt');
  await writeFile(other, 'catatan');
  expect(Buffer.from(await photos.read(other)).toString()).toBe('catatan');
});

it('whoever may not change people may not set one', async () => {
  const { people, photos } = office.services;
  const { id } = await people.create(personFields('Bagas Contoh'));
  await office.enter('Umi');
  await expect(photos.set(id, jpeg(1))).rejects.toMatchObject({ code: 'not-allowed' });
});

it('the history of a photo is not there for whoever may not see people', async () => {
  await office.enter('Sari');
  const { people, photos, session } = office.services;
  const { id } = await people.create(personFields('Citra Contoh'));
  await photos.set(id, jpeg(1));
  const file = Object.values(session.vault('people.read').document.files).find(({ on }) => on.id === id);
  const fileId = file?.id ?? '';
  expect(historyOf(session, 'files', fileId)).toHaveLength(1);
  await office.enter('Rudi');
  expect(() => historyOf(session, 'files', fileId)).toThrow(expect.objectContaining({ code: 'not-found' }) as unknown);
});

it('a report takes files from its author while it is a draft, and keeps them afterwards', async () => {
  await office.enter('Sari');
  const { attachments, reports, session } = office.services;
  const file = reportFileSchema.parse({
    subject: 'Titipan di dapur',
    field: 'Kamtib',
    marking: 'terbatas',
    source: { kind: 'named', description: 'Petugas dapur' },
    relation: '',
    method: '',
    place: '',
    informationFrom: '2026-11-01',
    writtenOn: '2026-11-03',
    items: [{ text: 'Kantong dibuka.', grade: { scheme: 'admiralty', source: 'B', information: '2' } }],
    opinion: {},
    handling: { code: 'P' },
  });
  const fields = reportFields(session.vault('reports.write'), file, '2026-11-03');
  const report = await reports.create(reportFieldsSchema.parse(fields));
  const on = { collection: 'reports', id: report.id } as const;
  const path = join(dirname(office.folder), 'surat.txt');
  await writeFile(path, 'surat');
  const added = await attachments.attach(on, path);
  await reports.submit({ id: report.id, version: report.version, note: '' });
  await expect(attachments.attach(on, path)).rejects.toMatchObject({ code: 'report-state' });
  await expect(attachments.remove(added.id, added.version)).rejects.toMatchObject({ code: 'report-state' });
  expect(attachments.list(on)).toMatchObject([{ name: 'surat.txt', bytes: 5, addedBy: 'Sari' }]);
  expect((await attachments.verify(added.id)).sound).toBe(true);
});
