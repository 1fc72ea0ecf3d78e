import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { caseFields, type Office, openOffice, personFields } from '../access/support.ts';

let office: Office;
let budi: Person;

beforeAll(async () => {
  office = await openOffice('Satu', { Dua: ['supervisor'] });
  await office.enter('Satu');
  budi = await office.services.people.create(personFields('Budi Rekaan'));
});
afterAll(() => office.end());

const rowOfBudi = async () => {
  const query = { text: 'Budi', role: null, sort: 'relevance', descending: false, offset: 0, limit: 10 } as const;
  return (await office.services.people.search(query)).rows.find(({ id }) => id === budi.id);
};

it('an allegation that was disproved is told wherever the person is, and undone it was never said', async () => {
  const { people, undo, cases, session } = office.services;
  const told = { allegation: 'Membawa kantong ke dapur.', reason: 'Kamera menunjukkan orang lain.' };
  const first = await people.clear({ id: budi.id, version: budi.version, ...told });
  await undo.apply(first.undoId);
  expect(people.get(budi.id).person.cleared).toBeUndefined();
  expect((await rowOfBudi())?.cleared).toBe(false);

  await people.clear({ id: budi.id, version: people.get(budi.id).person.version, ...told });
  expect(people.get(budi.id)).toMatchObject({ person: { cleared: [told] }, clearedBy: ['Satu'] });
  expect((await rowOfBudi())?.cleared).toBe(true);
  const file = await cases.create(caseFields('Dapur (rekaan)'));
  await cases.addMember({ id: file.id, version: file.version, personId: budi.id, part: 'other', note: '' });
  expect(gatherCase(session.vault('cases.export'), file.id).subjects).toMatchObject([{ cleared: [told] }]);
});

it('stays with whoever turns out to be the same person, and is said by those alone who write about people', async () => {
  const { people, identity } = office.services;
  const twin = await people.create(personFields('Budi Rekaan'));
  const kept = people.get(budi.id).person;
  await identity.decide({ a: budi.id, b: twin.id, decision: 'same' });
  const left = Object.values(office.services.session.vault('people.read').document.people).filter(
    ({ removed, name }) => removed === undefined && name === 'Budi Rekaan',
  );
  expect(left).toMatchObject([{ cleared: kept.cleared }]);
  await office.enter('Dua');
  const [one] = left;
  const clearing = people.clear({ id: one?.id ?? '', version: one?.version ?? 1, allegation: 'x', reason: 'y' });
  await expect(clearing).rejects.toMatchObject({ code: 'not-allowed' });
});
