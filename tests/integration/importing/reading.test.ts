import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectRegister } from '../../../electron/services/importing/inspect-register.ts';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import { noVisits } from '../../../electron/services/importing/stored-visits.ts';
import type { ImportPlan, KnownPerson } from '../../../electron/services/importing/plan.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { csvOf, inmateCsv, visitHeader, visitRows } from '../../fixtures/registers/visit-register.ts';

const nothing = { mapping: null, remembered: [], visits: noVisits };
let folder: string;
let people: KnownPerson[];

async function plan(name: string, content: string | Uint8Array, kind: RegisterKind = 'visits'): Promise<ImportPlan> {
  const path = join(folder, name);
  await writeFile(path, content);
  return await makePlan({ ...nothing, path, kind, people: kind === 'visits' ? people : [] }, () => undefined);
}

async function inspect(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  return await inspectRegister({ path, kind: null, remembered: [] });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-reading-'));
  const inmates = await plan('inmates.csv', inmateCsv, 'inmates');
  people = inmates.created.map(({ reference, fields }) => ({ id: reference, version: 1, fields }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What of a plan does not depend on how the file was written. */
const told = ({ counts, rejected, visits, created }: ImportPlan) => ({ counts, rejected, visits, created });

describe('a visit register', () => {
  const asUtf16 = (text: string, swap: boolean): Buffer => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', csvOf()],
    ['UTF-8 BOM', `\uFEFF${csvOf()}`],
    ['UTF-16LE', asUtf16(csvOf(), false)],
    ['UTF-16BE', asUtf16(csvOf(), true)],
    ['Windows-1252', Buffer.from(csvOf(), 'latin1')],
  ])('says the same in %s', async (encoding, content) => {
    const expected = told(await plan('plain.csv', csvOf()));
    expect((await inspect('file.csv', content)).encoding).toBe(encoding);
    expect(told(await plan('file.csv', content))).toEqual(expected);
    expect(expected.counts).toEqual({ rows: 5, created: 5, updated: 0, unchanged: 0 });
    expect(expected.created.map(({ fields }) => fields.name)).toEqual([
      'Sri Rahayu',
      'Anton Misal',
      'René Contoh',
      'Dewi Umpama',
    ]);
  });

  it.each([';', ',', '\t', '|'])('says the same with the delimiter «%s» and any line end', async (delimiter) => {
    const expected = told(await plan('plain.csv', csvOf()));
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const content = csvOf(visitRows, { delimiter, lineEnd });
      expect((await inspect('file.csv', content)).delimiter).toBe(delimiter);
      expect(told(await plan('file.csv', content))).toEqual(expected);
    }
  });

  it('says the same under title rows and with blank rows, which are not counted', async () => {
    const expected = told(await plan('plain.csv', csvOf()));
    const titles = ['LAPAS CONTOH (DATA SINTETIS);;;;;;;;;;;', '', 'BUKU KUNJUNGAN BULAN MARET;;;;;;;;;;;'];
    const content = csvOf(visitRows, { titles }).replaceAll('\r\n', '\r\n;;;;;;;;;;;\r\n\r\n');
    const inspection = await inspect('file.csv', content);
    expect(inspection.titleRows.map((title) => title.trim())).toEqual([
      'LAPAS CONTOH (DATA SINTETIS)',
      'BUKU KUNJUNGAN BULAN MARET',
    ]);
    expect(inspection.header).toEqual(visitHeader);
    expect(inspection.kind).toBe('visits');
    expect(told(await plan('file.csv', content))).toEqual(expected);
  });

  it('puts every row it cannot take into the report, with field, reason and cells', async () => {
    const [sri = [], anton = [], rene = []] = visitRows;
    const rows = [
      sri,
      anton.with(1, '31/02/2026'),
      anton.with(1, ''),
      anton.with(2, 'pagi'),
      anton.with(4, ''),
      anton.with(9, ' - '),
      anton.slice(0, 9),
      [...anton, 'lebih'],
      anton.with(7, 'x'.repeat(301)),
      sri.with(0, '99'),
      rene.with(9, 'Budi Contoh').with(10, '').with(11, ''),
      rene.with(9, 'Bukan Siapa-siapa').with(10, '').with(11, 'C.9.9'),
      rene.with(9, 'Joko Misal').with(10, 'B.I 1001/2022').with(11, 'A.1.2'),
    ];
    const { counts, rejected } = await plan('faulty.csv', csvOf(rows));
    expect(counts).toEqual({ rows: 13, created: 1, updated: 0, unchanged: 0 });
    expect(rejected.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'date', 'date-unreadable'],
      [3, 'date', 'date-missing'],
      [4, 'time', 'time-unreadable'],
      [5, 'visitorName', 'visitor-name-missing'],
      [6, 'inmateName', 'inmate-name-missing'],
      [7, '', 'column-count'],
      [8, '', 'column-count'],
      [9, 'address', 'text-too-long'],
      [10, '', 'duplicate-row'],
      [11, 'inmateName', 'inmate-ambiguous'],
      [12, 'inmateName', 'inmate-unknown'],
      [13, 'registrationNumber', 'number-contradicts'],
    ]);
    expect(rejected.find(({ row }) => row === 10)?.message).toContain('Row 1');
    expect(rejected.find(({ row }) => row === 11)?.message).toMatch(/B\.I 1001\/2022.*B\.I 1003\/2024/);
    expect(rejected.find(({ row }) => row === 11)?.values[4]).toBe('René Contoh');
  });

  it('keeps a visit to an inmate whose number the inmate register lacks, whatever the order of rows', async () => {
    const [sri = []] = visitRows;
    const unknown = sri.with(9, 'Tono Umpama').with(10, 'B.I 2001/2026').with(11, 'C.1.1');
    const rows = [unknown.with(10, '').with(3, '1'), unknown, unknown.with(3, '2').with(9, 'TONO U.')];
    const { counts, created } = await plan('provisional.csv', csvOf(rows));
    expect(counts).toMatchObject({ rows: 3, created: 3 });
    expect(created.map(({ fields }) => [fields.name, fields.roles[0]])).toEqual([
      ['Tono Umpama', { kind: 'inmate', registrationNumber: 'B.I 2001/2026', cell: 'C.1.1' }],
      ['Sri Rahayu', { kind: 'visitor' }],
    ]);
  });

  it('marks lawyers and clergy, who stay visitors', async () => {
    const [, , rene = []] = visitRows;
    const rows = [
      rene,
      rene.with(4, 'Yohanes Contoh').with(8, 'Rohaniwan'),
      rene.with(4, 'Ust. Ahmad Contoh').with(8, 'Ustadz'),
    ];
    const { created } = await plan('roles.csv', csvOf(rows));
    expect(created.map(({ fields }) => fields.roles.map(({ kind }) => kind))).toEqual([
      ['visitor', 'lawyer'],
      ['visitor', 'clergy'],
      ['visitor', 'clergy'],
    ]);
  });

  it('never joins two people on a name alone, nor over two valid NIKs', async () => {
    const [sri = []] = visitRows;
    const rows = [
      sri,
      sri.with(5, '3171044903629999').with(3, '2'),
      sri
        .with(5, '')
        .with(6, '')
        .with(7, '')
        .with(8, 'Adik')
        .with(3, '3')
        .with(9, 'Joko Misal')
        .with(10, 'B.I 1002/2023')
        .with(11, 'A.1.2'),
    ];
    const { created } = await plan('strangers.csv', csvOf(rows));
    expect(created.filter(({ fields }) => fields.name === 'Sri Rahayu')).toHaveLength(3);
  });
});

describe('a spreadsheet', () => {
  const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
  const clock = (hours: number, minutes: number): Date => new Date(Date.UTC(1899, 11, 30, hours, minutes));
  const rows = visitRows.map((cells): CellValue[] => [...cells]);
  const book = (content: CellValue[][], dateSystem: '1900' | '1904' = '1900') =>
    writeXlsx({ dateSystem, sheets: [{ name: 'Kunjungan', rows: content }] });

  it('says the same as the CSV file, under title rows too', async () => {
    const expected = told(await plan('plain.csv', csvOf()));
    const content = await book([['BUKU KUNJUNGAN'], [], [...visitHeader], ...rows]);
    const inspection = await inspect('book.xlsx', content);
    expect(inspection).toMatchObject({
      format: 'xlsx',
      kind: 'visits',
      titleRows: ['BUKU KUNJUNGAN'],
      header: visitHeader,
    });
    expect(told(await plan('book.xlsx', content))).toEqual(expected);
  });

  it.each(['1900', '1904'] as const)('gives days and times kept as numbers, counted from %s', async (dateSystem) => {
    const expected = told(await plan('plain.csv', csvOf()));
    const dates = ['2026-03-02', '2026-03-02', '2026-03-02', '2026-03-03', '2026-03-03'].map(day);
    const times = [clock(9, 0), clock(9, 10), clock(9, 20), clock(9, 0), clock(10, 0)];
    const typed = rows.map((cells, row) =>
      cells
        .with(1, dates[row] ?? null)
        .with(2, times[row] ?? null)
        .with(3, Number(cells[3])),
    );
    expect(told(await plan('dates.xlsx', await book([[...visitHeader], ...typed], dateSystem)))).toEqual(expected);
  });

  it('does not trust a NIK whose last digit the spreadsheet lost', async () => {
    const typed = rows.map((cells, row) => (row === 0 ? cells.with(5, 3171044903621830) : cells));
    const { visits, created } = await plan('numbers.xlsx', await book([[...visitHeader], ...typed]));
    expect(visits?.texts.nationalId.distinct).toContain('317104490362183?');
    expect(created[0]?.fields.nationalIds).toContain('317104490362183');
  });

  it('finds the register behind a page of instructions', async () => {
    const content = await writeXlsx({
      sheets: [
        { name: 'Petunjuk', rows: [['Isi dengan benar']] },
        { name: 'Data', rows: [[...visitHeader], ...rows] },
      ],
    });
    expect((await plan('second.xlsx', content)).counts.created).toBe(5);
  });

  it.each([
    [
      'file-password',
      () => writeXlsx({ sheets: [{ name: 'A', rows }], encryption: { password: 'rahasia', spinCount: 1000 } }),
    ],
    [
      'file-format-unknown',
      () => Promise.resolve(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2048)])),
    ],
    ['file-format-unknown', () => Promise.resolve(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))],
    ['file-unreadable', async () => (await book([[...visitHeader], ...rows])).slice(0, -300)],
    ['file-format-unknown', () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))],
    ['file-empty', () => Promise.resolve(Buffer.alloc(0))],
    ['file-empty', () => Promise.resolve(Buffer.from('\r\n;;;\r\n'))],
    ['file-empty', () => book([])],
    ['mapping-incomplete', () => Promise.resolve(Buffer.from('Tanggal;Nama Pengunjung\r\n02/03/2026;Sri\r\n'))],
  ])('is refused with %s', async (code, content) => {
    await expect(plan('refused.xlsx', await content())).rejects.toMatchObject({ code });
  });

  it('that is not there, or is a folder, is refused plainly', async () => {
    const request = { ...nothing, kind: 'visits', people: [] } as const;
    const quiet = (): undefined => undefined;
    await expect(makePlan({ ...request, path: join(folder, 'nowhere.csv') }, quiet)).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(makePlan({ ...request, path: folder }, quiet)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
