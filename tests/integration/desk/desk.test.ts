import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysisHere } from '../../../electron/services/analysis/analysis-thread.ts';
import { createDesk, type Desk } from '../../../electron/services/desk/desk.ts';
import { tracesOf } from '../../../electron/services/retention/due.ts';
import { historyOf } from '../../../electron/services/records.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting, type Importing } from '../../../electron/services/importing/importing.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { caseFields, type Office, openOffice, personFields } from '../access/support.ts';

const day = '2026-03-02';
const workers = { path: (name: string): string => name };
const plain = { relation: 'Istri', goods: '', outcome: 'admitted', reason: '', cardChecked: false } as const;

const absent = expect.objectContaining({ code: 'not-found' }) as unknown;

let office: Office;
let folder: string;
let desk: Desk;
let importing: Importing;
let inmate: Person;
let sari: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-desk-'));
  office = await openOffice('Satu', { Dua: ['officer'], Tiga: ['analyst'], Empat: ['auditor'] });
  const { session, undo, people } = office.services;
  desk = createDesk({ session, undo, workers, runner: runAnalysisHere });
  importing = createImporting({ vault: session.vault, workers, emit: () => undefined, runner: runImportHere });
  await office.enter('Satu');
  inmate = await people.create({
    ...personFields('Sastro Rekaan'),
    roles: [{ kind: 'inmate', registrationNumber: 'B.I 1000/2022', cell: 'F.2.16' }],
  });
  sari = await people.create({
    ...personFields('Sari Oetami Rekaan'),
    nationalIds: ['3175014107900001'],
    phones: ['+6281234567890'],
    addresses: ['Jl. Rekaan 5'],
    roles: [{ kind: 'visitor' }],
  });
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

const visitsOf = (id: string) => {
  const { visits } = office.services.session.vault('visits.read');
  return visits.ofVisitor(id).map((position) => visits.at(position));
};

describe('a visitor at the counter', () => {
  it('goes in and comes out, and a wrong entry is withdrawn and brought back', async () => {
    const entered = await desk.enter({ visitor: { id: sari.id }, inmateId: inmate.id, day, timeIn: '09:10', ...plain });
    expect(desk.list(day)).toMatchObject([
      { visitorName: 'Sari Oetami Rekaan', inmateName: 'Sastro Rekaan', cell: 'F.2.16' },
    ]);
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day })).inside).toMatchObject({
      timeIn: '09:10',
    });
    const out = await desk.leave(entered.id, entered.version, '10:00');
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day })).inside).toBeNull();
    await expect(desk.leave(entered.id, entered.version, '10:05')).rejects.toMatchObject({ code: 'conflict' });
    const { undoId } = await desk.withdraw(out.id, out.version);
    expect(desk.list(day)).toEqual([]);
    await office.services.undo.apply(undoId);
    expect(desk.list(day)).toHaveLength(1);
  });

  it('who is new is recorded with the visit, in one step', async () => {
    const { visitorId } = await desk.enter({
      visitor: { name: 'Wulan Rekaan', nationalId: '3175015505880002', phone: '0813 9876 5432', address: '' },
      inmateId: inmate.id,
      day,
      timeIn: '09:20',
      ...plain,
    });
    const { person } = office.services.people.get(visitorId);
    expect(person).toMatchObject({ name: 'Wulan Rekaan', phones: ['+6281398765432'], roles: [{ kind: 'visitor' }] });
  });

  it('is told that the sentence of the inmate has ended', async () => {
    const { people } = office.services;
    const free = await people.create({
      ...personFields('Tirto Rekaan'),
      roles: [{ kind: 'inmate', registrationNumber: 'B.I 1001/2022', cell: 'F.2.17', expiresOn: '2026-02-28' }],
    });
    const check = await desk.check({ visitor: { id: sari.id }, inmateId: free.id, day });
    expect(check).toMatchObject({ released: '2026-02-28', moved: null });
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day })).released).toBeNull();
  });

  it('is only sent to an inmate', async () => {
    const entering = desk.enter({ visitor: { id: sari.id }, inmateId: sari.id, day, timeIn: '09:30', ...plain });
    await expect(entering).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a ban', () => {
  it('is told before somebody goes in, also when they come under another spelling, and lets nobody in', async () => {
    const { bans } = office.services;
    const ban = await bans.create({
      personId: sari.id,
      from: '2026-03-01',
      until: '2026-03-31',
      reason: 'Barang terlarang.',
    });
    const known = await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day });
    expect(known.bans).toMatchObject([{ person: { id: sari.id }, band: null, reason: 'Barang terlarang.' }]);
    const spelt = { name: 'Sari Utami', nationalId: '3175014107900001', phone: '081234567890', address: 'Jl Rekaan 5' };
    const evading = await desk.check({ visitor: spelt, inmateId: inmate.id, day });
    expect(evading.bans.map(({ person, band }) => [person.id, band])).toEqual([[sari.id, 'likely']]);
    expect(evading.alike.map(({ person }) => person.id)).toContain(sari.id);
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day: '2026-04-01' })).bans).toEqual([]);

    const evader = { visitor: spelt, inmateId: inmate.id, day: '2026-03-01', timeIn: '08:00', ...plain };
    await expect(desk.enter(evader)).rejects.toMatchObject({ code: 'ban-likely' });
    const other = await desk.enter({ ...evader, cardChecked: true });
    expect(other.cardChecked).toBe(true);
    const entering = { visitor: { id: sari.id }, inmateId: inmate.id, day, timeIn: '11:00', ...plain };
    await expect(desk.enter(entering)).rejects.toMatchObject({ code: 'visitor-banned' });
    const turned = await desk.enter({ ...entering, outcome: 'turned-away', reason: 'Masih dilarang.' });
    expect(turned.outcome).toBe('turned-away');
    await expect(desk.enter({ ...entering, outcome: 'turned-away' })).rejects.toMatchObject({ code: 'invalid-input' });
    await bans.lift(ban.id, ban.version);
  });
});

describe('a watch', () => {
  it('tells the counter what to do, and why only those who may know of the case', async () => {
    const { cases, watches, undo } = office.services;
    const file = await cases.create(caseFields('Jalur (rekaan)'));
    const fields = {
      personId: sari.id,
      from: '2026-03-01',
      until: '2026-04-30',
      instruction: 'search',
      note: 'Periksa makanan.',
    } as const;
    const watch = await watches.create({ ...fields, reason: 'Disebut dalam laporan.', caseId: file.id });
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day })).watches).toMatchObject([
      { instruction: 'search', note: 'Periksa makanan.', reason: 'Disebut dalam laporan.' },
    ]);
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day: '2026-05-01' })).watches).toEqual(
      [],
    );
    await office.enter('Dua');
    expect((await desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day })).watches).toMatchObject([
      { instruction: 'search', reason: null },
    ]);
    expect(office.services.watches.list(null)).toMatchObject([{ reason: null, caseNumber: null }]);
    expect(() => historyOf(office.services.session, 'watches', watch.id)).toThrow(absent);
    await office.enter('Empat');
    expect(() => historyOf(office.services.session, 'watches', watch.id)).toThrow(
      expect.objectContaining({ code: 'not-allowed' }) as unknown,
    );
    await office.enter('Satu');
    const hits = (): readonly unknown[] =>
      office.services.alerts.list({ state: 'open', subject: 'watch-hit', offset: 0, limit: 10 }).rows;
    expect(hits()).toMatchObject([{ due: day, person: { id: sari.id } }]);
    const { undoId } = await watches.end(watch.id, watch.version);
    expect(hits()).toEqual([]);
    expect(watches.list(sari.id)).toEqual([]);
    await undo.apply(undoId);
    expect(watches.list(sari.id)).toHaveLength(1);
    const reversed = watches.create({ ...fields, until: '2026-02-01', reason: 'x' });
    await expect(reversed).rejects.toMatchObject({ code: 'dates-reversed' });
  });
});

describe('a visitor who came today', () => {
  it('is not due for weeding, however old their last visit in the register is', async () => {
    const { session } = office.services;
    const provenance = { kind: 'register', importId: inmate.id, sourceRow: 1 } as const;
    const traces = tracesOf(session.vault('retention.read'))({ ...sari, provenance });
    expect(traces.last).toBe(day);
    expect(traces.rows).toBeGreaterThan(0);
  });
});

describe('what the counter entered', () => {
  it('joins the register when the day is over, and then is not withdrawn any more', async () => {
    await office.enter('Satu');
    expect(visitsOf(sari.id)).toEqual([]);
    await desk.enter({ visitor: { id: sari.id }, inmateId: inmate.id, day: '2026-03-03', timeIn: '08:40', ...plain });
    expect(visitsOf(sari.id)).toMatchObject([{ date: day, time: '09:10', inmateId: inmate.id, relation: 'Istri' }]);
    const filed = desk
      .list(day)
      .find(({ visit }) => visit.outcome === 'admitted' && visit.visitorId === sari.id)?.visit;
    expect(filed?.filed).toBe(visitsOf(sari.id)[0]?.id);
    await expect(desk.withdraw(filed?.id ?? '', filed?.version ?? 0)).rejects.toMatchObject({ code: 'visit-filed' });
  });

  it("is the same visit in the prison's own register, which may tell it better", async () => {
    await office.enter('Satu');
    const path = join(folder, 'kunjungan.csv');
    await writeFile(
      path,
      [
        'Tanggal,Jam,Nama Pengunjung,NIK,No HP,Nama WBP,No Registrasi,Hubungan',
        `02/03/2026,09.15,SARI OETAMI REKAAN,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022,Istri`,
        `03/03/2026,08.45,Sari Oetami Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022,Istri`,
        `03/03/2026,13.00,Sari Oetami Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022,Istri`,
      ].join('\n'),
    );
    const result = await importing.run(path, 'visits', null);
    expect(result).toMatchObject({ rows: 3, created: 1, updated: 2, rejected: [] });
    expect(visitsOf(sari.id).map(({ date, time }) => `${date} ${time}`)).toEqual([
      '2026-03-02 09:15',
      '2026-03-03 08:45',
      '2026-03-03 13:00',
    ]);
    expect(await importing.run(path, 'visits', null)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });

  it('is entered by officers alone', async () => {
    await office.enter('Tiga');
    await expect(desk.check({ visitor: { id: sari.id }, inmateId: inmate.id, day })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(desk.list(day).length).toBeGreaterThan(0);
  });
});
