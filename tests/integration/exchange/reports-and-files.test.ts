import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { gatherReport } from '../../../electron/services/documents/report-document.ts';
import { reportFields } from '../../../electron/services/reports/report-build.ts';
import type { PreviewItem } from '../../../shared/domain/exchange/packing.ts';
import type { Handling } from '../../../shared/domain/handling.ts';
import { type ReportFile, reportFileSchema } from '../../../shared/domain/report-file.ts';
import { reportFieldsSchema } from '../../../shared/domain/report.ts';
import { caseFields, personFields } from '../access/support.ts';
import { type Agency, openAgency, trust } from './agencies.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

let prison: Agency;
let police: Agency;
let inmate: string;
let caseId: string;
let open: string;
let whispered: string;
let draft: string;
/** Longer than a frame of a package and than a frame of the vault. */
const scan = new Uint8Array(3_000_017).map((_, place) => (place * 31) % 251);

const reportFile = (subject: string, more: Partial<ReportFile>): ReportFile =>
  reportFileSchema.parse({
    subject,
    field: 'Kamtib',
    marking: 'terbatas',
    source: { kind: 'named', description: 'Petugas jaga blok F' },
    relation: 'Rekan kerja',
    method: 'Wawancara di pos jaga',
    place: 'Blok F',
    informationFrom: '2026-11-01',
    writtenOn: '2026-11-03',
    items: [
      {
        text: 'Arjuna Wiranata menerima kantong dari Gita Lain.',
        grade: { scheme: 'admiralty', source: 'B', information: '2' },
        mentions: [
          { words: 'Arjuna Wiranata', person: { name: 'Arjuna Wiranata' } },
          { words: 'Gita Lain', person: { name: 'Gita Lain' } },
        ],
      },
    ],
    opinion: { analysis: 'Jalur dapur dipakai.', stepsTaken: 'Sumber ditemui dua kali.' },
    handling: { code: 'P' },
    ...more,
  });

/** Written by Sari, judged and passed on by Umi. */
async function passedOn(file: ReportFile, attach?: string): Promise<string> {
  const { office } = prison;
  await office.enter('Sari');
  const { session, reports } = office.services;
  const fields = reportFields(session.vault('reports.write'), file, '2026-11-03');
  const { id, version } = await reports.create(reportFieldsSchema.parse({ ...fields, caseIds: [caseId] }));
  if (attach !== undefined) await office.services.attachments.attach({ collection: 'reports', id }, attach);
  const submitted = await reports.submit({ id, version, note: '' });
  await office.enter('Umi');
  const judged = await office.services.reports.evaluate({ id, version: submitted.version, grades: [null], note: '' });
  await office.services.reports.disseminate({ id, version: judged.version, distribution: ['Polres'], note: '' });
  await office.enter('Sari');
  return id;
}

beforeAll(async () => {
  prison = await openAgency('Lapas Contoh', 'Sari', { Umi: ['supervisor'] });
  police = await openAgency('Polres Contoh', 'Budi');
  await prison.office.enter('Sari');
  const { people, cases, attachments, reports, session } = prison.office.services;
  const role = { kind: 'inmate' as const, registrationNumber: 'B.I 12/2025', cell: 'F.2.16' };
  inmate = (await people.create({ ...personFields('Arjuna Wiranata'), roles: [role] })).id;
  await people.create(personFields('Gita Lain'));
  const file = await cases.create({ ...caseFields('Jalur dapur'), marking: 'terbatas' });
  caseId = file.id;
  await cases.addMember({ id: caseId, version: file.version, personId: inmate, note: '', part: 'inmate' });
  const path = join(dirname(prison.office.folder), 'pindaian.pdf');
  await writeFile(path, scan);
  await attachments.attach({ collection: 'people', id: inmate }, path);
  open = await passedOn(reportFile('Titipan di dapur', {}), path);
  whispered = await passedOn(
    reportFile('Bisikan', { source: { kind: 'confidential', pseudonym: 'S-07' }, risk: 'Dapat dikenali.' }),
    path,
  );
  const fields = reportFields(session.vault('reports.write'), reportFile('Belum selesai', {}), '2026-11-03');
  draft = (await reports.create(reportFieldsSchema.parse({ ...fields, caseIds: [caseId] }))).id;
  await trust(prison, police);
  await trust(police, prison);
});
afterAll(() => Promise.all([prison, police].map(({ office }) => office.end())));

const order = (extra: object = {}) => ({
  caseIds: [caseId],
  personIds: [],
  to: 'Polres Contoh',
  purpose: 'Tindak lanjut',
  ...extra,
});
const closed: Handling = { code: 'C', action: 'A1', sanitisation: 'S2', note: '' };

async function received(file: string, extra: object = {}): Promise<string> {
  const sealed = await prison.exchange.sending.seal(order(extra), prison.out(file));
  expect(sealed.counts).toMatchObject({ report: 2, file: 2 });
  return (await police.exchange.receiving.receive([prison.out(file).path])).id;
}

describe('what of reports and files goes', () => {
  const of = (rows: readonly PreviewItem[], id: string) => rows.find((row) => row.id === id);

  it('is what was passed on, and never who said it', () => {
    const rows = prison.exchange.sending.preview(order());
    expect(of(rows, open)).toMatchObject({ outcome: 'sanitised', withheld: ['mentions'] });
    expect(of(rows, whispered)).toMatchObject({
      outcome: 'sanitised',
      withheld: ['source', 'mentions', 'relation', 'method', 'place', 'stepsTaken', 'risk'],
    });
    expect(of(rows, draft)).toMatchObject({ outcome: 'stays', reason: 'not-passed-on' });
    const going = JSON.stringify(rows.map(({ item }) => item));
    expect(going).not.toMatch(/S-07|Dapat dikenali/);
    expect(going).toMatch(/Petugas jaga blok F/);
  });

  it('with files of what goes, but none of what could tell of a source', () => {
    const files = prison.exchange.sending.preview(order()).filter(({ type }) => type === 'file');
    expect(files.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['goes', null],
      ['goes', null],
      ['stays', 'source'],
    ]);
    const without = prison.exchange.sending.preview(order({ withFiles: false }));
    expect(without.some(({ type }) => type === 'file')).toBe(false);
  });

  it('by itself, when a report is named and no case is', () => {
    const rows = prison.exchange.sending.preview(order({ caseIds: [], reportIds: [open] }));
    expect(rows.map(({ type }) => type)).toEqual(['report', 'file']);
  });
});

describe('what of them is received', () => {
  it('lies in quarantine first: the file is there, whole, and nobody can take it out', async () => {
    const id = await received('satu.sngx');
    const items = await police.exchange.receiving.items(id);
    expect(items.filter(({ type }) => type === 'report').map(({ facts }) => facts)).toEqual([
      ['B2 · Arjuna Wiranata menerima kantong dari Gita Lain.'],
      ['B2 · Arjuna Wiranata menerima kantong dari Gita Lain.'],
    ]);
    const { attachments } = police.office.services;
    const [waiting] = items.filter(({ type }) => type === 'file');
    const [file] = attachments.list({ collection: 'receivedItems', id: waiting?.id ?? '' });
    expect(file?.sha256).toBe(createHash('sha256').update(scan).digest('hex'));
    expect(await attachments.verify(file?.id ?? '')).toMatchObject({ sound: true });
    await expect(attachments.saveCopy(file?.id ?? '', police.out('x').path)).rejects.toEqual(code('item-depends'));
    await expect(attachments.remove(file?.id ?? '', 1)).rejects.toEqual(code('item-depends'));
  });

  it('is not accepted before what it hangs on', async () => {
    const [row] = police.exchange.receiving.list();
    const items = await police.exchange.receiving.items(row?.id ?? '');
    const only = items.filter(({ type }) => type === 'file').map(({ id }) => ({ id, decision: 'accepted' as const }));
    const { accepted, refused } = await police.exchange.deciding.decide(row?.id ?? '', only);
    expect(accepted).toBe(0);
    expect(refused.map((each) => each.code)).toEqual(['item-depends', 'item-depends']);
  });

  it('stays what it was, with the number and the name of who wrote it', async () => {
    const [row] = police.exchange.receiving.list();
    const { accepted, refused } = await police.exchange.deciding.decide(row?.id ?? '', 'accept-all');
    expect(refused).toEqual([]);
    expect(accepted).toBe(6);
    const { reports, attachments, session } = police.office.services;
    const rows = reports.list({ caseId: null });
    expect(rows.map(({ author, state, cases }) => ({ author, state, cases }))).toEqual(
      rows.map(() => ({ author: 'Lapas Contoh', state: 'disseminated', cases: 1 })),
    );
    expect(new Set(rows.map(({ number }) => number)).size).toBe(2);
    const view = reports.get(rows.find(({ subject }) => subject === 'Titipan di dapur')?.id ?? '');
    expect(view.report.source).toEqual({ kind: 'named', description: 'Petugas jaga blok F' });
    expect(view.report.origins?.[0]?.reference).toMatch(/^LI\//);
    expect(Object.values(view.people).map(({ name }) => name)).toEqual(['Arjuna Wiranata']);
    expect(view.may.edit).toBe(false);
    const [attached] = attachments.list({ collection: 'reports', id: view.report.id });
    const target = police.out('keluar.pdf').path;
    await attachments.saveCopy(attached?.id ?? '', target);
    expect(Buffer.compare(await readFile(target), scan)).toBe(0);
    const local = view.report.items[0]?.mentions[0]?.personId ?? '';
    expect(attachments.list({ collection: 'people', id: local })).toHaveLength(1);
    const bisikan = reports.get(rows.find(({ subject }) => subject === 'Bisikan')?.id ?? '');
    expect(bisikan.report.source).toEqual({ kind: 'named', description: 'Lapas Contoh' });
    expect(JSON.stringify(session.vault('reports.read').document)).not.toMatch(/S-07/);
  });

  it('and comes a second time as the same', async () => {
    const id = await received('dua.sngx');
    const items = await police.exchange.receiving.items(id);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['same']));
    await police.exchange.deciding.decide(id, 'accept-all');
    expect(police.office.services.reports.list({ caseId: null })).toHaveLength(2);
  });
});

describe('what its originator says of it', () => {
  it('is heeded: under A1 a report gets into no print and no case file, and its files stay inside', async () => {
    const id = await received('tiga.sngx', { handling: closed });
    await police.exchange.deciding.decide(id, 'accept-all');
    const { session, reports, attachments } = police.office.services;
    const vault = session.vault('reports.print');
    const [report] = reports.list({ caseId: null });
    expect(() => gatherReport(vault, report?.id ?? '', 'li', false)).toThrow(code('originator-agreement'));
    const files = reports
      .list({ caseId: null })
      .flatMap((each) => attachments.list({ collection: 'reports', id: each.id }));
    expect(files).toHaveLength(1);
    await expect(attachments.saveCopy(files[0]?.id ?? '', police.out('y').path)).rejects.toEqual(
      code('originator-agreement'),
    );
    const exporting = session.vault('cases.export');
    const [local] = police.office.services.cases.list();
    expect(() => gatherCase(exporting, local?.id ?? '')).toThrow(code('originator-agreement'));
  });

  it('and is lifted by its agreement, until it takes it back', async () => {
    const [sent] = prison.exchange.register.rows({ from: null, until: null });
    const packageId = sent?.packageId ?? '';
    const words = { packageId, items: [], reason: 'Silakan' };
    await prison.exchange.sending.sealBody(
      'Polres Contoh',
      { kind: 'agreement', ...words, allows: 'action' },
      'Silakan',
      prison.out('setuju.sngx'),
    );
    const agreed = await police.exchange.receiving.receive([prison.out('setuju.sngx').path]);
    await police.exchange.deciding.decide(agreed.id, 'accept-all');
    const { session, reports } = police.office.services;
    const [report] = reports.list({ caseId: null });
    expect(gatherReport(session.vault('reports.print'), report?.id ?? '', 'li', false).number).toBe(report?.number);
    expect(() => gatherReport(session.vault('reports.print'), report?.id ?? '', 'li', true)).toThrow(
      code('originator-agreement'),
    );
    await prison.exchange.sending.sealBody(
      'Polres Contoh',
      { kind: 'recall', ...words },
      'Keliru',
      prison.out('tarik.sngx'),
    );
    const taken = await police.exchange.receiving.receive([prison.out('tarik.sngx').path]);
    await police.exchange.deciding.decide(taken.id, 'accept-all');
    expect(() => gatherReport(session.vault('reports.print'), report?.id ?? '', 'li', false)).toThrow(
      code('originator-agreement'),
    );
  });
});

describe('a package whose file is damaged on the medium', () => {
  it('is refused, and leaves nothing behind in the vault', async () => {
    await prison.exchange.sending.seal(order(), prison.out('rusak.sngx'));
    const { path } = prison.out('rusak.sngx');
    const bytes = await readFile(path);
    const place = bytes.length - 100_000;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    const content = bytes.subarray(0, -32);
    await writeFile(path, Buffer.concat([content, createHash('sha256').update(content).digest()]));
    const before = police.exchange.receiving.list().length;
    await expect(police.exchange.receiving.receive([path])).rejects.toEqual(code('package-damaged'));
    expect(police.exchange.receiving.list()).toHaveLength(before);
  });
});
