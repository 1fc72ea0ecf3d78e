import { plainChart } from '../../../shared/analysis/chart-state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { historyOf } from '../../../electron/services/records.ts';
import { caseFields, type Office, openOffice, personFields } from './support.ts';

let office: Office;
let caseId: string;
let personId: string;
let linkId: string;

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Tono: ['officer', 'analyst'], Umi: ['supervisor'] });
  const { cases, people, links } = office.services;
  await office.enter('Sari');
  const [first, second] = [await people.create(personFields('Budi Contoh')), await people.create(personFields('Ani'))];
  personId = first.id;
  let file = await cases.create(caseFields('Jalur dapur'));
  caseId = file.id;
  for (const { id } of [first, second])
    file = await cases.addMember({ id: caseId, version: file.version, personId: id, part: 'visitor', note: '' });
  const link = await links.create(caseId, {
    from: first.id,
    to: second.id,
    kind: 'knows',
    directed: false,
    status: 'suspected',
    grade: { scheme: 'admiralty', source: 'C', information: '3' },
    sources: ['Uji'],
    note: '',
  });
  linkId = link.id;
});
afterAll(() => office.end());

const absent = expect.objectContaining({ code: 'not-found' }) as unknown;

it('who belongs to a case finds it by its title, its number, its people and its sources', async () => {
  await office.enter('Sari');
  const { caseSearch } = office.services;
  const places = (text: string) => caseSearch.find({ text, limit: 10 }).rows.map((row) => row.places);
  expect(places('jalur dapr')).toEqual([[]]);
  expect(places('0001')).toEqual([[]]);
  expect(places('budi')).toEqual([['members']]);
  expect(places('"uji"')).toEqual([['about', 'sources']]);
  expect(places('tidak ada')).toEqual([]);
});

describe.each(['Tono', 'Pendiri'])('a case is not there for %s, who does not belong to it', (name) => {
  beforeAll(() => office.enter(name));

  it('in lists, searches and on the page of a person in it', async () => {
    const { cases, caseSearch, people } = office.services;
    expect(cases.list()).toEqual([]);
    for (const text of ['jalur dapur', 'budi', 'uji'])
      expect(caseSearch.find({ text, limit: 10 })).toEqual({ total: 0, rows: [] });
    expect(() => cases.get(caseId)).toThrow(absent);
    const { cases: shown, links } = people.get(personId);
    expect({ shown, links }).toEqual({ shown: [], links: [] });
    const query = { text: 'budi', role: null, sort: 'relevance', descending: false, offset: 0, limit: 10 } as const;
    expect((await people.search(query)).rows).toMatchObject([{ name: 'Budi Contoh', cases: 0 }]);
  });

  it('on paper, in history and to any change', async () => {
    const { cases, charts, links, session } = office.services;
    expect(() => gatherCase(session.vault('cases.export'), caseId)).toThrow(absent);
    expect(() => historyOf(session, 'cases', caseId)).toThrow(absent);
    expect(() => historyOf(session, 'links', linkId)).toThrow(absent);
    await expect(cases.change(caseId, 3, caseFields('Ganti'))).rejects.toEqual(absent);
    await expect(cases.remove(caseId, 3)).rejects.toEqual(absent);
    await expect(charts.save(caseId, null, plainChart)).rejects.toEqual(absent);
    await expect(charts.createView(caseId, 'Tampilan', plainChart)).rejects.toEqual(absent);
    await expect(links.remove(linkId, 1)).rejects.toEqual(absent);
    await expect(cases.setOfficers(caseId, 3, [office.idOf(name)])).rejects.toEqual(absent);
    const direct = session
      .vault('cases.write')
      .transact({ action: 'test' }, (transaction) => transaction.change('cases', caseId, 3, { title: 'Ganti' }));
    await expect(direct).rejects.toEqual(absent);
  });

  it('while a person in it cannot be removed, without a word of which case', async () => {
    await expect(office.services.people.remove(personId, 1)).rejects.toMatchObject({
      code: 'person-in-case',
      details: { cases: [] },
    });
  });

  it('while its number is not given a second time', async () => {
    const made = await office.services.cases.create(caseFields('Lain'));
    await office.enter('Umi');
    expect(new Set(office.services.cases.list().map((row) => row.number)).size).toBe(
      office.services.cases.list().length,
    );
    await office.enter(name);
    await office.services.cases.remove(made.id, made.version);
  });
});

describe('a case', () => {
  it('is seen whole by a supervisor, who does not write in it and says who belongs to it', async () => {
    await office.enter('Umi');
    const { cases, links } = office.services;
    expect(cases.get(caseId)).toMatchObject({ file: { title: 'Jalur dapur' }, links: [{ id: linkId }] });
    await expect(cases.change(caseId, 3, caseFields('Ganti'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(links.remove(linkId, 1)).rejects.toMatchObject({ code: 'not-allowed' });
    const { version } = cases.get(caseId).file;
    await cases.setOfficers(caseId, version, [office.idOf('Tono')]);
    await office.enter('Tono');
    expect(office.services.cases.list()).toHaveLength(1);
    await office.enter('Sari');
    expect(office.services.cases.list()).toEqual([]);
  });
});
