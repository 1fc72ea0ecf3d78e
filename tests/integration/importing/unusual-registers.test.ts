import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import type { ImportPlan, KnownPerson } from '../../../electron/services/importing/plan.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { csvOf, inmateCsv, visitHeader, visitRows } from '../../fixtures/registers/visit-register.ts';

const nothing = {
  mapping: null,
  remembered: [],
  visits: { batches: [], corrections: [], joined: new Map(), desk: [] },
};
const [sri = []] = visitRows;
let folder: string;
let people: KnownPerson[];

async function plan(
  name: string,
  content: string | Uint8Array,
  kind: RegisterKind = 'visits',
  known: readonly KnownPerson[] = kind === 'visits' ? people : [],
): Promise<ImportPlan> {
  const path = join(folder, name);
  await writeFile(path, content);
  return await makePlan({ ...nothing, path, kind, people: known }, () => undefined);
}

const asKnown = ({ created }: ImportPlan): KnownPerson[] =>
  created.map(({ reference, fields }) => ({ id: reference, version: 1, fields }));
const codes = ({ rejected }: ImportPlan) => rejected.map(({ row, code }) => [row, code]);
const days = ({ visits }: ImportPlan) =>
  [...(visits?.date ?? [])].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
/** The row with its queue number, so that no two rows are the same. */
const numbered = (rows: readonly (readonly string[])[]) => rows.map((cells, index) => cells.with(3, String(index + 1)));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-unusual-'));
  people = asKnown(await plan('inmates.csv', inmateCsv, 'inmates'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('whom a visit was for', () => {
  const inmate = (name: string, number: string, cell: string) => sri.with(9, name).with(10, number).with(11, cell);

  it('is not decided when number and name say different inmates', async () => {
    const rows = numbered([
      inmate('Andi Prasetyo', 'B.I 1001/2022', ''),
      inmate('Andi Prasetyo', 'B.I 1001/2022', 'A.1.1'),
      inmate('Joko Misal', 'B.I 1001/2022', 'A.1.2'),
      inmate('Budi Contoh', 'B.I 1001/2022', 'B.2.2'),
      inmate('Joko Misal', 'B.I 1OO2/2023', 'A.1.2'),
      inmate('Joko Missal', 'B.I 1022/2023', 'A.1.2'),
      inmate('Joko Misal', 'B.I 1002/2023 / B.I 1003/2024', ''),
    ]);
    const told = await plan('contradictions.csv', csvOf(rows));
    expect(codes(told)).toEqual(rows.map((_, index) => [index + 1, 'number-contradicts']));
    expect(told.rejected[4]?.message).toContain('Joko Misal (B.I 1002/2023, A.1.2)');
    expect(told.created).toEqual([]);
  });

  it('is known through misspelled names, other cells and words that are no number', async () => {
    const rows = numbered([
      inmate('BUDI CONTO', 'b.i. 1001 / 2022', ''),
      inmate('Budi', 'B.I 1001/2022', 'C.9.9'),
      inmate('Djoko Misal', 'B.I 1002/2023', 'Blok A Kamar 1.2'),
      inmate('Joko Misal', 'sda', 'Blok A, Kamar 1.2'),
      inmate('Joko Misal', 'tidak ada', 'D.4.4'),
    ]);
    const told = await plan('known.csv', csvOf(rows));
    expect(codes(told)).toEqual([]);
    expect(
      [...(told.visits?.texts.inmateId.index ?? [])].map((at) => told.visits?.texts.inmateId.distinct[at]),
    ).toEqual([0, 0, 1, 1, 1].map((at) => people[at]?.id));
  });

  it('is not taken from one word that several may be called, in another cell', async () => {
    const one = asKnown(await plan('one.csv', 'No. Register,Nama,Blok/Kamar\nB.I 1/2026,Andi,A.1.1', 'inmates'));
    const told = await plan('andi.csv', csvOf([inmate('Andi', '', 'Z.9.9')]), 'visits', one);
    expect(codes(told)).toEqual([[1, 'inmate-ambiguous']]);
  });

  it('is reported with those who are in the cell when the name is misspelled', async () => {
    const told = await plan('misspelled.csv', csvOf([inmate('Jokko Missal', '', 'A.1.2')]));
    expect(told.rejected[0]).toMatchObject({ code: 'inmate-unknown' });
    expect(told.rejected[0]?.message).toContain('In that cell: Joko Misal (B.I 1002/2023, A.1.2)');
  });
});

describe('a register that is not what it is imported as', () => {
  it('is refused: inmates must not get the NIK and telephone of their visitors', async () => {
    await expect(plan('book.csv', csvOf(), 'inmates')).rejects.toMatchObject({
      code: 'register-kind-differs',
      details: { looksLike: 'visits' },
    });
  });
});

describe('an inmate register', () => {
  it('keeps inmates whose sentence has no end, and what it says of it', async () => {
    const told = await plan(
      'life.csv',
      'No. Register,Nama,Tgl Ekspirasi\nB.I 1/2026,Tono Umpama,Seumur Hidup\nB.I 2/2026,Bayu Misal,Pidana Mati\nB.I 3/2026,Joko Misal,-',
      'inmates',
    );
    expect(told.rejected).toEqual([]);
    expect(told.created.map(({ fields }) => fields.notes)).toEqual(['Seumur Hidup', 'Pidana Mati', '']);
  });

  it('does not give one inmate the name of another over a mistyped number', async () => {
    const told = await plan(
      'mistyped.csv',
      'No. Register,Nama\nB.I 1001/2022,Tono Umpama\nB.I 1002/2023,JOKO M.',
      'inmates',
      people,
    );
    expect(codes(told)).toEqual([[1, 'number-contradicts']]);
    expect(told.counts).toMatchObject({ updated: 1 });
  });
});

describe('the day of a visit', () => {
  it('is not guessed in a register whose program writes the month first', async () => {
    const written = ['3/2/2026', '3/13/2026', '3/14/2026', '3/15/2026', '3/3/2026', '2026-03-17'];
    const told = await plan('american.csv', csvOf(numbered(written.map((date) => sri.with(1, date)))));
    expect(codes(told)).toEqual([
      [1, 'date-ambiguous'],
      [2, 'date-unreadable'],
      [3, 'date-unreadable'],
      [4, 'date-unreadable'],
    ]);
    expect(days(told)).toEqual(['2026-03-03', '2026-03-17']);
  });

  it('stays day first when a single row slipped', async () => {
    const written = ['03/02/2026', '03/14/2026', '02/03/2026'];
    const told = await plan('slip.csv', csvOf(numbered(written.map((date) => sri.with(1, date)))));
    expect(codes(told)).toEqual([[2, 'date-unreadable']]);
  });
});

describe('headings', () => {
  it.each([
    [
      'in two rows, the visitor’s and the inmate’s apart',
      'BUKU KUNJUNGAN;;;;;;;;\nNo;Tanggal;Pengunjung;;;;WBP;;\n;;Nama;NIK;No HP;Hubungan;Nama;No Reg;Blok/Kamar\n1;02/03/2026;Sri Rahayu;3171044903621839;081234567890;Istri;Budi Contoh;B.I 1001/2022;A.1.1',
    ],
    [
      'in English',
      'Date of Visit,Visit Time,Name of Visitor,ID No.,Mobile No,Home Address,Relation to Inmate,Inmate,Reg. No.,Cell Block\n2026-03-02,09:00,Sri Rahayu,3171044903621839,081234567890,Jl. Contoh,Istri,Budi Contoh,B.I 1001/2022,A.1.1',
    ],
    [
      'abbreviated',
      'NO.|TGL.|JAM BESUK|NM. PENGUNJUNG|NIK/SIM|HP/WA|ALMT|HUB|NM. WBP|NO.REG|KMR\n1|02/03/2026|09:00|Sri Rahayu|3171044903621839|081234567890|Jl. Contoh|Istri|Budi Contoh|B.I 1001/2022|A.1.1',
    ],
  ])('%s are understood', async (_, content) => {
    const told = await plan('headings.csv', content);
    expect(told.counts).toMatchObject({ rows: 1, created: 1 });
    expect(told.created[0]?.fields).toMatchObject({
      name: 'Sri Rahayu',
      nationalIds: ['3171044903621839'],
      phones: ['+6281234567890'],
    });
    expect(told.visits?.texts.relation.distinct).toEqual(['Istri']);
    expect(told.visits?.texts.inmateId.distinct).toEqual([people[0]?.id]);
  });

  it('that stand in the middle again, totals and signatures are no visits, and are in the report', async () => {
    const [first = '', header = '', ...rest] = csvOf().split('\r\n').toSpliced(0, 0, 'BUKU KUNJUNGAN');
    const lines = [
      first,
      header,
      ...rest.slice(0, 2),
      'Halaman 2',
      header,
      ...rest.slice(2),
      'Jumlah: 5',
      ';;;;;;;;;Kepala;;',
    ];
    const told = await plan('pages.csv', lines.join('\r\n'));
    expect(told.counts).toMatchObject({ rows: 9, created: 5 });
    expect(told.rejected.map(({ row }) => row)).toEqual([3, 4, 8, 9]);
  });
});

describe('a workbook', () => {
  const sheet = (name: string, rows: readonly (readonly CellValue[])[], hidden = false) => ({
    name,
    hidden,
    rows: rows.map((cells) => [...cells]),
  });

  it('with a sheet for each month is one register', async () => {
    const other = ['Tgl Kunjungan', 'Nama Tamu', 'Nama WBP yang Dikunjungi', 'No. Reg', 'Jam'];
    const content = await writeXlsx({
      sheets: [
        sheet('Sampul', [['LAPAS CONTOH']]),
        sheet('Februari', [['BUKU KUNJUNGAN'], visitHeader, ...visitRows.slice(0, 3)]),
        sheet('Maret', [visitHeader, ...visitRows.slice(3)]),
        sheet('April', [other, ['02/04/2026', 'Dewi Umpama', 'Joko Misal', 'B.I 1002/2023', '10:00']]),
        sheet('Lama', [visitHeader, sri.with(1, '01/01/2020')], true),
      ],
    });
    const told = await plan('months.xlsx', content);
    expect(told.counts).toMatchObject({ rows: 6, created: 6 });
    expect([...(told.visits?.sourceRow ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(days(told)).toEqual(['2026-03-02', '2026-03-02', '2026-03-02', '2026-03-03', '2026-03-03', '2026-04-02']);
  });

  it('with both registers gives each', async () => {
    const inmates = inmateCsv.split('\n').map((line) => line.split(','));
    const content = await writeXlsx({
      sheets: [sheet('WBP', inmates), sheet('Kunjungan', [visitHeader, ...visitRows])],
    });
    expect((await plan('both.xlsx', content, 'inmates')).counts.created).toBe(3);
    expect((await plan('both.xlsx', content)).counts.created).toBe(5);
  });

  it('gives times without a format, and no name out of an error', async () => {
    const typed: (readonly CellValue[])[] = [
      sri.with(1, '46083.375').with(2, ''),
      [...sri.slice(0, 1), 46_083, 0.395_833_333, ...sri.slice(3)],
      sri.with(4, '#N/A'),
    ];
    const told = await plan('typed.xlsx', await writeXlsx({ sheets: [sheet('A', [visitHeader, ...typed])] }));
    expect([...(told.visits?.time ?? [])]).toEqual([9 * 60, 9 * 60 + 30]);
    expect(codes(told)).toEqual([[3, 'row-unreadable']]);
  });
});

describe('damaged text', () => {
  it('costs its own row only', async () => {
    const [first = '', ...rest] = csvOf(numbered([sri, sri.with(4, 'Zoë Misál'), sri, sri]), { lineEnd: '\n' }).split(
      '\n',
    );
    const bytes = Buffer.concat([
      Buffer.from([first, ...rest.slice(0, 2)].join('\n')),
      Buffer.from('\n'),
      Buffer.from(rest[2]?.replace('Sri', 'Andr\u00e9') ?? '', 'latin1'),
      Buffer.from(`\n${rest[3]?.replace('Sri', 'S\0ri')}\n`),
    ]);
    const told = await plan('damaged.csv', bytes);
    expect(told.file.encoding).toBe('UTF-8');
    expect(codes(told)).toEqual([
      [3, 'row-unreadable'],
      [4, 'row-unreadable'],
    ]);
    expect(told.created.map(({ fields }) => fields.name)).toContain('Zoë Misál');
  });

  it('in UTF-16 without a mark is read', async () => {
    const told = await plan('unmarked.csv', Buffer.from(csvOf(), 'utf16le'));
    expect(told.file.encoding).toBe('UTF-16LE');
    expect(told.counts.created).toBe(5);
  });

  it('does not make two people of one through letters without a body', async () => {
    const told = await plan('bodiless.csv', csvOf(numbered([sri, sri.with(4, 'Sri\u200b Rah\u00adayu')])));
    expect(told.created).toHaveLength(1);
  });
});
