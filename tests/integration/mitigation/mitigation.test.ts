import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataHash } from '../../../electron/services/documents/canonical-json.ts';
import { writeSituation } from '../../../electron/services/documents/situation-report.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import { createMitigation } from '../../../electron/services/mitigation/mitigation.ts';
import { cellSearchFieldsSchema } from '../../../shared/domain/mitigation/cell-search.ts';
import { incidentFieldsSchema } from '../../../shared/domain/mitigation/incident.ts';
import { defaultThresholds } from '../../../shared/domain/mitigation/indicator.ts';
import { riskFieldsSchema } from '../../../shared/domain/mitigation/risk.ts';
import { situationSchema } from '../../../shared/domain/mitigation/situation.ts';
import { type Office, openOffice } from '../access/support.ts';
import { readFonts } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';

const monday = '2026-03-02';
const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

/** Eight quiet weeks in block F, then a week with four finds; block G as ever. */
const quiet = Array.from({ length: 8 }, (_, week) => {
  const day = new Date(Date.UTC(2026, 0, 5) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  return `${day},sendok,1,buah,F.1.1`;
});
const registers = {
  inmates: [
    'Nama,No Registrasi,Kamar',
    'Sastro Rekaan,B.I 1000/2022,F.2.16',
    'Tarjo Rekaan,B.I 1001/2022,F.2.17',
    'Usman Rekaan,B.I 1002/2022,G.1.1',
  ],
  finds: [
    'Tanggal,Barang,Jumlah,Satuan,Kamar',
    ...quiet,
    `${monday},sabu,5,gram,F.2.16`,
    '2026-03-03,sabu,2,gram,F.2.17',
    '2026-03-04,HP,1,buah,Blok F Kamar 1.1',
    '2026-03-05,sim card,1,buah,F.1.1',
    '2026-03-05,sendok,1,buah,G.1.1',
  ],
  calls: ['Tanggal,Nama WBP,No Registrasi,Nomor Tujuan,Durasi', `${monday},Usman Rekaan,B.I 1002/2022,081234567890,60`],
} as const;

let office: Office;
let folder: string;
/** At the end of the week the registers tell of. */
const mitigation = () =>
  createMitigation(office.services.session, office.services.undo, () => new Date('2026-03-08T05:00:00.000Z'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-mitigation-'));
  office = await openOffice('Satu', { Dua: ['auditor'], Tiga: ['administrator'], Empat: ['supervisor'] });
  await office.enter('Satu');
  const { session } = office.services;
  const workers = { path: (name: string): string => name };
  const importing = createImporting({ vault: session.vault, workers, emit: () => undefined, runner: runImportHere });
  for (const kind of ['inmates', 'finds', 'calls'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, registers[kind].join('\n'));
    await importing.run(path, kind, null);
  }
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

const threat = riskFieldsSchema.parse({
  title: 'Narkotika masuk lewat kunjungan',
  kind: 'drugs',
  blocks: ['f'],
  causes: 'Penggeledahan pengunjung tidak merata.',
  controls: 'Pemindai di P2U.',
  indicators: ['drug-finds', 'finds'],
  measures: [{ what: 'Geledah acak', owner: 'Ka KPLP', due: '2026-02-01', state: 'running', outcome: '' }],
  residual: { likelihood: 2, impact: 3 },
  reviewOn: '2026-06-01',
});

describe('indicators of the registers', () => {
  it('are counted by block and week, finds by what they are, calls where the inmate lives', async () => {
    const { rows, weeks, isoWeek } = await mitigation().warning.indicators(null);
    expect(isoWeek).toBe('2026-W10');
    const last = weeks.length - 1;
    const now = (kind: string, block: string) =>
      rows.find((row) => row.kind === kind && row.block === block)?.counts[last] ?? 0;
    expect([now('finds', 'F'), now('drug-finds', 'F'), now('phone-finds', 'F'), now('finds', 'G')]).toEqual([
      4, 2, 2, 1,
    ]);
    expect([now('calls', 'G'), now('calls', 'F')]).toEqual([1, 0]);
  });

  it('warn where they rose, and say why', async () => {
    const { warnings } = await mitigation().warning.indicators(null);
    expect(warnings.map(({ key, value, average, threshold }) => ({ key, value, average, threshold }))).toEqual([
      { key: `finds:F:${monday}`, value: 4, average: 1, threshold: 3 },
      { key: `drug-finds:F:${monday}`, value: 2, average: 0, threshold: 2 },
    ]);
    const before = await mitigation().warning.indicators('2026-02-23');
    expect(before.warnings).toEqual([]);
  });

  it('know how full a block is once the plan says how many places it has', async () => {
    await office.enter('Empat');
    const { plan } = mitigation();
    const block = { block: 'F', name: 'Blok F', capacity: 1, x: 0, y: 0, width: 6, height: 4 };
    await plan.save({ blocks: [block] }, null);
    await expect(plan.save({ blocks: [] }, 99)).rejects.toEqual(code('conflict'));
    await office.enter('Satu');
    expect(mitigation().plan.get().blocks).toEqual([
      { block: 'F', name: 'Blok F', capacity: 1, drawn: true, inmates: 2 },
      { block: 'G', name: '', capacity: 0, drawn: false, inmates: 1 },
    ]);
    const { warnings } = await mitigation().warning.indicators(null);
    expect(warnings.find(({ kind }) => kind === 'occupancy')).toMatchObject({ block: 'F', value: 200, average: null });
  });
});

describe('from a warning to the report', () => {
  it('a search is planned, its finds count, the threat is rated anew, and the week is told', async () => {
    const { risks, searches, warning, incidents } = mitigation();
    const risk = await risks.create({ fields: threat, assessment: { likelihood: 3, impact: 4, reason: 'Awal tahun' } });
    expect(risk.number).toBe('R-0001');
    const [, rise] = (await warning.indicators(null)).warnings;
    expect(rise).toMatchObject({ kind: 'finds', risks: [{ number: 'R-0001' }] });

    const planned = await searches.plan(
      cellSearchFieldsSchema.parse({
        plannedOn: '2026-03-07',
        blocks: ['F'],
        cells: '',
        reason: 'Temuan naik',
        legalBasis: '',
        leader: 'Ka KPLP',
        team: '',
        joint: true,
        riskIds: [risk.id],
        warnings: [`finds:F:${monday}`],
      }),
    );
    const answered = (await warning.indicators(null)).warnings.find(({ kind }) => kind === 'finds');
    expect(answered?.act).toMatchObject({ act: 'search-planned', search: { number: 'RZ-0001', state: 'planned' } });

    const found = [{ kind: 'drug', what: 'Sabu', quantity: '3 gram', block: 'F', cell: '2.16', note: '' }] as const;
    const held = { heldOn: '2026-03-07', found: [...found], notes: '', inRegister: false };
    const after = await searches.hold({ id: planned.id, version: planned.version, result: held });
    const counted = (await warning.indicators(null)).warnings;
    expect(counted.find(({ kind }) => kind === 'drug-finds')?.value).toBe(3);
    await searches.hold({ id: planned.id, version: after.version, result: { ...held, inRegister: true } });
    expect((await warning.indicators(null)).warnings.find(({ kind }) => kind === 'drug-finds')?.value).toBe(2);

    const rated = await risks.assess({
      id: risk.id,
      version: risk.version,
      assessment: { likelihood: 5, impact: 4, reason: 'Razia menemukan sabu' },
    });
    expect(rated.assessments).toHaveLength(2);
    expect(risks.list()[0]).toMatchObject({ level: 'extreme', searches: 1, incidents: 0 });
    await incidents.create(
      incidentFieldsSchema.parse({
        kind: 'violence',
        happenedOn: '2026-03-06',
        happenedAt: '21:15',
        block: 'F',
        place: 'Lorong',
        summary: 'Perkelahian dua WBP',
        severity: 2,
        course: [
          { on: '2026-03-06', at: '21:40', what: 'Dilerai' },
          { on: '2026-03-06', at: '21:15', what: 'Mulai' },
        ],
        response: 'Dipisahkan',
        lessons: 'Jaga malam ditambah',
        riskIds: [risk.id],
      }),
    );
    expect(incidents.list()[0]?.course.map(({ what }) => what)).toEqual(['Mulai', 'Dilerai']);
  });

  it.each(['id', 'en'] as const)('the weekly report says it all, and names nobody (%s)', async (language) => {
    const situation = await mitigation().situation(null, 'Perhatian pada blok F.');
    expect(situationSchema.parse(situation)).toEqual(situation);
    const line = { language, officer: 'Satu', at: '2026-03-09T02:00:00.000Z', copyNumber: 1, recipient: '' };
    const exportLine = { ...line, dataSha256: dataHash(situation) };
    const { bytes } = await writeSituation(situation, exportLine, readFonts());
    const text = (await readPdf(bytes)).pages.map(textOf).join(' ');
    const told =
      language === 'id'
        ? [
            'Laporan situasi',
            '2026-W10',
            'Perhatian pada blok F.',
            'Temuan narkotika',
            'Razia direncanakan',
            'Lewat tenggat',
            'Sangat tinggi',
          ]
        : [
            'Situation report',
            '2026-W10',
            'Perhatian pada blok F.',
            'Finds of drugs',
            'Search planned',
            'Overdue',
            'Extreme',
          ];
    for (const words of [...told, 'RZ-0001', 'GK-0001', 'R-0001', 'Razia menemukan sabu', 'Jaga malam ditambah'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Rekaan/);
  });
});

describe('what is recorded', () => {
  it('can be taken back, and a closed threat is not changed', async () => {
    const { risks } = mitigation();
    const { undo } = office.services;
    const made = await risks.create({
      fields: { ...threat, title: 'Kerusuhan', kind: 'riot' },
      assessment: { likelihood: 1, impact: 5, reason: 'Belum pernah' },
    });
    expect(made.number).toBe('R-0002');
    const { undoId } = await risks.remove({ id: made.id, version: made.version });
    expect(risks.list()).toHaveLength(1);
    await undo.apply(undoId);
    const back = risks.list().find(({ risk }) => risk.id === made.id)?.risk;
    const closed = await risks.close({ id: made.id, version: back?.version ?? 0, reason: 'Selesai' });
    await expect(risks.change({ id: made.id, version: closed.version, fields: threat })).rejects.toEqual(
      code('risk-closed'),
    );
    const open = await risks.reopen({ id: made.id, version: closed.version, reason: 'Muncul lagi' });
    expect(open.closed).toBeUndefined();
  });

  it('a search that is over is neither changed nor held again once it was called off', async () => {
    const { searches } = mitigation();
    const [held] = searches.list();
    await expect(searches.cancel({ id: held?.id ?? '', version: held?.version ?? 0, reason: 'x' })).rejects.toEqual(
      code('search-over'),
    );
  });

  it('reminds of measures that are due, until they are over or their threat is closed', async () => {
    const due = async () =>
      (await office.services.today.get()).measures.filter(({ risk }) => risk.endsWith('Lempar dari luar'));
    const { risks } = office.services.mitigation;
    const measure = { what: 'Pasang jaring', owner: 'Umi', due: '2026-01-05', state: 'planned' as const, outcome: '' };
    const fields = riskFieldsSchema.parse({
      title: 'Lempar dari luar',
      kind: 'throw-overs',
      blocks: [],
      causes: '',
      controls: '',
      indicators: [],
      measures: [measure, { ...measure, what: 'Nanti saja', due: '2099-01-01' }],
      residual: { likelihood: 1, impact: 1 },
      reviewOn: '2026-06-01',
    });
    const { id, version } = await risks.create({ fields, assessment: { likelihood: 3, impact: 3, reason: 'Uji' } });
    expect(await due()).toMatchObject([{ riskId: id, what: 'Pasang jaring', owner: 'Umi', overdue: true }]);
    const done = { ...measure, state: 'done' as const, outcome: 'Terpasang' };
    await risks.change({ id, version, fields: { ...fields, measures: [done] } });
    expect(await due()).toEqual([]);
  });

  it('is kept from who may not see it, and the plan shows an administrator no number of inmates', async () => {
    await office.enter('Dua');
    expect(() => mitigation().risks.list()).toThrow(code('not-allowed'));
    const { document } = office.services.session.vault('own.session');
    expect([document.risks, document.incidents, document.cellSearches]).toEqual([{}, {}, {}]);
    await office.enter('Tiga');
    expect(
      mitigation()
        .plan.get()
        .blocks.map(({ inmates }) => inmates),
    ).toEqual([0]);
    await mitigation().warning.setThresholds({
      ...defaultThresholds,
      finds: { on: false, atLeast: 3, times: 2 },
    });
    await office.enter('Satu');
    const { warnings } = await mitigation().warning.indicators(null);
    expect(warnings.map(({ kind }) => kind)).not.toContain('finds');
  });
});
