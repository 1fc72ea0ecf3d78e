import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportFile, reportFileSchema } from '../../../shared/domain/report-file.ts';
import { reportFieldsSchema } from '../../../shared/domain/report.ts';
import { gatherReport } from '../../../electron/services/documents/report-document.ts';
import { reportFields } from '../../../electron/services/reports/report-build.ts';
import { writeReport } from '../../../electron/services/documents/report-pdf/write-report.ts';
import { dataHash } from '../../../electron/services/documents/canonical-json.ts';
import { readFonts } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';
import { caseFields, type Office, openOffice, personFields } from '../access/support.ts';

let office: Office;
let caseId: string;
let personId: string;

const failing = (code: string) => expect.objectContaining({ code }) as unknown;
const admiralty = (source: string, information: string) => ({ scheme: 'admiralty', source, information }) as const;

const file = (more: Partial<ReportFile> = {}): ReportFile =>
  reportFileSchema.parse({
    subject: 'Titipan di dapur',
    field: 'Kamtib',
    marking: 'terbatas',
    source: { kind: 'confidential', pseudonym: 'S-01' },
    risk: 'Sumber bekerja di dapur dan dapat dikenali dari jam tugasnya.',
    relation: 'Dikenal sejak 2024',
    method: 'Wawancara',
    place: 'Jakarta',
    informationFrom: '2026-11-01',
    writtenOn: '2026-11-03',
    items: [
      {
        text: 'Budi Contoh menerima kantong dari Budi Contoh lain.',
        grade: admiralty('B', '2'),
        mentions: [{ words: 'Budi Contoh', person: { name: 'Budi Contoh' } }],
      },
      { text: 'Kantong itu dibuka di ruang cuci.', grade: admiralty('C', '3') },
    ],
    opinion: { analysis: 'Jalur dapur dipakai.' },
    handling: { code: 'C', action: 'A1', sanitisation: 'S2', note: '' },
    ...more,
  });

async function write(more: Partial<ReportFile> = {}) {
  const { session, reports } = office.services;
  const fields = reportFields(session.vault('reports.write'), file(more), '2026-11-03');
  return await reports.create(reportFieldsSchema.parse(fields));
}

beforeAll(async () => {
  office = await openOffice('Pendiri', {
    Sari: ['officer'],
    Tono: ['officer'],
    Nila: ['analyst'],
    Umi: ['supervisor'],
  });
  await office.enter('Sari');
  personId = (await office.services.people.create(personFields('Budi Contoh'))).id;
  caseId = (await office.services.cases.create(caseFields('Jalur dapur'))).id;
});
afterAll(() => office.end());

describe('an intelligence report', () => {
  it('goes from draft through another officer’s evaluation to dissemination and recall, every step kept', async () => {
    const { reports } = office.services;
    await office.enter('Sari');
    const draft = await write();
    expect(draft.number).toMatch(/^LI\/\d{4}\//);
    const submitted = await reports.submit({ id: draft.id, version: draft.version, note: '' });
    await expect(reports.change(draft.id, submitted.version, draft)).rejects.toEqual(failing('report-state'));

    await office.enter('Nila');
    const judged = await reports.evaluate({
      id: draft.id,
      version: submitted.version,
      grades: [admiralty('D', '4'), null],
      note: 'Belum dikuatkan',
    });
    expect(judged.items.map(({ grade, regraded }) => [grade.source, regraded?.source])).toEqual([
      ['B', 'D'],
      ['C', undefined],
    ]);
    expect(() => office.services.session.vault('reports.disseminate')).toThrow(failing('not-allowed'));

    await office.enter('Umi');
    const passedOn = await reports.disseminate({
      id: draft.id,
      version: judged.version,
      distribution: ['Ka. KPLP'],
      note: '',
    });
    const recalled = await reports.recall({ id: draft.id, version: passedOn.version, reason: 'Keliru orang' });
    expect(recalled.steps.map(({ state }) => state)).toEqual([
      'draft',
      'submitted',
      'evaluated',
      'disseminated',
      'recalled',
    ]);
    expect(recalled.steps.map(({ by }) => by)).toEqual(
      ['Sari', 'Sari', 'Nila', 'Umi', 'Umi'].map((name) => office.idOf(name)),
    );
    await expect(
      reports.disseminate({ id: draft.id, version: recalled.version, distribution: ['X'], note: '' }),
    ).rejects.toEqual(failing('report-state'));
  });

  it('is not evaluated by its author, and goes back with a reason', async () => {
    const { reports } = office.services;
    await office.enter('Nila');
    const draft = await write();
    const submitted = await reports.submit({ id: draft.id, version: draft.version, note: '' });
    await expect(reports.evaluate({ id: draft.id, version: submitted.version, grades: [], note: '' })).rejects.toEqual(
      failing('report-own'),
    );
    await office.enter('Umi');
    const back = await reports.giveBack({ id: draft.id, version: submitted.version, note: 'Waktunya?' });
    expect(back.state).toBe('draft');
    await expect(reports.change(draft.id, back.version, draft)).rejects.toEqual(failing('not-allowed'));
  });

  it('is there only for who needs to know', async () => {
    const { reports } = office.services;
    await office.enter('Sari');
    const { number: own } = await write();
    const { number: ofCase } = await write({ cases: [caseId] });
    const free = await write();
    await reports.submit({ id: free.id, version: free.version, note: '' });
    const seen = async (name: string) => {
      await office.enter(name);
      const numbers = reports.list({ caseId: null }).map(({ number }) => number);
      return [own, ofCase, free.number].map((number) => numbers.includes(number));
    };
    expect(await seen('Sari')).toEqual([true, true, true]);
    // An officer who wrote none of them and belongs to no case.
    expect(await seen('Tono')).toEqual([false, false, false]);
    // Who evaluates sees what was submitted outside of any case.
    expect(await seen('Nila')).toEqual([false, false, true]);
    expect(await seen('Umi')).toEqual([true, true, true]);
    await office.enter('Tono');
    expect(() => reports.get(free.id)).toThrow(failing('not-found'));
    await expect(write({ cases: [caseId] })).rejects.toEqual(failing('not-found'));
  });

  it('marks every place where the words stand, and refuses words that do not', async () => {
    await office.enter('Sari');
    const { items } = await write();
    expect(items[0]?.mentions).toEqual([
      { personId, from: 0, to: 11 },
      { personId, from: 34, to: 45 },
    ]);
    const absent = {
      text: 'Seseorang.',
      grade: admiralty('C', '3'),
      mentions: [{ words: 'Ani', person: { id: personId } }],
    };
    await expect(write({ items: [absent] })).rejects.toEqual(failing('mention-absent'));
  });

  it('needs a risk assessment for a confidential source, and dates in their order', () => {
    const vault = office.services.session.vault('reports.write');
    const faults = (more: Partial<ReportFile>) =>
      reportFieldsSchema
        .safeParse(reportFields(vault, file(more), '2026-11-03'))
        .error?.issues.map(({ message }) => message);
    expect(faults({ risk: '' })).toEqual(['report-risk-missing']);
    expect(faults({ writtenOn: '2026-10-30' })).toEqual(['dates-reversed']);
  });

  it('numbers reports once: a removed draft keeps its number', async () => {
    const { reports, undo } = office.services;
    await office.enter('Sari');
    const draft = await write();
    const { undoId } = await reports.remove(draft.id, draft.version);
    expect(() => reports.get(draft.id)).toThrow(failing('not-found'));
    expect((await write()).number).not.toBe(draft.number);
    await undo.apply(undoId);
    expect(reports.get(draft.id).report.number).toBe(draft.number);
  });
});

describe('its print', () => {
  const print = async (form: 'li' | 'ir', sanitised: boolean, language: 'id' | 'en') => {
    await office.enter('Sari');
    const { id } = await write();
    const content = gatherReport(office.services.session.vault('reports.print'), id, form, sanitised);
    const exportLine = {
      language,
      officer: 'Sari',
      at: '2026-11-04T02:00:00.000Z',
      copyNumber: 1,
      recipient: 'Polres',
      dataSha256: dataHash(content),
    };
    const { bytes } = await writeReport(content, exportLine, readFonts());
    const pdf = await readPdf(bytes);
    return { bytes, text: pdf.pages.map(textOf).join('\n') };
  };

  it('as Laporan Informasi has introduction, facts and opinion apart, each fact with its grade', async () => {
    const { text } = await print('li', false, 'id');
    for (const part of ['LAPORAN INFORMASI', 'I. Pendahuluan', 'II. Fakta-fakta', 'III. Pendapat pelapor', 'B2', 'C3'])
      expect(text).toContain(part);
    expect(text.indexOf('ruang cuci')).toBeLessThan(text.indexOf('Jalur dapur dipakai'));
    expect(text).toContain('C A1 S2');
    expect(text).toContain('TERBATAS');
  });

  it('as intelligence report says when it was learnt and when written', async () => {
    const { text } = await print('ir', false, 'en');
    for (const part of ['INTELLIGENCE REPORT', 'Date of intelligence', '1 November 2026', '3 November 2026', 'S-01'])
      expect(text).toContain(part);
  });

  it.each(['li', 'ir'] as const)('sanitised (%s) holds nothing of the source, anywhere in the file', async (form) => {
    const { text, bytes } = await print(form, true, 'id');
    const raw = Buffer.from(bytes).toString('latin1');
    for (const secret of ['S-01', 'Wawancara', '2024', 'jam tugasnya']) {
      expect(text).not.toContain(secret);
      expect(raw.replaceAll(/CreationDate[^)]*\)/g, '')).not.toContain(secret);
    }
    expect(text).toContain('ruang cuci');
  });
});
