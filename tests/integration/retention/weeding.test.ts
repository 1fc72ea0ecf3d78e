import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPreamble } from '../../../electron/vault/format/frame.ts';
import { readHeader } from '../../../electron/vault/format/header.ts';
import { newId } from '../../../electron/vault/ids.ts';
import { unlock } from '../../../electron/vault/unlocking.ts';
import { walkFrames } from '../../../electron/vault/verifying/walk-frames.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import type { PackageItem } from '../../../shared/domain/exchange/item.ts';
import { inventedAgency, manifestOf } from '../../fixtures/exchange/items.ts';
import { batchOf } from '../../unit/vault/support/visit-batch.ts';
import { caseFields, type Office, openOffice, passphraseOf, personFields } from '../access/support.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
let office: Office;

beforeEach(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Umi: ['supervisor'] });
});
afterEach(() => office.end());

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** Citra came long ago, Eka recently, Fajar long ago and is in a case; all to the inmate Damar. */
async function furnished() {
  await office.enter('Sari');
  const vault = office.services.session.vault('people.write');
  const importId = newId(Date.now());
  const fields = (name: string, kind: 'visitor' | 'inmate' = 'visitor') => ({
    ...personFields(name),
    roles: [{ kind }],
    provenance: { kind: 'register' as const, importId, sourceRow: 1 },
    retention: 'register' as const,
  });
  const [damar, citra, eka, fajar] = await vault.transact(
    { action: 'test' },
    (t) =>
      [
        t.create('people', fields('Damar Penghuni', 'inmate')),
        t.create('people', { ...fields('Citra Terlupa'), nationalIds: ['3578010101900001'] }),
        t.create('people', fields('Eka Baru')),
        t.create('people', fields('Fajar Berkas')),
      ] as const,
  );
  const today = new Date().toISOString().slice(0, 10);
  const came = [
    [citra, '2020-03-01'],
    [citra, '2020-03-08'],
    [eka, today],
    [fajar, '2020-03-01'],
  ] as const;
  const batch = batchOf(
    importId,
    came.map(([{ id }, day]) => ({
      date: dayNumber(day),
      time: 540,
      visitorId: id,
      inmateId: damar.id,
      text: 'Damar Penghuni',
    })),
  );
  const names = { distinct: came.map(([{ name }]) => name), index: Int32Array.from(came.keys()) };
  const texts = { ...batch.texts, visitorName: names, address: names };
  await vault.transact({ action: 'test' }, (t) => t.addVisits({ ...batch, texts }));
  const file = await office.services.cases.create(caseFields('Titipan'));
  await vault.transact({ action: 'test' }, (t) =>
    t.change('cases', file.id, file.version, {
      members: [
        {
          personId: fajar.id,
          part: 'visitor',
          note: '',
          addedAt: new Date().toISOString(),
          addedBy: vault.actor.officerId,
        },
      ],
    }),
  );
  // An alias, corrected afterwards: the history holds it.
  const changed = await vault.transact({ action: 'test' }, (t) =>
    t.change('people', citra.id, 1, { aliases: ['Mbak Citra'], notes: 'Sering bersama Citra Terlupa' }),
  );
  await vault.transact({ action: 'test' }, (t) => t.change('people', citra.id, changed.version, { aliases: [] }));
  await vault.transact({ action: 'test' }, (t) =>
    t.create('visitCorrections', { visitId: `${importId}:1`, set: { date: '2020-03-02', relation: 'Kakak Citra' } }),
  );
  await vault.transact({ action: 'test' }, (t) =>
    t.create('imports', {
      kind: 'visits',
      fileName: 'kunjungan.csv',
      sha256: '0'.repeat(64),
      bytes: 1,
      encoding: 'utf-8',
      mapping: {},
      rows: 2,
      created: 0,
      updated: 0,
      unchanged: 0,
      header: ['Nama', 'Tanggal'],
      rejected: [
        { row: 8, field: 'date', code: 'date-unreadable', message: 'x', values: ['CITRA TERLUPA', 'kapan'] },
        { row: 9, field: 'date', code: 'date-unreadable', message: 'x', values: ['Gita Umpama', 'kapan'] },
      ],
    }),
  );
  await received(citra.id);
  return { damar, citra, eka, fajar };
}

/** Another agency sent Citra as a person and with visits, twice, and somebody who is nobody here. */
async function received(localId: string): Promise<void> {
  const [polres, lapas] = [inventedAgency(1), inventedAgency(2)];
  const [theirCitra, theirInmate, stranger] = [newId(1), newId(2), newId(3)];
  const item = { version: 1, handling: { code: 'P' } as const, origins: [], withheld: [] };
  const person = (id: string, name: string, nationalIds: string[]) =>
    ({ ...item, type: 'person', id, fields: { ...personFields(name), nationalIds } }) as const;
  const row = {
    date: '2020-03-01',
    time: null,
    queueNumber: '',
    relation: '',
    visitorName: 'Citra Terlupa',
    inmateName: '',
    registrationNumber: '',
    cell: '',
  };
  const ids = { visitorId: theirCitra, inmateId: theirInmate };
  await office.services.session.vault('people.write').transact({ action: 'test' }, (t) => {
    const { id: packageId } = t.create('receivedPackages', {
      manifest: {
        ...manifestOf(polres, lapas),
        format: 1,
        counts: { person: 3, case: 0, link: 0, visits: 1, report: 0, file: 0, meeting: 0, operation: 0, commitment: 0 },
        content: { entries: 4, bytes: 1, sha256: '0'.repeat(64), fileBytes: 0 },
      },
      signKey: '',
      bytes: 1,
      decision: 'accepted',
    });
    const put = (one: PackageItem, mine: object): void =>
      void t.create('receivedItems', { packageId, item: one, decision: 'rejected', ...mine });
    put(person(theirCitra, 'Citra Terlupa', []), { decision: 'accepted', localId });
    put(person(newId(4), 'Citra Terlupa lagi', ['3578010101900001']), {});
    put(person(stranger, 'Hana Umpama', []), {});
    put({ ...item, type: 'visits', id: `${theirCitra}:${theirInmate}`, ...ids, rows: [row] }, {});
  });
}

/** Everything any sealed file of the folder says, opened with every key the passphrase yields. */
async function decrypted(): Promise<string> {
  const { folder } = office;
  const reading = readHeader(new Uint8Array(await readFile(join(folder, 'header.json'))));
  if (reading.state !== 'read') throw new Error(reading.state);
  const { body, mac } = reading;
  const stored = { body, mac, fromCopy: false };
  const { keyring } = await unlock(stored, passphraseOf('Sari'), 'Sari', localKeyDerivation, true);
  let all = '';
  for (const place of ['data', 'segments', 'audit'])
    for (const name of await readdir(join(folder, place))) {
      const bytes = new Uint8Array(await readFile(join(folder, place, name)));
      const kind = readPreamble(bytes)?.kind;
      if (kind === undefined) throw new Error(`${name} is no sealed file`);
      const expected = { kind, fileId: name.split('.')[0] ?? '', newestGeneration: body.generation };
      for (const { payload } of (await walkFrames(bytes, expected, body.vaultId, keyring.dataKeyOf)).frames)
        all += Buffer.from(payload).toString('utf8');
    }
  return all;
}

describe('weeding', () => {
  it('finds visitors nothing is known against after the agreed time, and nobody else', async () => {
    const { citra } = await furnished();
    const { retention } = office.services;
    expect(retention.due('people-unlinked', 10)).toMatchObject({
      total: 1,
      ids: [citra.id],
      rows: [{ label: 'Citra Terlupa', last: '2020-03-08', rows: 2 }],
    });
    await office.enter('Umi');
    const rule = { recordClass: 'people-unlinked', purpose: 'Uji', legalBasis: 'UU 27/2022', months: 600 } as const;
    await retention.saveRule(null, rule);
    expect(retention.due('people-unlinked', 10).total).toBe(0);
    expect(retention.rules()).toMatchObject([{ months: 600, version: 1, purpose: 'Uji' }, {}, {}, {}]);
    await retention.saveRule(1, { ...rule, months: 12 });
    expect(retention.due('people-unlinked', 10).total).toBe(1);
    await expect(retention.saveRule(1, rule)).rejects.toEqual(code('conflict'));
    await office.enter('Sari');
    await expect(retention.saveRule(2, rule)).rejects.toEqual(code('not-allowed'));
  });

  it('takes two, leaves no trace of the name in any file of the vault, and keeps everything else', async () => {
    const { citra, damar, eka, fajar } = await furnished();
    const { retention, approvals } = office.services;
    expect(await decrypted()).toContain('Citra');
    const proposed = await retention.propose(retention.due('people-unlinked', 1).ids);
    const act = { kind: 'weed', list: proposed.list, count: 1 } as const;
    await expect(retention.weed(proposed.id)).rejects.toEqual(
      expect.objectContaining({ code: 'approval-required', details: act }),
    );
    const asked = await approvals.request(act, 'Lewat batas simpan');
    await office.enter('Umi');
    await approvals.decide(asked.id, 'approved', 'Sesuai');
    await office.enter('Sari');
    expect(await retention.weed(proposed.id)).toMatchObject({ state: 'done', rows: 2, count: 1, doneBy: 'Sari' });

    const check = async (): Promise<void> => {
      const vault = office.services.session.vault('people.read');
      expect(Object.keys(vault.document.people).sort()).toEqual([damar.id, eka.id, fajar.id].sort());
      expect(vault.visits.length).toBe(4);
      expect(vault.visits.ofInmate(damar.id)).toHaveLength(4);
      const anonymised = [...vault.visits.all()].filter(({ asWritten }) => asWritten.visitorName === '');
      // The corrected date stays, the relation does not.
      expect(anonymised.map(({ date, relation }) => [date, relation])).toEqual([
        ['2020-03-02', ''],
        ['2020-03-08', ''],
      ]);
      expect(Object.values(vault.document.imports)[0]?.rejected.map(({ values }) => values)).toEqual([
        ['', ''],
        ['Gita Umpama', 'kapan'],
      ]);
      const all = await decrypted();
      expect(all).toContain('Fajar Berkas');
      expect(all).toContain('Hana Umpama');
      for (const gone of ['Citra', 'CITRA', '3578010101900001']) expect(all).not.toContain(gone);
      expect((await vault.examine({})).problems).toEqual([]);
    };
    await check();
    await office.enter('Umi');
    await check();
    expect(await retention.weedings()).toMatchObject([{ state: 'done', list: proposed.list }]);
    expect(approvals.list()).toMatchObject([{ state: 'used', genuine: true }]);
    const stone = Object.values(office.services.session.vault('retention.read').document.weedings)[0];
    expect(stone).toMatchObject({ ids: [citra.id], approvalId: asked.id, rows: 2 });
    // Done is done.
    await office.enter('Sari');
    expect(await retention.weed(proposed.id)).toMatchObject({ state: 'done' });
  });

  it('refuses a list on which somebody is not due, or is tied to something meanwhile', async () => {
    const { citra, eka, fajar } = await furnished();
    const { retention, approvals, session } = office.services;
    for (const id of [eka.id, fajar.id])
      await expect(retention.propose([citra.id, id])).rejects.toEqual(code('weeding-changed'));
    const proposed = await retention.propose([citra.id]);
    const asked = await approvals.request({ kind: 'weed', list: proposed.list, count: 1 }, '');
    await office.enter('Umi');
    await approvals.decide(asked.id, 'approved', '');
    await office.enter('Sari');
    await session
      .vault('people.write')
      .transact({ action: 'test' }, (t) => t.create('bans', { personId: citra.id, from: '2026-01-01', reason: 'Uji' }));
    await expect(retention.weed(proposed.id)).rejects.toEqual(code('weeding-changed'));
    expect(session.vault('people.read').document.people[citra.id]?.name).toBe('Citra Terlupa');
  });

  it('takes along who was joined to the person, and the judgements about them', async () => {
    const { citra } = await furnished();
    const { session, retention } = office.services;
    const vault = session.vault('people.join');
    const other = await vault.transact({ action: 'test' }, (t) =>
      t.create('people', {
        ...personFields('Tjitra Terloepa'),
        provenance: { kind: 'officer' },
        retention: 'register',
      }),
    );
    await vault.transact({ action: 'test' }, (t) => {
      const before = personFields('Citra Terlupa');
      t.create('joins', {
        step: newId(1),
        keptId: citra.id,
        absorbedIds: [other.id],
        before,
        after: before,
        cases: [],
        links: [],
        charts: [],
      });
      t.create('identityDecisions', { a: citra.id, b: other.id, decision: 'undecided' });
      t.remove('people', other.id, other.version);
    });
    await office.enter('Pendiri');
    await office.services.officers.disable(office.idOf('Umi'));
    await office.services.officers.setRoles(office.idOf('Pendiri'), ['administrator']);
    await office.enter('Sari');
    // The administrator could approve.
    const proposed = await retention.propose([citra.id]);
    await expect(retention.weed(proposed.id)).rejects.toEqual(code('approval-required'));
    const asked = await office.services.approvals.request({ kind: 'weed', list: proposed.list, count: 1 }, '');
    await office.enter('Pendiri');
    await office.services.approvals.decide(asked.id, 'approved', '');
    await office.enter('Sari');
    await retention.weed(proposed.id);
    const { document } = session.vault('people.read');
    expect([document.joins, document.identityDecisions]).toEqual([{}, {}]);
    expect(await decrypted()).not.toMatch(/Citra|Tjitra/);
  });
});

describe('what is held about a person', () => {
  it('tells records, registers, files, cases the officer may know, and how often it was opened', async () => {
    const { fajar, citra } = await furnished();
    const { holdings, reads } = office.services;
    await reads.person(fajar.id);
    expect(await holdings.of(fajar.id)).toMatchObject({
      visits: { count: 1, first: '2020-03-01', last: '2020-03-01' },
      cases: [{ title: 'Titipan' }],
      readings: 1,
      imports: [{ rows: 1 }],
      recordClass: 'people-in-cases',
      due: true,
    });
    expect(await holdings.of(citra.id)).toMatchObject({ recordClass: 'people-unlinked', due: true, versions: 3 });
    await office.enter('Pendiri');
    // Another officer's case is not told of.
    expect(await holdings.of(fajar.id)).toMatchObject({ cases: [], recordClass: 'people-unlinked', due: false });
  });
});
