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

const found = (text: string): readonly (readonly [string, readonly string[]])[] =>
  office.services.reportSearch.find({ text, limit: 10 }).rows.map(({ id, places }) => [id, places]);

it('a report is found by its number, its subject, its items, its source and its opinion, misspelt or not', async () => {
  await office.enter('Sari');
  expect(found(own.number)[0]?.[0]).toBe(own.id);
  expect(found('titipn dapur').map(([id]) => id)).toEqual([own.id]);
  expect(found('kantong')).toEqual([[own.id, ['items']]]);
  expect(found('"bola tenis berisi"')).toEqual([[ofCase.id, ['items']]]);
  expect(found('"bola tenis hitam"')).toEqual([]);
  expect(found('binatu').map(([, places]) => places)).toEqual([['opinion'], ['opinion']]);
  expect(found('elang')).toHaveLength(2);
});

it('a change is found at once, and what was taken out is not', async () => {
  await office.enter('Sari');
  const { reports, undo } = office.services;
  const changed = await reports.change(own.id, own.version, fields('Titipan di dapur', 'Ransel biru.', []));
  expect(found('kantong')).toEqual([]);
  expect(found('ransel').map(([id]) => id)).toEqual([own.id]);
  const { undoId } = await reports.remove(own.id, changed.version);
  expect(found('ransel')).toEqual([]);
  await undo.apply(undoId);
  expect(found('ransel')).toHaveLength(1);
});

it('nobody learns of a report they may not read', async () => {
  await office.enter('Tono');
  expect(found('bola')).toEqual([]);
  expect(found('ransel')).toEqual([]);
  await office.enter('Rudi');
  expect(() => found('bola')).toThrow(expect.objectContaining({ code: 'not-allowed' }) as unknown);
});
