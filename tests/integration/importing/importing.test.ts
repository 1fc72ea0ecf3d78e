import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportRunner, runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting, type Importing } from '../../../electron/services/importing/importing.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import type { Progress } from '../../../shared/contract.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { csvOf, inmateCsv, visitHeader, visitRows } from '../../fixtures/registers/visit-register.ts';
import { inmateLines, visitLines } from '../../fixtures/registers/synthetic-registers.ts';

const passphrase = 'kata sandi percobaan';
const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const noWorkers = {
  path: (): string => {
    throw new Error('no worker in this test');
  },
};

let folder: string;
let vault: VaultPort;
let importing: Importing;
let told: Progress[];

const service = (runner: ImportRunner): Importing =>
  createImporting({ vault: () => vault, workers: noWorkers, emit: (progress) => told.push(progress), runner });

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const inmates = async (content = inmateCsv) => importing.run(await file('wbp.csv', content), 'inmates', null);
const visits = async (content = csvOf(), name = 'kunjungan.csv') =>
  importing.run(await file(name, content), 'visits', null);
const people = () => Object.values(vault.document.people);
const named = (name: string) => people().filter((person) => person.name === name);
const counts = (created: number, updated: number, unchanged: number) => ({
  rows: created + updated + unchanged,
  created,
  updated,
  unchanged,
  rejected: [],
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-importing-'));
  told = [];
  ({ vault } = await createVault({
    folder: join(folder, 'A.cvault'),
    officerName: 'Petugas Satu',
    passphrase,
    ...weak,
  }));
  importing = service(runImportHere);
});
afterEach(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the inmate register', () => {
  it('becomes people who know the row they came from; the same file again adds nothing', async () => {
    const first = await inmates();
    expect(first).toMatchObject(counts(3, 0, 0));
    const [ucok] = named('Budi Contoh').filter((person) => inmateRole(person)?.cell === 'A.1.1');
    expect(ucok).toMatchObject({
      aliases: ['Ucok'],
      birthDate: '1990-02-01',
      roles: [
        {
          kind: 'inmate',
          registrationNumber: 'B.I 1001/2022',
          cell: 'A.1.1',
          offence: 'Narkotika Ps 112',
          expiresOn: '2030-01-01',
        },
      ],
      provenance: { kind: 'register', importId: first.importId, sourceRow: 1 },
    });
    const before = vault.document.people;
    expect(await inmates()).toMatchObject(counts(0, 0, 3));
    expect(vault.document.people).toEqual(before);
    expect(await inmates(inmateCsv.replaceAll('B.I 1001/2022', 'b.i.1001 / 2022'))).toMatchObject(counts(0, 0, 3));
  });

  it('changes what it corrects and keeps what was before', async () => {
    await inmates();
    expect(await inmates(inmateCsv.replace('A.1.2,Penipuan', 'C.3.3,Penipuan'))).toMatchObject(counts(0, 1, 2));
    const [joko] = named('Joko Misal');
    if (joko === undefined) throw new Error('Joko is missing');
    expect(inmateRole(joko)?.cell).toBe('C.3.3');
    expect(vault.history('people', joko.id).map(({ change, byName }) => [change, byName])).toEqual([
      ['created', 'Petugas Satu'],
      ['changed', 'Petugas Satu'],
    ]);
  });

  it('brings the name of an inmate whom a visit brought before', async () => {
    await visits(csvOf(visitRows.slice(0, 1).map((cells) => cells.with(9, 'Budi C.'))));
    expect(named('Budi C.')).toHaveLength(1);
    expect(await inmates()).toMatchObject(counts(2, 1, 0));
    expect(named('Budi C.')).toHaveLength(0);
    expect(people().filter((person) => inmateRole(person)?.registrationNumber === 'B.I 1001/2022')).toMatchObject([
      { name: 'Budi Contoh', aliases: ['Budi C.', 'Ucok'] },
    ]);
  });
});

describe('the visit register', () => {
  beforeEach(() => inmates());

  it('becomes visits; the same file again adds nothing, over a restart too', async () => {
    const { importId } = await visits();
    expect(vault.visits.length).toBe(5);
    expect([...vault.visits.all()][0]).toMatchObject({
      id: `${importId}:1`,
      date: '2026-03-02',
      time: '09:00',
      relation: 'Istri',
      asWritten: { visitorName: 'Sri Rahayu', phone: '081234567890', registrationNumber: 'B.I 1001/2022' },
    });
    expect(named('Sri Rahayu')).toMatchObject([
      { nationalIds: ['3171044903621839'], phones: ['+6281234567890'], roles: [{ kind: 'visitor' }] },
    ]);
    const before = vault.document.people;
    expect(await visits()).toMatchObject(counts(0, 0, 5));
    await vault.close();
    ({ vault } = await openVault({ folder: join(folder, 'A.cvault'), passphrase, ...weak }));
    expect(await visits(csvOf(visitRows, { delimiter: ',' }), 'salinan.csv')).toMatchObject(counts(0, 0, 5));
    expect(vault.document.people).toEqual(before);
    expect(vault.visits.length).toBe(5);
    expect(vault.document.visitCorrections).toEqual({});
  });

  it('takes only the new rows of a file that grew', async () => {
    await visits();
    const more = visitRows[4]?.with(1, '04/03/2026').with(0, '6') ?? [];
    expect(await visits(csvOf([...visitRows, more]))).toMatchObject(counts(1, 0, 5));
    expect(await visits(csvOf([more, ...visitRows]))).toMatchObject(counts(0, 0, 6));
    expect(vault.visits.length).toBe(6);
  });

  it.each([
    ['date', 1, '12/03/2026', { date: '2026-03-12' }],
    ['time', 2, '11:30', { time: '11:30' }],
    ['visitor’s name', 4, 'Anton Misalkan', { asWritten: { visitorName: 'Anton Misalkan' } }],
    ['NIK', 5, '3171040903621832', { asWritten: { nationalId: '3171040903621832' } }],
    ['telephone', 6, '081111111111', { asWritten: { phone: '081111111111' } }],
    ['relation', 8, 'Adik', { relation: 'Adik' }],
    ['inmate', 10, 'B.I 1002/2023', { asWritten: { registrationNumber: 'B.I 1002/2023' } }],
  ])('recognises a visit whose %s was corrected', async (_, column, value, corrected) => {
    const { importId } = await visits();
    const rows = visitRows.map((cells, row) => (row === 1 ? cells.with(column, value) : cells));
    if (column === 10) rows[1] = rows[1]?.with(9, 'Joko Misal').with(11, 'A.1.2') ?? [];
    expect(await visits(csvOf(rows))).toMatchObject(counts(0, 1, 4));
    expect([...vault.visits.all()].find(({ id }) => id === `${importId}:2`)).toMatchObject(corrected);
    expect(vault.visits.length).toBe(5);
    const [correction] = Object.values(vault.document.visitCorrections);
    expect(vault.history('visitCorrections', correction?.id ?? '')).toHaveLength(1);
    // The corrected file again, and the first one again, say nothing new.
    expect(await visits(csvOf(rows))).toMatchObject(counts(0, 0, 5));
    expect(await visits()).toMatchObject(counts(0, 0, 5));
  });

  it('keeps the visitor over a corrected NIK, and an officer’s word on who came', async () => {
    await visits();
    const rows = visitRows.map((cells, row) => (row === 1 ? cells.with(5, '3171040903621832') : cells));
    await visits(csvOf(rows));
    expect(named('Anton Misal')).toMatchObject([{ nationalIds: ['3171040903621831', '3171040903621832'] }]);

    const [other] = named('Dewi Umpama');
    const visit = [...vault.visits.all()].find(({ asWritten }) => asWritten.visitorName === 'Sri Rahayu');
    if (other === undefined || visit === undefined) throw new Error('the register is not in');
    await vault.transact({ action: 'test' }, (transaction) =>
      transaction.create('visitCorrections', { visitId: visit.id, set: { visitorId: other.id } }),
    );
    expect(await visits(csvOf(rows))).toMatchObject(counts(0, 0, 5));
    await visits(csvOf(rows.map((cells, row) => (row === 0 ? cells.with(8, 'Bibi') : cells))));
    expect([...vault.visits.all()].find(({ id }) => id === visit.id)).toMatchObject({
      visitorId: other.id,
      relation: 'Bibi',
    });
  });

  it('takes the next month for new visits though it resembles the last', async () => {
    await visits();
    const next = visitRows.map((cells, row) => cells.with(1, `0${row + 1}/04/2026`));
    expect(await visits(csvOf(next), 'april.csv')).toMatchObject(counts(5, 0, 0));
    expect(named('Sri Rahayu')).toHaveLength(1);
    expect(named('Anton Misal')).toHaveLength(1);
  });

  it('learns nothing from a spreadsheet that opened the file and saved it with digits lost', async () => {
    await inmates();
    await visits();
    const before = people();
    const saved = visitRows.map((cells): CellValue[] => {
      const [number = '', , , queue = '', name = '', nationalId = '', phone = '', ...rest] = cells;
      const digits = nationalId.replace("'", '');
      const [day, time] = [cells[1] ?? '', cells[2] ?? ''];
      return [
        Number(number),
        day,
        time,
        Number(queue),
        name,
        digits === '' ? '' : Number(`${digits.slice(0, 15)}0`),
        /^0\d+$/.test(phone) ? Number(phone) : phone,
        ...rest,
      ];
    });
    const path = join(folder, 'disimpan ulang.xlsx');
    await writeFile(
      path,
      await writeXlsx({ sheets: [{ name: 'A', rows: [[...visitHeader], ...saved.toReversed()] }] }),
    );
    expect(await importing.run(path, 'visits', null)).toMatchObject(counts(0, 0, 5));
    expect(people()).toEqual(before);
  });

  it('remembers a mapping an officer made for the same header, and asks for what is missing', async () => {
    const header = visitHeader.map((heading) => (heading === 'Nama WBP' ? 'Yang bersangkutan' : heading));
    const path = await file('lain.csv', csvOf(visitRows, { header }));
    const inspection = await importing.inspect(path, 'visits');
    expect(inspection).toMatchObject({ remembered: false, kind: 'visits' });
    expect(inspection.mapping).not.toHaveProperty('inmateName');
    await expect(importing.run(path, 'visits', null)).rejects.toMatchObject({
      code: 'mapping-incomplete',
      details: { fields: ['inmateName'] },
    });
    const mapping = { ...inspection.mapping, inmateName: 'Yang bersangkutan' };
    expect(await importing.run(path, 'visits', mapping)).toMatchObject(counts(5, 0, 0));
    expect(await importing.inspect(path, 'visits')).toMatchObject({ remembered: true, mapping });
    expect(await importing.run(path, 'visits', null)).toMatchObject(counts(0, 0, 5));
  });

  it('saves rejected rows as CSV that no spreadsheet runs as a formula', async () => {
    const rows = visitRows.map((cells, row) =>
      row === 0 ? cells.with(1, '').with(4, '=HYPERLINK("x")').with(7, '+62') : cells,
    );
    const { importId, rejected } = await visits(csvOf(rows));
    expect(rejected).toMatchObject([{ row: 1, field: 'date', code: 'date-missing' }]);
    const saved = Papa.parse<string[]>(importing.rejectedCsv(importId).slice(1), { skipEmptyLines: true }).data;
    expect(saved[0]?.slice(0, 5)).toEqual(['row', 'field', 'code', 'reason', 'No']);
    expect(saved[1]?.slice(0, 3)).toEqual(['1', 'date', 'date-missing']);
    for (const cell of saved.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(importing.rejected(importId).rows[0]?.values[4]).toBe('=HYPERLINK("x")');
    expect(importing.list()[0]).toMatchObject({
      id: importId,
      kind: 'visits',
      rows: 5,
      rejected: 1,
      byName: 'Petugas Satu',
    });
  });

  it('tells how far it is, never backwards', async () => {
    told = [];
    await visits();
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ task: 'import', step: 'saving' });
  });

  it('leaves nothing behind when it is cancelled, at whatever moment', async () => {
    const before = vault.document;
    for (const moment of ['before', 'after'] as const) {
      importing = service({
        ...runImportHere,
        async plan(request, tell, signal) {
          if (moment === 'before') importing.cancel();
          const plan = await runImportHere.plan(request, tell, signal);
          if (moment === 'after') importing.cancel();
          return plan;
        },
      });
      await expect(visits()).rejects.toMatchObject({ code: 'cancelled' });
      expect(vault.document).toEqual(before);
      expect(vault.visits.length).toBe(0);
    }
    importing = service(runImportHere);
    expect(await visits()).toMatchObject(counts(5, 0, 0));
  });

  it('runs one at a time', async () => {
    const path = await file('satu.csv', csvOf());
    const first = importing.run(path, 'visits', null);
    await expect(importing.run(path, 'visits', null)).rejects.toMatchObject({ code: 'busy' });
    expect(await first).toMatchObject(counts(5, 0, 0));
  });
});

describe('any register', () => {
  it('ends with every row created, updated, unchanged or rejected, and adds nothing the second time', async () => {
    await inmates();
    const cell = (column: number) =>
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...visitRows.map((cells) => cells[column] ?? '')) },
        { weight: 1, arbitrary: fc.constantFrom('', '-', '=1+1', '"', 'x'.repeat(350), '31/02/2026', '?') },
      );
    const row = fc.tuple(...visitHeader.map((_, column) => cell(column)));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
        const written = rows.filter((cells) => cells.some((each) => each !== ''));
        const first = await visits(csvOf(rows));
        expect(first.rows).toBe(written.length);
        expect(first.created + first.updated + first.unchanged + first.rejected.length).toBe(first.rows);
        const length = vault.visits.length;
        const again = await visits(csvOf(rows));
        expect(again).toMatchObject({ created: 0, updated: 0, unchanged: first.rows - first.rejected.length });
        expect(again.rejected.map((each) => each.row)).toEqual(first.rejected.map((each) => each.row));
        expect(vault.visits.length).toBe(length);
      }),
      { numRuns: 25 },
    );
  });

  it('of some size comes in and out the same', async () => {
    const sizes = { seed: 11, inmates: 60, visitors: 300, visits: 4000 };
    await inmates([...inmateLines(sizes)].join('\n'));
    const content = `${[...visitLines(sizes)].join('\r\n')}\r\n`;
    const first = await visits(content);
    expect(first.rows).toBe(4000);
    expect(first.created + first.rejected.length).toBe(4000);
    expect(await visits(content)).toMatchObject({ created: 0, updated: 0, unchanged: first.created });
    expect(await readFile(join(folder, 'kunjungan.csv'), 'utf8')).toBe(content);
  });
});
