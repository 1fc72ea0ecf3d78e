import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '../../../shared/domain/report.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';

let office: Office;
let own: Report;
let ofCase: Report;

const fields = (subject: string, text: string, caseIds: string[]) => ({
  subject,
  field: 'Kamtib',
  marking: 'terbatas' as const,
  priority: 'low' as const,
  source: { kind: 'confidential' as const, pseudonym: 'Elang' },
  relation: '',
  method: 'Wawancara',
  place: 'Jakarta',
  informationFrom: '2026-11-01',
  writtenOn: '2026-11-03',
  items: [{ text, grade: { scheme: 'admiralty' as const, source: 'B', information: '2' }, mentions: [] }],
  opinion: { analysis: 'Jalur binatu dipakai.', prediction: '', stepsTaken: '', recommendation: '' },
  handling: { code: 'P' as const },
  risk: 'Dikenali dari jam tugas.',
  distribution: [],
  caseIds,
});

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Tono: ['officer'], Rudi: ['auditor'] });
  await office.enter('Sari');
  const { reports, cases } = office.services;
  const file = await cases.create(caseFields('Jalur dapur'));
  own = await reports.create(fields('Titipan di dapur', 'Kantong hitam dibuka di ruang cuci.', []));
  ofCase = await reports.create(fields('Lemparan di tembok timur', 'Bola tenis berisi bungkusan.', [file.id]));
});
afterAll(() => office.end());

const found = async (text: string): Promise<readonly (readonly [string, readonly string[]])[]> => {
  const { rows } = await office.services.reportSearch.find({ text, limit: 10 });
  return rows.map(({ id, places }) => [id, places]);
};

it('a report is found by its number, its subject, its items, its source and its opinion, misspelt or not', async () => {
  await office.enter('Sari');
  expect((await found(own.number))[0]?.[0]).toBe(own.id);
  expect((await found('titipn dapur')).map(([id]) => id)).toEqual([own.id]);
  expect(await found('kantong')).toEqual([[own.id, ['items']]]);
  expect(await found('"bola tenis berisi"')).toEqual([[ofCase.id, ['items']]]);
  expect(await found('"bola tenis hitam"')).toEqual([]);
  expect((await found('binatu')).map(([, places]) => places)).toEqual([['opinion'], ['opinion']]);
  expect(await found('elang')).toHaveLength(2);
});

it('a change is found at once, and what was taken out is not', async () => {
  await office.enter('Sari');
  const { reports, undo } = office.services;
  const changed = await reports.change(own.id, own.version, fields('Titipan di dapur', 'Ransel biru.', []));
  expect(await found('kantong')).toEqual([]);
  expect((await found('ransel')).map(([id]) => id)).toEqual([own.id]);
  const { undoId } = await reports.remove(own.id, changed.version);
  expect(await found('ransel')).toEqual([]);
  await undo.apply(undoId);
  expect(await found('ransel')).toHaveLength(1);
});

it('nobody learns of a report they may not read', async () => {
  await office.enter('Tono');
  expect(await found('bola')).toEqual([]);
  expect(await found('ransel')).toEqual([]);
  await office.enter('Rudi');
  await expect(found('bola')).rejects.toEqual(expect.objectContaining({ code: 'not-allowed' }) as unknown);
});
