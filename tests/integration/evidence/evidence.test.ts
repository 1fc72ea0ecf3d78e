import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstFault, chainOf } from '../../../electron/services/evidence/custody.ts';
import { createDocuments } from '../../../electron/services/documents/documents.ts';
import { handOver } from '../../../electron/services/evidence/hand-over.ts';
import { inlinePrinter } from '../../../electron/services/documents/printer.ts';
import type { ExhibitFields } from '../../../shared/domain/exhibit.ts';
import { fontsFolder } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';

let office: Office;
let caseId: string;
let folder: string;

const failing = (code: string) => expect.objectContaining({ code }) as unknown;
const fields = (more: Partial<ExhibitFields> = {}): ExhibitFields => ({
  caseId,
  kind: 'drug',
  description: 'Serbuk kristal putih',
  gross: '5,20 gram',
  count: '3 bungkus',
  packaging: 'Amplop bersegel',
  seizedOn: '2026-11-02',
  seizedAt: '14:30',
  place: 'Pos kunjungan',
  seizedBy: 'Andi Contoh',
  note: '',
  ...more,
});
const moved = (to: string, at = '2026-11-03T02:00:00.000Z') =>
  ({ kind: 'moved', at, from: 'Andi Contoh', to, place: 'Gudang', reason: 'Disimpan' }) as const;

async function fileNamed(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
async function entered(more: Partial<ExhibitFields> = {}) {
  const { evidence, attachments } = office.services;
  const exhibit = await evidence.add(fields(more));
  const on = { collection: 'exhibits', id: exhibit.id } as const;
  const file = await attachments.attach(on, await fileNamed('foto.jpg', `gambar ${exhibit.number}`));
  return { exhibit, file, on };
}
async function wordsIn(path: string): Promise<string> {
  const { pages } = await readPdf(new Uint8Array(await readFile(path)), 'text');
  return pages.map(textOf).join(' ');
}
const documents = () =>
  createDocuments({
    vault: office.services.session.vault,
    workers: { path: () => '' },
    emit: () => undefined,
    printer: inlinePrinter,
    fontsFolder,
  });

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Tono: ['officer'], Umi: ['supervisor'] });
  folder = dirname(office.folder);
  await office.enter('Sari');
  caseId = (await office.services.cases.create({ ...caseFields('Jalur dapur'), marking: 'terbatas' })).id;
});
afterAll(() => office.end());

describe('exhibits', () => {
  it('have a number, files with the SHA-256 they had, and a chain that begins with the seizure', async () => {
    const { exhibit, file } = await entered();
    expect(exhibit.number).toMatch(/^BB\/\d{4}\/[IVX]+\/\d{4}$/);
    expect(file.sha256).toBe(createHash('sha256').update(`gambar ${exhibit.number}`).digest('hex'));
    const { evidence } = office.services;
    const { custody } = evidence.get(exhibit.id);
    expect(custody).toMatchObject([
      { sequence: 1, kind: 'seized', to: 'Andi Contoh', at: new Date('2026-11-02T14:30:00').toISOString() },
    ]);
    await expect(evidence.add(fields({ gross: 'lima' }))).rejects.toEqual(failing('quantity-unreadable'));
  });

  it('pass from hand to hand; a step is signed and bound to the one before, and nothing changes it', async () => {
    const { exhibit } = await entered();
    const { evidence, session } = office.services;
    const after = await evidence.custody(exhibit.id, exhibit.version, moved('Gudang barang bukti'));
    expect(after.heldBy).toBe('Gudang barang bukti');
    await expect(evidence.custody(exhibit.id, exhibit.version, moved('Lain'))).rejects.toEqual(failing('conflict'));
    await expect(
      evidence.custody(exhibit.id, after.version, moved('Lain', '2026-11-01T00:00:00.000Z')),
    ).rejects.toEqual(failing('custody-earlier'));
    const vault = session.vault('cases.write');
    const chain = chainOf(vault, exhibit.id);
    const step = chain[1];
    if (step === undefined) throw new Error('no step');
    await expect(
      vault.transact({ action: 'test' }, (t) => t.change('custody', step.id, 1, { to: 'Orang lain' })),
    ).rejects.toEqual(failing('custody-fixed'));
    expect(firstFault(vault, chain)).toBeNull();
    expect(firstFault(vault, [...chain.slice(0, 1), { ...step, to: 'Orang lain' }])).toBe(2);
    expect(firstFault(vault, chain.slice(1))).toBe(2);
    const gone = await evidence.custody(exhibit.id, after.version, { ...moved('Musnah'), kind: 'destroyed' });
    await expect(evidence.custody(exhibit.id, gone.version, moved('Lain'))).rejects.toEqual(failing('custody-over'));
  });

  it('are checked at any time: what was tampered with is told and stands in the trail', async () => {
    const { exhibit, file } = await entered();
    const { evidence, session, attachments } = office.services;
    expect(await evidence.verify(exhibit.id)).toMatchObject({ sound: true, firstBad: null, steps: 1 });
    const vault = session.vault('cases.read');
    const blob = vault.document.files[file.id]?.blob?.file ?? '';
    const path = join(office.folder, 'blobs', `${blob}.blob`);
    const sealed = await readFile(path);
    sealed[120] = (sealed[120] ?? 0) ^ 1;
    await writeFile(path, sealed);
    expect(await evidence.verify(exhibit.id)).toMatchObject({ sound: false, files: [{ sound: false }] });
    await expect(attachments.saveCopy(file.id, join(folder, 'x.jpg'))).rejects.toEqual(failing('attachment-damaged'));
    sealed[120] = (sealed[120] ?? 0) ^ 1;
    await writeFile(path, sealed);
    await attachments.saveCopy(file.id, join(folder, 'x.jpg'));
    expect(await readFile(join(folder, 'x.jpg'), 'utf8')).toBe(`gambar ${exhibit.number}`);
    const { entries } = await vault.auditLog();
    const checks = entries.filter(({ action }) => action === 'evidence.verify').map(({ reason }) => reason);
    expect(checks.slice(-2).map((reason) => JSON.parse(reason ?? '') as unknown)).toMatchObject([
      { sound: true },
      { sound: false },
    ]);
    expect(entries.map(({ action }) => action)).toContain('file.copy-out');
  });

  it('are handed over with a printed record that states every hash, and the chain names the record', async () => {
    const { exhibit, file } = await entered({ description: 'Telepon genggam hitam', kind: 'phone' });
    const { evidence } = office.services;
    for (const language of ['id', 'en'] as const) {
      const path = join(folder, `serah-terima-${language}.pdf`);
      const { sha256 } = await handOver(
        { documents: documents(), evidence },
        {
          caseId,
          exhibitIds: [exhibit.id],
          from: 'Andi Contoh, Lapas',
          to: 'Bripka Contoh, Polres',
          place: 'Kantor Lapas',
          reason: 'Penyidikan',
          at: '2026-11-04T03:00:00.000Z',
          witness: 'Saksi Contoh',
          language,
        },
        path,
      );
      const text = (await wordsIn(path)).replaceAll(/\s+/g, ' ');
      expect(text).toContain(language === 'id' ? 'Berita Acara Serah Terima' : 'Record of hand-over');
      for (const part of [exhibit.number, 'Bripka Contoh', '5,20 gram']) expect(text).toContain(part);
      expect(text.replaceAll(' ', '')).toContain(file.sha256);
      expect(evidence.get(exhibit.id).custody.at(-1)).toMatchObject({ kind: 'handed-over', document: sha256 });
    }
    expect(evidence.get(exhibit.id).exhibit.heldBy).toBe('Bripka Contoh, Polres');
    const casePath = join(folder, 'berkas.pdf');
    await documents().exportCase({ caseId, language: 'id', recipient: '', copyNumber: 1, path: casePath });
    const whole = (await wordsIn(casePath)).replaceAll(/\s+/g, '');
    for (const part of [file.sha256, 'Diserahterimakan', 'Barangbukti']) expect(whole).toContain(part);
  });

  it('are not there for officers who are not on the case, nor are their files; a supervisor reads them', async () => {
    const { exhibit, file, on } = await entered();
    await office.enter('Tono');
    const { evidence, attachments } = office.services;
    expect(() => evidence.get(exhibit.id)).toThrow(failing('not-found'));
    expect(() => attachments.list(on)).toThrow(failing('not-found'));
    await expect(attachments.verify(file.id)).rejects.toEqual(failing('not-found'));
    await expect(evidence.add(fields())).rejects.toEqual(failing('not-found'));
    await office.enter('Umi');
    expect(evidence.get(exhibit.id).custody).toHaveLength(1);
    await expect(evidence.custody(exhibit.id, exhibit.version, moved('Lain'))).rejects.toEqual(failing('not-allowed'));
    await office.enter('Sari');
  });

  it('of a closed case take no file and lose none', async () => {
    await office.enter('Sari');
    const { attachments, cases, casework } = office.services;
    const { file, on } = await entered();
    const { version } = cases.get(caseId).file;
    await casework.decisions.close({ id: caseId, version, closing: { outcome: 'not-confirmed', reason: 'Uji' } });
    const late = attachments.attach(on, await fileNamed('lambat.jpg', 'gambar'));
    await expect(late).rejects.toEqual(failing('case-closed'));
    await expect(attachments.remove(file.id, file.version)).rejects.toEqual(failing('case-closed'));
    expect(attachments.list(on)).toHaveLength(1);
  });
});
