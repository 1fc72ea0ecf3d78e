import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alerts, createAlerts } from '../../../electron/services/alerts/alerts.ts';
import { runAnalysisHere } from '../../../electron/services/analysis/analysis-thread.ts';
import { createDetection } from '../../../electron/services/detection/detection.ts';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting, type Importing } from '../../../electron/services/importing/importing.ts';
import type { AlertRow, AlertState } from '../../../shared/contract/alerts.ts';
import { watchedPrison } from '../../fixtures/prison/watched-prison.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';

const { registers, planted } = watchedPrison({ seed: 71, planted: true });
const workers = { path: (name: string): string => name };
const quiet = (): undefined => undefined;
const source = 'Temuan Sinergi (rekaan)';

let office: Office;
let folder: string;
let importing: Importing;
let alerts: Alerts;
let today = new Date('2026-03-02T03:00:00Z');

const bring = async (kind: 'inmates' | 'visits' | 'finds' | 'staff' | 'calls', content: string): Promise<void> => {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, content);
  await importing.run(path, kind, null);
};
const rowsIn = (state: AlertState, subject: AlertRow['subject'] | null = null): readonly AlertRow[] =>
  alerts.list({ state, subject, offset: 0, limit: 500 }).rows;
const kindsIn = (state: AlertState): string[] => rowsIn(state, 'finding').map(({ finding }) => finding?.kind ?? '');
const firstOf = (kind: string): AlertRow => {
  const row = rowsIn('open').find(({ finding }) => finding?.kind === kind);
  if (row === undefined) throw new Error(`no open ${kind}`);
  return row;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-alerts-'));
  office = await openOffice('Satu', {
    Dua: ['officer'],
    Tiga: ['integrity'],
    Empat: ['auditor'],
    Lima: ['officer', 'integrity'],
  });
  const { session, undo } = office.services;
  importing = createImporting({ vault: session.vault, workers, emit: quiet, runner: runImportHere });
  const detection = createDetection({ session, undo, workers, emit: quiet, runner: runAnalysisHere });
  alerts = createAlerts({ session, undo, detection, now: () => today });
  await office.enter('Satu');
  for (const kind of ['inmates', 'visits', 'finds'] as const) await bring(kind, registers[kind]);
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

describe('findings after an import', () => {
  it('are kept by the search that follows it, and told once', async () => {
    await office.enter('Satu');
    expect(alerts.summary()).toMatchObject({ open: 0, unsearched: 3, searchedAt: null, mayHandle: true });
    const first = await alerts.search();
    expect(first.fresh).toBe(first.found);
    expect(alerts.summary()).toMatchObject({ open: first.found, unsearched: 0 });
    expect(await alerts.search()).toEqual({ found: first.found, fresh: 0 });
    await bring('calls', registers.calls);
    expect(alerts.summary().unsearched).toBe(1);
    const second = await alerts.search();
    expect(second.fresh).toBeGreaterThan(0);
    expect(second.fresh).toBeLessThan(second.found);
    expect(kindsIn('open')).toContain('calls-rise');
  });

  it('show the rows they rest on, oldest first', async () => {
    await office.enter('Dua');
    const { finding } = firstOf('find-after-visit');
    const evidence = alerts.rows({ id: finding?.id ?? '', offset: 0, limit: 500 });
    expect(evidence.total).toBe(finding?.rows);
    expect(evidence.rows.map(({ date }) => date)).toEqual(evidence.rows.map(({ date }) => date).sort());
  });

  it('are set aside with a reason for everybody, brought back by undo, and stay away after the next search', async () => {
    await office.enter('Satu');
    const { key } = firstOf('calls-rise');
    const { undoId } = await alerts.dismiss(key, 'Istri melahirkan.');
    expect(rowsIn('handled').map((row) => row.key)).toContain(key);
    await office.services.undo.apply(undoId);
    expect(rowsIn('open').map((row) => row.key)).toContain(key);
    await alerts.dismiss(key, 'Istri melahirkan.');
    await alerts.search();
    await office.enter('Dua');
    const row = rowsIn('handled').find((each) => each.key === key);
    expect(row?.act).toMatchObject({ act: 'done', byName: 'Satu', reason: 'Istri melahirkan.' });
    await alerts.reopen(key);
    expect(rowsIn('open').map((each) => each.key)).toContain(key);
  });

  it('come back on their day when they were put off', async () => {
    await office.enter('Satu');
    const { key } = firstOf('calls-fall');
    await alerts.putOff(key, '2026-03-09');
    expect(rowsIn('later').map((row) => row.key)).toEqual([key]);
    today = new Date('2026-03-09T00:00:00Z');
    expect(rowsIn('open').map((row) => row.key)).toContain(key);
    today = new Date('2026-03-02T03:00:00Z');
  });

  it('say when the newest search does not come upon them any more', async () => {
    await office.enter('Satu');
    const { bans, session } = office.services;
    const known = Object.values(session.vault('people.read').document.people);
    const person = known.find(({ nationalIds }) => nationalIds.includes(planted.bannedNationalId));
    const ban = await bans.create({ personId: person?.id ?? '', ...planted.ban, reason: 'Barang terlarang.' });
    await alerts.search();
    expect(kindsIn('open')).toContain('ban-evasion');
    await bans.lift(ban.id, ban.version);
    await alerts.search();
    expect(kindsIn('open')).not.toContain('ban-evasion');
    expect(kindsIn('ended')).toEqual(['ban-evasion']);
  });
});

describe('an alert taken into a case', () => {
  it('makes its people members with the finding as their source, and undo takes all of it back', async () => {
    await office.enter('Satu');
    const { cases, undo, session } = office.services;
    const file = await cases.create(caseFields('Temuan (rekaan)'));
    const { key, finding } = firstOf('find-after-visit');
    const taken = await alerts.take({ key, caseId: file.id, source });
    const expected = [...new Set([...(finding?.people ?? []), ...(finding?.inmates ?? [])].map(({ id }) => id))];
    expect(taken.members).toBe(expected.length);
    const { members } = cases.get(file.id).file;
    expect(members.map(({ personId }) => personId).sort()).toEqual([...expected].sort());
    expect(
      members.every(
        ({ findings, part, allegation }) =>
          findings?.[0] === finding?.id && part !== 'supplier' && allegation === undefined,
      ),
    ).toBe(true);
    expect(alerts.ofCase(file.id)).toMatchObject([{ id: finding?.id, kind: 'find-after-visit' }]);
    expect(rowsIn('handled').find((row) => row.key === key)?.act?.file?.id).toBe(file.id);
    const { findings } = gatherCase(session.vault('cases.export'), file.id);
    expect(findings).toMatchObject([{ kind: 'find-after-visit', rows: finding?.rows }]);

    await undo.apply(taken.undoId);
    expect(cases.get(file.id).file.members).toEqual([]);
    expect(rowsIn('open').map((row) => row.key)).toContain(key);
  });

  it('names the case to nobody who must not know of it', async () => {
    await office.enter('Satu');
    const { cases } = office.services;
    const file = await cases.create(caseFields('Rahasia lain (rekaan)'));
    const { key } = firstOf('calls-rise');
    await alerts.take({ key, caseId: file.id, source });
    await office.enter('Dua');
    const row = rowsIn('handled').find((each) => each.key === key);
    expect(row?.act).toMatchObject({ act: 'taken', byName: 'Satu', file: null });
    await expect(alerts.take({ key: firstOf('find-after-visit').key, caseId: file.id, source })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('days that are due', () => {
  it('are told for bans, cases and suspicions when they come near, to those who may know', async () => {
    await office.enter('Satu');
    const { bans, cases, session } = office.services;
    const person = Object.values(session.vault('people.read').document.people)[0];
    const personId = person?.id ?? '';
    await bans.create({ personId, from: '2026-01-01', until: '2026-03-05', reason: 'x' });
    const file = await cases.create({ ...caseFields('Segera ditinjau (rekaan)'), reviewOn: '2026-03-04' });
    await cases.addMember({
      id: file.id,
      version: file.version,
      personId,
      part: 'supplier',
      note: '',
      allegation: {
        grade: { scheme: 'admiralty', source: 'C', information: '3' },
        source: 'x',
        reviewOn: '2026-03-03',
      },
    });
    expect(rowsIn('open').slice(0, 3)).toMatchObject([
      { subject: 'allegation-review', due: '2026-03-03', person: { name: person?.name } },
      { subject: 'case-review', due: '2026-03-04', file: { id: file.id } },
      { subject: 'ban-ending', due: '2026-03-05' },
    ]);
    await alerts.dismiss(rowsIn('open', 'ban-ending')[0]?.key ?? '', 'Sudah dibicarakan.');
    expect(rowsIn('open', 'ban-ending')).toEqual([]);
    await office.enter('Dua');
    expect(rowsIn('open', 'case-review')).toEqual([]);
    expect(rowsIn('open', 'allegation-review')).toEqual([]);
  });
});

describe('findings that name staff', () => {
  it('are kept for integrity alone, whose search leaves those of others as they are', async () => {
    await office.enter('Satu');
    await bring('staff', registers.staff);
    await alerts.search();
    expect(kindsIn('open')).not.toContain('staff-contact');
    const before = kindsIn('open').length;
    await office.enter('Tiga');
    expect(alerts.summary().unsearched).toBeGreaterThan(0);
    await alerts.search();
    expect(kindsIn('open')).toContain('staff-contact');
    await office.enter('Satu');
    await alerts.search();
    expect(kindsIn('open')).toHaveLength(before);
    await office.enter('Tiga');
    expect(kindsIn('open')).toContain('staff-contact');
    await office.enter('Empat');
    expect(() => alerts.summary()).toThrow(expect.objectContaining({ code: 'not-allowed' }) as unknown);
  });

  it('stay out of the case file, whoever took them into the case', async () => {
    await office.enter('Lima');
    const { cases, session } = office.services;
    const file = await cases.create(caseFields('Petugas (rekaan)'));
    const { key } = firstOf('staff-contact');
    expect((await alerts.take({ key, caseId: file.id, source })).members).toBeGreaterThan(0);
    expect(alerts.ofCase(file.id)).toHaveLength(1);
    expect(gatherCase(session.vault('cases.export'), file.id).findings).toBeUndefined();
  });
});
