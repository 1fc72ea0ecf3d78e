import { rm } from 'node:fs/promises';
import { join, dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeSkillsSheet } from '../../../electron/services/documents/skills-sheets.ts';
import { dataHash } from '../../../electron/services/documents/canonical-json.ts';
import type { Services } from '../../../electron/services/services.ts';
import { createSkills } from '../../../electron/services/training/skills.ts';
import { builtInScenarios } from '../../../shared/training/scenarios.ts';
import type { Grade } from '../../../shared/domain/grade.ts';
import { cellSearchFieldsSchema } from '../../../shared/domain/mitigation/cell-search.ts';
import { riskFieldsSchema } from '../../../shared/domain/mitigation/risk.ts';
import { reportFieldsSchema } from '../../../shared/domain/report.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';
import { readFonts } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const admiralty = (source: string, information: string): Grade => ({ scheme: 'admiralty', source, information });

let office: Office;
afterEach(() => office.end());

async function practise(scenarioId: string): Promise<Services> {
  office = await openOffice('Sari', {});
  await office.enter('Sari');
  await office.services.training.mark();
  await office.services.training.start(scenarioId);
  return office.services;
}

const idOf = ({ session }: Services, name: string): string =>
  Object.values(session.vault('people.read').document.people).find((person) => person.name === name)?.id ?? '';

async function caseOf(
  services: Services,
  members: readonly [string, 'inmate' | 'visitor' | 'other'][],
): Promise<string> {
  const made = await services.cases.create({ ...caseFields('Latihan'), marking: 'terbatas' });
  let { version } = made;
  for (const [name, part] of members)
    ({ version } = await services.cases.addMember({
      id: made.id,
      version,
      personId: idOf(services, name),
      note: '',
      part,
    }));
  return made.id;
}

async function link(
  services: Services,
  caseId: string,
  from: string,
  to: string,
  grade = admiralty('B', '2'),
): Promise<void> {
  const tie = { kind: 'visits', directed: true, status: 'confirmed' as const, grade, sources: ['Register'], note: '' };
  await services.links.create(caseId, { ...tie, from: idOf(services, from), to: idOf(services, to) });
}

async function report(services: Services, text: string, more: object = {}): Promise<void> {
  const fields = reportFieldsSchema.parse({
    subject: 'Paket di ruang cuci',
    field: '',
    marking: 'terbatas',
    priority: 'medium',
    source: { kind: 'confidential', pseudonym: 'S-11' },
    relation: '',
    method: '',
    place: 'Ruang cuci',
    informationFrom: '2026-03-12',
    writtenOn: '2026-03-12',
    items: [{ text, grade: admiralty('C', '3'), mentions: [] }],
    opinion: { analysis: '', prediction: '', stepsTaken: '', recommendation: '' },
    handling: { code: 'C', action: 'A2', sanitisation: 'S1', note: '' },
    risk: 'Sumber dapat dikenali.',
    distribution: [],
    caseIds: [],
    ...more,
  });
  const { id, version } = await services.reports.create(fields);
  await services.reports.submit({ id, version, note: '' });
}

/** Everything right, in the services behind the real screens. */
const right: Readonly<Record<string, (services: Services) => Promise<void>>> = {
  async 'visit-patterns'(services) {
    const caseId = await caseOf(services, [
      ['Mira Umpama', 'visitor'],
      ['Arman Contoh', 'inmate'],
      ['Beni Rekaan', 'inmate'],
    ]);
    await link(services, caseId, 'Mira Umpama', 'Arman Contoh');
    await link(services, caseId, 'Mira Umpama', 'Beni Rekaan');
  },
  async grading(services) {
    const [row] = services.reports.list({ caseId: null });
    const { version } = services.reports.get(row?.id ?? '').report;
    const grades = [admiralty('A', '2'), admiralty('C', '3'), admiralty('F', '6')];
    await services.reports.evaluate({ id: row?.id ?? '', version, grades, note: '' });
  },
  'report-writing': (services) => report(services, 'Lukman Contoh menerima paket di ruang cuci setiap Kamis sore.'),
  async chart(services) {
    const [row] = services.cases.list();
    const caseId = row?.id ?? '';
    await link(services, caseId, 'Nining Umpama', 'Oman Contoh');
    await link(services, caseId, 'Oman Contoh', 'Qori Misal');
    await link(services, caseId, 'Parto Rekaan', 'Qori Misal');
    const { people } = services.cases.get(caseId);
    const positions = Object.fromEntries(people.map(({ id }, place) => [id, { x: place * 100, y: 0, pinned: true }]));
    await services.session
      .vault('cases.write')
      .transact({ action: 'test' }, (transaction) => transaction.create('charts', { caseId, positions }));
  },
  async package(services) {
    const [row] = services.cases.list();
    const path = join(dirname(office.folder), 'latihan.sngx');
    const order = {
      caseIds: [row?.id ?? ''],
      personIds: [],
      to: 'LATIHAN · Polres Latihan',
      purpose: 'Permintaan penyidik',
      handling: { code: 'C', action: 'A2', sanitisation: 'S1', note: '' } as const,
    };
    await services.exchange.sending.seal(order, { path, partSize: null });
    await rm(path);
  },
  async 'early-warning'(services) {
    const { risks, searches, warning } = services.mitigation;
    await risks.create({
      fields: riskFieldsSchema.parse({
        title: 'Narkotika di Blok D',
        kind: 'drugs',
        blocks: ['D'],
        causes: '',
        controls: '',
        indicators: ['finds'],
        measures: [],
        residual: { likelihood: 2, impact: 2 },
        reviewOn: '2027-01-01',
      }),
      assessment: { likelihood: 4, impact: 3, reason: 'Temuan naik' },
    });
    const { warnings } = await warning.indicators(null);
    const rise = warnings.find(({ kind, block }) => kind === 'finds' && block === 'D');
    expect(warnings.some(({ block }) => block === 'A')).toBe(false);
    const { id, version } = await searches.plan(search('D', rise?.key));
    const found = [{ kind: 'drug' as const, what: 'Sabu', quantity: '4 gram', block: 'D', cell: '', note: '' }];
    await searches.hold({ id, version, result: { heldOn: '2026-03-07', found, notes: '', inRegister: false } });
  },
};

const search = (block: string, warning?: string) =>
  cellSearchFieldsSchema.parse({
    plannedOn: '2026-03-07',
    blocks: [block],
    cells: '',
    reason: 'Temuan naik',
    legalBasis: '',
    leader: 'Ka KPLP',
    team: '',
    joint: false,
    riskIds: [],
    warnings: warning === undefined ? [] : [warning],
  });

describe.each(builtInScenarios.map(({ id }) => id))('the exercise %s', (id) => {
  it('is scored zero when nothing is done', async () => {
    const services = await practise(id);
    expect(services.training.standing()).toMatchObject({ score: 0, mistakes: [], hints: [] });
  });

  it('is scored in full when everything is done right', async () => {
    const services = await practise(id);
    await right[id]?.(services);
    const { ended } = await services.training.finish('finished');
    expect(ended?.result).toMatchObject({ score: 100, mistakes: [] });
    expect(ended?.result?.checks.every(({ won }) => won)).toBe(true);
    expect(services.training.list().find((row) => row.id === id)).toMatchObject({ best: 100, tries: 1 });
  });
});

describe('typical mistakes', () => {
  it('accusing a family that comes regularly costs its points, and no others', async () => {
    const services = await practise('visit-patterns');
    await right['visit-patterns']?.(services);
    const [row] = services.cases.list();
    const { file } = services.cases.get(row?.id ?? '');
    const who = { id: file.id, version: file.version, personId: idOf(services, 'Ratih Misal'), note: '' };
    await services.cases.addMember({ ...who, part: 'other' });
    expect(services.training.standing()).toMatchObject({ score: 80, mistakes: ['ratih'] });
  });

  it('so does judging an anonymous accusation as if it were proved', async () => {
    const services = await practise('grading');
    const [row] = services.reports.list({ caseId: null });
    const { version } = services.reports.get(row?.id ?? '').report;
    const grades = [admiralty('A', '1'), admiralty('C', '3'), admiralty('B', '2')];
    await services.reports.evaluate({ id: row?.id ?? '', version, grades, note: '' });
    expect(services.training.standing()).toMatchObject({ score: 45, mistakes: ['overgraded'] });
  });

  it('and telling who the source is, or where they work', async () => {
    const services = await practise('report-writing');
    await report(services, 'Lukman Contoh menerima paket di ruang cuci, kata Wahyu, juru masak.');
    expect(services.training.standing()).toMatchObject({ score: 35, mistakes: ['name', 'work'] });
  });

  it('and linking whom no record links, sending a lawyer along, searching a block that shows nothing', async () => {
    const services = await practise('chart');
    await right['chart']?.(services);
    await link(services, services.cases.list()[0]?.id ?? '', 'Nining Umpama', 'Qori Misal');
    expect(services.training.standing()).toMatchObject({ score: 75, mistakes: ['guessed'] });
    await services.training.finish('given-up');
    expect(services.training.list().find((row) => row.id === 'chart')).toMatchObject({ best: null, tries: 0 });
    await services.training.start('early-warning');
    await right['early-warning']?.(services);
    await services.mitigation.searches.plan(search('A'));
    expect(services.training.standing()).toMatchObject({ score: 80, mistakes: ['elsewhere'] });
  });

  it('a hint costs what it says, once', async () => {
    const services = await practise('visit-patterns');
    await right['visit-patterns']?.(services);
    await services.training.hint('case');
    await services.training.hint('case');
    expect(services.training.standing()).toMatchObject({ score: 95, hints: ['case'] });
    await expect(services.training.hint('elsewhere')).rejects.toEqual(code('scenario-unknown'));
  });
});

describe('a training vault', () => {
  it('is only made of an empty one, stays one, and takes in no register', async () => {
    office = await openOffice('Sari', {});
    await office.enter('Sari');
    const { training, session, importing } = office.services;
    await expect(training.start('grading')).rejects.toEqual(code('training-only'));
    await training.mark();
    expect(training.status()).toEqual({ training: true, running: null });
    const vault = session.vault('settings.change');
    const [mark] = Object.values(vault.document.trainingMarks);
    await expect(
      vault.transact({ action: 'test' }, (t) => t.remove('trainingMarks', mark?.id ?? '', 1)),
    ).rejects.toEqual(code('training-fixed'));
    await expect(importing.run('/tidak/ada.csv', 'inmates', null)).rejects.toEqual(code('training-mixed'));
    await training.start('grading');
    await expect(training.start('chart')).rejects.toEqual(code('training-running'));
  });

  it('cannot be made where somebody real may be', async () => {
    office = await openOffice('Sari', {});
    await office.enter('Sari');
    await office.services.cases.create(caseFields('Sebenarnya'));
    await expect(office.services.training.mark()).rejects.toEqual(code('training-mixed'));
  });

  it('and real vaults do not trust each other’s agencies', async () => {
    const services = await practise('package');
    const { bytes } = await services.exchange.identity.card();
    const real = await openOffice('Budi', {});
    try {
      await real.enter('Budi');
      const { exchange } = real.services;
      await expect(exchange.agencies.readCard(bytes)).rejects.toEqual(code('training-mixed'));
      await exchange.identity.create('Polres Contoh');
      const card = await exchange.identity.card();
      await expect(services.exchange.agencies.readCard(card.bytes)).rejects.toEqual(code('training-mixed'));
    } finally {
      await real.end();
    }
  });
});

describe('what officers have learnt', () => {
  it('is held against what their roles ask for, until it ends', async () => {
    office = await openOffice('Sari', { Budi: ['analyst'] });
    await office.enter('Sari');
    const { session, undo } = office.services;
    const at = (day: string) => createSkills(session, undo, () => new Date(`${day}T05:00:00.000Z`));
    const skills = at('2026-03-10');
    const missing = (of: typeof skills) =>
      of
        .team()
        .find(({ officer }) => officer === 'Budi')
        ?.missing.map(({ skill }) => skill);
    expect(missing(skills)).toEqual(['data-protection', 'grading', 'charting', 'early-warning']);
    const base = { officer: 'Budi', on: '2026-03-02', trainer: 'Ratna', note: '' };
    await skills.add({ ...base, skill: 'grading', kind: 'exercise', title: 'Menilai informasi', score: 60 });
    expect(missing(skills)).toContain('grading');
    await skills.add({ ...base, skill: 'grading', kind: 'exercise', title: 'Menilai', score: 90, until: '2027-03-02' });
    expect(missing(skills)).not.toContain('grading');
    const later = at('2027-03-03')
      .team()
      .find(({ officer }) => officer === 'Budi');
    expect(later?.missing.find(({ skill }) => skill === 'grading')).toMatchObject({ ended: '2027-03-02' });
  });

  it.each(['id', 'en'] as const)('is certified and surveyed on paper (%s)', async (language) => {
    office = await openOffice('Sari', { Budi: ['analyst'] });
    await office.enter('Sari');
    const { skills } = office.services;
    const fields = { officer: 'Budi', skill: 'grading', kind: 'exercise', title: 'Menilai informasi' } as const;
    const record = await skills.add({ ...fields, on: '2026-03-02', score: 90, trainer: 'Ratna', note: '' });
    const print = async (content: Parameters<typeof writeSkillsSheet>[0]): Promise<string> => {
      const line = { language, officer: 'Sari', at: '2026-03-09T02:00:00.000Z', copyNumber: 1, recipient: '' };
      const exportLine = { ...line, dataSha256: dataHash(content), training: true as const };
      const { bytes } = await writeSkillsSheet(content, exportLine, readFonts());
      return (await readPdf(bytes)).pages.map(textOf).join(' ');
    };
    const about = { agency: 'Lapas Contoh', today: '2026-03-09' };
    const certificate = await print({ of: 'certificate', ...about, record });
    const team = await print({ of: 'team', ...about, team: skills.team() });
    const [title, held, missing, mark] =
      language === 'id'
        ? ['Sertifikat', 'Penilaian informasi', 'Penyusunan bagan', 'BUKAN DATA SEBENARNYA']
        : ['Certificate', 'Grading information', 'Charting', 'NOT REAL DATA'];
    for (const words of [title, 'Budi', held, '90', 'Ratna', mark]) expect(certificate).toContain(words);
    for (const words of ['Budi', held, missing]) expect(team).toContain(words);
  });
});
