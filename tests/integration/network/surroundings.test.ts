import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { surroundingsOf } from '../../../electron/services/network/surroundings-view.ts';
import { hide } from '../../../renderer/features/chart/stateChanges.ts';
import { plainChart } from '../../../shared/analysis/chart-state.ts';
import { caseFields, type Office, openOffice, personFields } from '../access/support.ts';

let office: Office;
const ids = new Map<string, string>();
const cases = new Map<string, string>();
const idOf = (name: string): string => ids.get(name) ?? '';

/** A case of the officer who is in, with these people linked one after the other. */
async function caseOf(title: string, names: readonly string[]): Promise<void> {
  const services = office.services;
  for (const name of names) if (!ids.has(name)) ids.set(name, (await services.people.create(personFields(name))).id);
  let file = await services.cases.create(caseFields(title));
  cases.set(title, file.id);
  for (const name of names)
    file = await services.cases.addMember({
      id: file.id,
      version: file.version,
      personId: idOf(name),
      part: 'visitor',
      note: '',
    });
  for (const [index, name] of names.slice(1).entries())
    await services.links.create(file.id, {
      from: idOf(names[index] ?? ''),
      to: idOf(name),
      kind: 'knows',
      directed: false,
      status: 'suspected',
      grade: { scheme: 'admiralty', source: 'C', information: '3' },
      sources: ['Uji'],
      note: '',
    });
}

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Tono: ['officer'] });
  await office.enter('Sari');
  await caseOf('Pertama', ['Ani Contoh', 'Budi Contoh', 'Cici Contoh']);
  await caseOf('Kedua', ['Cici Contoh', 'Dodi Contoh']);
  await office.enter('Tono');
  await caseOf('Milik Tono', ['Ani Contoh', 'Rahasia Contoh']);
});
afterAll(() => office.end());

describe('who is around somebody', () => {
  const around = (name: string, depth: number) => {
    const vault = office.services.session.vault('cases.read');
    const found = surroundingsOf(vault, { people: [idOf(name)], depth, visits: true });
    return { people: found.people.map((person) => person.name), cases: found.cases.length };
  };

  it('is found over all cases the officer belongs to, step by step, and over no others', async () => {
    await office.enter('Sari');
    expect(around('Ani Contoh', 1)).toEqual({ people: ['Ani Contoh', 'Budi Contoh'], cases: 1 });
    expect(around('Ani Contoh', 3)).toEqual({
      people: ['Ani Contoh', 'Budi Contoh', 'Cici Contoh', 'Dodi Contoh'],
      cases: 2,
    });
    await office.enter('Tono');
    expect(around('Ani Contoh', 4)).toEqual({ people: ['Ani Contoh', 'Rahasia Contoh'], cases: 1 });
  });

  it('nobody unknown', () => {
    expect(() => around('Tidak Ada', 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('saved views of a case', () => {
  it('are kept beside its own chart, renamed, removed and brought back; the case file draws the one that is asked for', async () => {
    await office.enter('Sari');
    const { charts, undo, session } = office.services;
    const caseId = cases.get('Pertama') ?? '';
    const groups = [{ id: randomUUID(), name: 'Lingkar', members: [idOf('Ani Contoh')], collapsed: false }];
    await charts.save(caseId, null, { ...plainChart, groups });
    const view = await charts.createView(caseId, 'Rapat', hide(plainChart, [idOf('Cici Contoh')]));
    const renamed = await charts.renameView(view.id, view.version, 'Rapat pagi');
    const content = (viewId: string | null) => gatherCase(session.vault('cases.export'), caseId, { viewId });
    expect(content(null).view).toMatchObject({ groups, hidden: [] });
    expect(content(view.id).view).toMatchObject({ name: 'Rapat pagi', hidden: [idOf('Cici Contoh')], groups: [] });

    const { undoId } = await charts.removeView(view.id, renamed.version);
    const names = () => office.services.cases.get(caseId).views.map(({ name }) => name);
    expect(names()).toEqual([]);
    expect(() => content(view.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await undo.apply(undoId);
    expect(names()).toEqual(['Rapat pagi']);
  });

  it('belong to their case: the chart of another is neither drawn nor changed through it', async () => {
    const { charts, session } = office.services;
    const other = await charts.createView(cases.get('Kedua') ?? '', 'Lain', plainChart);
    const caseId = cases.get('Pertama') ?? '';
    const absent = expect.objectContaining({ code: 'not-found' }) as unknown;
    await expect(charts.save(caseId, other.id, plainChart)).rejects.toEqual(absent);
    expect(() => gatherCase(session.vault('cases.export'), caseId, { viewId: other.id })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('people taken out of a case together', () => {
  it('go with their links in one step, and come back in one', async () => {
    const services = office.services;
    const id = cases.get('Pertama') ?? '';
    const { file } = services.cases.get(id);
    const personIds = [idOf('Ani Contoh'), idOf('Budi Contoh')];
    const { undoId } = await services.cases.removeMembers({ id, version: file.version, personIds });
    expect(services.cases.get(id)).toMatchObject({ people: [{ name: 'Cici Contoh' }], links: [] });
    await services.undo.apply(undoId);
    const back = services.cases.get(id);
    expect([back.people.length, back.links.length]).toEqual([3, 2]);
  });
});
