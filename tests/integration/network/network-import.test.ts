import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importNetwork, networkOf } from '../../../electron/services/network/network-import.ts';
import { caseAsNetwork } from '../../../electron/services/network/case-exchange.ts';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { networkFormats, writeNetwork } from '../../../shared/network-files/formats.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';

describe('a network from another tool comes into a case', () => {
  let office: Office;
  let caseId: string;
  const given = {
    kind: 'phones',
    source: 'Berkas telepon (rekaan)',
    grade: { scheme: 'admiralty', source: 'C', information: '3' },
  } as const;
  const now = () => new Date('2026-11-24T00:00:00.000Z');
  const bring = (text: string, into = caseId) => {
    const { session, undo } = office.services;
    return importNetwork(session, undo, now, { caseId: into, ...given }, networkOf(text));
  };
  beforeAll(async () => {
    office = await openOffice('Petugas Rekaan', {});
    await office.enter('Petugas Rekaan');
    caseId = (await office.services.cases.create(caseFields('Impor jaringan'))).id;
  });
  afterAll(() => office.end());

  it('as a list of links: people become members, links carry the grade and source that were given', async () => {
    expect(
      await bring('dari;ke\nSastro Rekaan;Wulan Contoh\nWulan Contoh;Bagas Contoh\nWulan Contoh;Wulan Contoh\n'),
    ).toMatchObject({
      matched: 0,
      created: 3,
      links: 2,
    });
    const view = office.services.cases.get(caseId);
    expect(view.people.map(({ name }) => name)).toEqual(['Sastro Rekaan', 'Wulan Contoh', 'Bagas Contoh']);
    expect(view.links[0]).toMatchObject({
      kind: 'phones',
      status: 'suspected',
      grade: given.grade,
      sources: [given.source],
    });
  });

  it('members are known by their names, what is there already is not written again', async () => {
    expect(await bring('dari;ke\nsastro rekaan;Wulan Contoh\nSastro Rekaan;Bagas Contoh\n')).toMatchObject({
      matched: 3,
      created: 0,
      links: 1,
      known: 1,
    });
  });

  it('and undo takes all of it out again', async () => {
    const before = office.services.cases.get(caseId);
    const { undoId } = await bring('dari;ke\nDewi Contoh;Sastro Rekaan\n');
    expect(office.services.cases.get(caseId).people).toHaveLength(4);
    await office.services.undo.apply(undoId);
    const after = office.services.cases.get(caseId);
    expect(after.people.map(({ id }) => id)).toEqual(before.people.map(({ id }) => id));
    expect(after.links).toHaveLength(before.links.length);
  });

  it.each(networkFormats.filter((format) => format !== 'i2'))(
    'what a case gave out as %s keeps grades and sources',
    async (format) => {
      const { session, cases } = office.services;
      const text = writeNetwork(caseAsNetwork(gatherCase(session.vault('cases.export'), caseId)), format);
      const other = await cases.create(caseFields(`Salinan ${format}`));
      expect(await bring(text, other.id)).toMatchObject({ matched: 0, created: 3, links: 3 });
      const facts = (id: string) =>
        cases
          .get(id)
          .links.map(({ kind, status, grade, sources }) => JSON.stringify({ kind, status, grade, sources }))
          .sort();
      expect(facts(other.id)).toEqual(facts(caseId));
    },
  );
});
