import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysisHere } from '../../../electron/services/analysis/analysis-thread.ts';
import { createDetection, type Detection } from '../../../electron/services/detection/detection.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting, type Importing } from '../../../electron/services/importing/importing.ts';
import { historyOf } from '../../../electron/services/records.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { watchedPrison } from '../../fixtures/prison/watched-prison.ts';
import { type Office, openOffice } from '../access/support.ts';

const prison = watchedPrison({ seed: 71, planted: true });
const refused = expect.objectContaining({ code: 'not-allowed' }) as unknown;
const asked = { withOffices: false, withFamilies: false };
const page = { withDismissed: false, offset: 0, limit: 500 };
const workers = { path: (name: string): string => name };

let office: Office;
let folder: string;
let importing: Importing;
let detection: Detection;

async function bring(kind: RegisterKind, content: string): Promise<string> {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, content);
  return (await importing.run(path, kind, null)).importId;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-aside-'));
  office = await openOffice('Satu', { Dua: ['integrity'], Tiga: ['auditor'] });
  const { session, undo } = office.services;
  importing = createImporting({ vault: session.vault, workers, emit: () => undefined, runner: runImportHere });
  detection = createDetection({ session, undo, workers, emit: () => undefined, runner: runAnalysisHere });
  await office.enter('Satu');
  for (const kind of ['inmates', 'visits', 'calls', 'finds'] as const) await bring(kind, prison.registers[kind]);
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

describe('a finding', () => {
  it('is listed with names and with the rows of every register it rests on', async () => {
    await office.enter('Satu');
    expect(detection.list(page)).toEqual({ ran: false, total: 0, rows: [] });
    await detection.run(asked);
    const { rows, total } = detection.list(page);
    expect(total).toBeGreaterThan(4);
    const found = rows.find(({ kind }) => kind === 'find-after-visit');
    expect(found?.people[0]?.name).not.toBe('');
    const evidence = detection.rows({ id: found?.id ?? '', offset: 0, limit: 500 });
    expect(evidence.total).toBe(found?.rows);
    expect(new Set(evidence.rows.map(({ register }) => register))).toEqual(new Set(['visits', 'finds']));
    expect(evidence.rows.map(({ date }) => date)).toEqual(evidence.rows.map(({ date }) => date).sort());
  });

  it('set aside with a reason stays aside over runs and openings, until it is taken up again', async () => {
    await office.enter('Satu');
    await detection.run(asked);
    const [first] = detection.list(page).rows;
    const id = first?.id ?? '';
    const { undoId } = await detection.dismiss(id, 'Nomor kantor bantuan hukum.');
    expect(detection.list(page).rows.map((row) => row.id)).not.toContain(id);
    await office.services.undo.apply(undoId);
    expect(detection.list(page).rows.map((row) => row.id)).toContain(id);
    await detection.dismiss(id, 'Nomor kantor bantuan hukum.');
    await office.enter('Satu');
    await detection.run(asked);
    expect(detection.list(page).rows.map((row) => row.id)).not.toContain(id);
    const all = detection.list({ ...page, withDismissed: true }).rows;
    expect(all.find((row) => row.id === id)?.dismissed).toMatchObject({
      byName: 'Satu',
      reason: 'Nomor kantor bantuan hukum.',
    });
    await detection.reopen(id);
    expect(detection.list(page).rows.map((row) => row.id)).toContain(id);
    await expect(detection.dismiss('co-visits:nobody', 'x')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the staff roster', () => {
  it('is handed in by an officer who sees neither it, nor its import, nor a finding about it', async () => {
    await office.enter('Satu');
    const importId = await bring('staff', prison.registers.staff);
    const { session } = office.services;
    expect(() => session.vault('staff.read')).toThrow(refused);
    expect(Object.keys(session.vault('people.read').document.staff)).toEqual([]);
    expect(importing.list().map(({ kind }) => kind)).not.toContain('staff');
    expect(() => importing.rejected(importId)).toThrow(expect.objectContaining({ code: 'not-found' }) as unknown);
    expect(() => historyOf(session, 'imports', importId)).toThrow(
      expect.objectContaining({ code: 'not-found' }) as unknown,
    );
    expect(await importing.run(join(folder, 'staff.csv'), 'staff', null)).toMatchObject({ created: 0, unchanged: 60 });
    await detection.run(asked);
    expect(detection.list(page).rows.map(({ kind }) => kind)).not.toContain('staff-contact');
  });

  it('is seen by integrity alone, with what it has to do with visitors; set aside it stays so for them', async () => {
    await office.enter('Dua');
    const { session } = office.services;
    expect(Object.keys(session.vault('staff.read').document.staff)).toHaveLength(60);
    await detection.run(asked);
    const found = detection.list(page).rows.filter(({ kind }) => kind === 'staff-contact');
    expect(found.map(({ values }) => values['staff'])).toEqual(expect.arrayContaining([prison.planted.staffCalled]));
    await detection.dismiss(found[0]?.id ?? '', 'Kerabat, sudah diperiksa.');
    expect(detection.dismissals().size).toBe(1);
    await office.enter('Satu');
    expect(detection.dismissals().size).toBe(0);
    await office.enter('Tiga');
    await expect(detection.run(asked)).rejects.toEqual(refused);
  });
});

describe('a ban', () => {
  it('holds in detection until it is lifted, and can be put back', async () => {
    await office.enter('Satu');
    const { bans, session, undo } = office.services;
    const { ban, bannedNationalId } = prison.planted;
    const known = Object.values(session.vault('people.read').document.people);
    const person = known.find(({ nationalIds }) => nationalIds.includes(bannedNationalId));
    const personId = person?.id ?? '';
    await expect(bans.create({ personId, from: '2025-05-01', until: '2025-04-01', reason: 'x' })).rejects.toMatchObject(
      { code: 'dates-reversed' },
    );
    const { id, version } = await bans.create({ personId, ...ban, reason: 'Membawa barang terlarang.' });
    const evasions = async (): Promise<number> =>
      (await detection.run(asked)).filter(({ kind }) => kind === 'ban-evasion').length;
    expect(await evasions()).toBe(1);
    const { undoId } = await bans.lift(id, version);
    expect(await evasions()).toBe(0);
    await undo.apply(undoId);
    expect(bans.list(personId)).toMatchObject([
      { personName: person?.name, byName: 'Satu', ban: { reason: 'Membawa barang terlarang.' } },
    ]);
    expect(await evasions()).toBe(1);
  });
});
