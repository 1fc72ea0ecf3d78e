import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find, historyOf } from '../../../electron/services/records.ts';
import type { Meeting } from '../../../shared/domain/coordination/meeting.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';
import { commitmentFields, meetingFields, operationFields } from '../../fixtures/coordination.ts';

let office: Office;
const codeOf = async (work: () => unknown): Promise<string | null> => {
  try {
    await work();
    return null;
  } catch (cause) {
    return toSinergiError(cause).code;
  }
};
const coordination = () => office.services.coordination;
const stored = (id: string): Meeting => find(office.services.session.vault('coordination.read'), 'meetings', id);
const done = { state: 'done', outcome: '', settledOn: '2026-03-05' } as const;

beforeAll(async () => {
  office = await openOffice('Pendiri', {
    Sari: ['officer'],
    Tono: ['officer'],
    Ana: ['analyst'],
    Umi: ['supervisor'],
    Ari: ['auditor'],
  });
  await office.enter('Sari');
});
afterAll(() => office.end());

describe('meetings', () => {
  it('are written down, changed and taken back; actions keep what was said of them', async () => {
    const { meetings } = coordination();
    const made = await meetings.create(meetingFields);
    const [action] = made.actions;
    if (action === undefined) throw new Error('no action');
    expect(action).toMatchObject({ state: 'open', history: [] });
    expect(meetings.list()[0]).toMatchObject({ approved: false, actions: 1, open: 1, overdue: 1 });
    const { undoId } = await meetings.followUp({ id: made.id, version: 1, actionId: action.id, followUp: done });
    expect(stored(made.id).actions[0]).toMatchObject({ ...done, history: [{ ...done, by: office.idOf('Sari') }] });
    expect(meetings.list()[0]).toMatchObject({ open: 0, overdue: 0 });

    const added = { what: 'Pasang lampu', who: 'Budi Rekaan', agency: 'Lapas Rekaan', dueOn: '2026-03-20' };
    const { id, what, who, agency, dueOn } = action;
    const fields = { ...meetingFields, actions: [{ id, what, who, agency, dueOn }, added] };
    const changed = await meetings.change({ id: made.id, version: 2, fields });
    expect(stored(made.id).actions).toMatchObject([
      { id, state: 'done' },
      { what: 'Pasang lampu', state: 'open' },
    ]);
    await office.services.undo.apply(changed.undoId);
    expect(stored(made.id).actions).toHaveLength(1);
    // Somebody went on from there.
    expect(await codeOf(() => office.services.undo.apply(undoId))).toBe('conflict');

    const removed = await meetings.remove({ id: made.id, version: stored(made.id).version });
    expect(meetings.list()).toEqual([]);
    await office.services.undo.apply(removed.undoId);
    expect(meetings.list()).toHaveLength(1);
    expect(historyOf(office.services.session, 'meetings', made.id).length).toBeGreaterThan(3);
  });

  it('name officers of this vault only', async () => {
    const ghost = { officerId: '01a20f82-041f-72a5-a4ed-711d2637d505', name: 'X', rank: '', agency: 'X' };
    expect(await codeOf(() => coordination().meetings.create({ ...meetingFields, attendees: [ghost] }))).toBe(
      'officer-unknown',
    );
  });

  it('stay as approved, but for corrections and what became of their actions', async () => {
    const { meetings } = coordination();
    const { id, actions } = await meetings.create(meetingFields);
    expect(await codeOf(() => meetings.correct({ id, version: 1, text: 'x' }))).toBe('minutes-open');
    await meetings.approve({ id, version: 1 });
    const change = { id, version: 2, fields: { ...meetingFields, minutes: 'Lain' } };
    expect(await codeOf(() => meetings.change(change))).toBe('minutes-fixed');
    expect(await codeOf(() => meetings.remove({ id, version: 2 }))).toBe('minutes-fixed');
    expect(await codeOf(() => meetings.approve({ id, version: 2 }))).toBe('minutes-fixed');
    // Not by another service either.
    const vault = office.services.session.vault('coordination.write');
    const note = { action: 'meeting.change', entity: 'meetings', entityId: id } as const;
    expect(await codeOf(() => vault.transact(note, (work) => work.change('meetings', id, 2, { decisions: [] })))).toBe(
      'minutes-fixed',
    );

    const actionId = actions[0]?.id ?? '';
    const followed = await meetings.followUp({ id, version: 2, actionId, followUp: done });
    expect(stored(id).actions[0]?.state).toBe('done');
    await office.services.undo.apply(followed.undoId);
    expect(stored(id).actions[0]?.state).toBe('open');
    const corrected = await meetings.correct({ id, version: 4, text: 'Rapat dimulai pukul 10' });
    expect(corrected.corrections).toMatchObject([{ text: 'Rapat dimulai pukul 10', by: office.idOf('Sari') }]);
    expect(corrected.minutes).toBe(meetingFields.minutes);
    expect(meetings.get(id).officers).toEqual({ [office.idOf('Sari')]: 'Sari' });
  });
});

describe('operations', () => {
  it('go through their states and tasks, each of which can be taken back', async () => {
    const { operations } = coordination();
    const { id, phases } = await operations.create(operationFields);
    const taskId = phases[0]?.tasks[0]?.id ?? '';
    expect(operations.list()[0]).toMatchObject({ from: '2026-03-03', until: '2026-03-12', open: 1, overdue: 1 });
    const set = await operations.setTask({ id, version: 1, taskId, state: 'done' });
    expect(operations.list()[0]).toMatchObject({ open: 0, overdue: 0 });
    await office.services.undo.apply(set.undoId);
    expect(await codeOf(() => operations.set({ id, version: 3, state: 'ended', outcome: '' }))).toBe(
      'outcome-required',
    );
    await operations.set({ id, version: 3, state: 'ended', outcome: 'Jalur tertutup' });
    expect(operations.list()[0]).toMatchObject({ state: 'ended', open: 0, overdue: 0 });
  });

  it('are known only to whoever may know of every case they serve', async () => {
    const { cases } = office.services;
    const own = await cases.create(caseFields('Jalur dapur'));
    const { operations } = coordination();
    const fields = { ...operationFields, name: 'Operasi Tertutup', caseIds: [own.id] };
    const { id } = await operations.create(fields);
    expect(operations.get(id).cases).toEqual([{ id: own.id, number: own.number, title: 'Jalur dapur' }]);

    await office.enter('Tono');
    expect(operations.list().map(({ name }) => name)).not.toContain('Operasi Tertutup');
    expect(await codeOf(() => operations.get(id))).toBe('not-found');
    expect(await codeOf(() => operations.set({ id, version: 1, state: 'planned', outcome: '' }))).toBe('not-found');
    expect(await codeOf(() => historyOf(office.services.session, 'operations', id))).toBe('not-found');
    // Nor can a case be linked that its officer must not know of.
    expect(await codeOf(() => operations.create(fields))).toBe('not-found');
    const today = await office.services.today.get();
    expect(today.coordination.map(({ from }) => from)).not.toContain('Operasi Tertutup');

    await office.enter('Umi');
    expect(operations.list().map(({ name }) => name)).toContain('Operasi Tertutup');
    await office.enter('Sari');
  });
});

describe('a meeting about a case', () => {
  it('is known, with what was committed to in it, only to whoever may know of that case', async () => {
    const own = await office.services.cases.create(caseFields('Jalur klinik'));
    const { meetings, commitments } = coordination();
    const fields = { ...meetingFields, title: 'Rapat Tertutup', caseIds: [own.id] };
    const { id, version } = await meetings.create(fields);
    await meetings.approve({ id, version });
    expect(meetings.get(id).cases).toEqual([{ id: own.id, number: own.number, title: 'Jalur klinik' }]);
    const promised = {
      ...commitmentFields,
      what: 'Janji tertutup',
      source: { kind: 'meeting', meetingId: id },
    } as const;
    const commitment = await commitments.create(promised);
    const seen = () => JSON.stringify([meetings.list(), commitments.list()]);
    expect(seen()).toMatch(/Rapat Tertutup.*Janji tertutup/);

    await office.enter('Tono');
    expect(seen()).not.toMatch(/Rapat Tertutup|Janji tertutup/);
    const due = (await office.services.today.get()).coordination;
    expect(JSON.stringify(due)).not.toMatch(/Rapat Tertutup|Janji tertutup/);
    const { session } = office.services;
    for (const work of [
      () => meetings.get(id),
      () => meetings.correct({ id, version: 2, text: 'x' }),
      () => historyOf(session, 'meetings', id),
      () => historyOf(session, 'commitments', commitment.id),
      () => meetings.create(fields),
      () => commitments.create(promised),
    ])
      expect(await codeOf(work)).toBe('not-found');
    await office.enter('Umi');
    expect(seen()).toMatch(/Rapat Tertutup/);
    await office.enter('Sari');
    await commitments.remove({ id: commitment.id, version: commitment.version });
  });

  it('keeps its cases once its minutes are approved', async () => {
    const { meetings } = coordination();
    const row = meetings.list().find(({ title }) => title === 'Rapat Tertutup');
    const { id, version } = meetings.get(row?.id ?? '').meeting;
    const change = { id, version, fields: { ...meetingFields, title: 'Rapat Tertutup', caseIds: [] } };
    expect(await codeOf(() => meetings.change(change))).toBe('minutes-fixed');
  });
});

describe('commitments', () => {
  it('are kept or missed day by day, and counted', async () => {
    const { commitments } = coordination();
    const { id } = await commitments.create(commitmentFields);
    expect(commitments.list().rows[0]).toMatchObject({ next: '2026-01-05', overdue: true });
    const kept = { id, version: 1, dueOn: '2026-01-05', settlement: { state: 'kept', evidence: 'Surat 12' } } as const;
    await commitments.settle(kept);
    const missed = { state: 'missed', evidence: 'Tidak ada surat' } as const;
    const second = await commitments.settle({ id, version: 2, dueOn: '2026-02-05', settlement: missed });
    expect(commitments.list().figures).toEqual([{ agency: 'Polres Contoh', kept: 1, missed: 1, open: 0, overdue: 1 }]);
    await office.services.undo.apply(second.undoId);
    await commitments.settle({ ...kept, version: 4, settlement: null });
    expect(commitments.list().figures[0]).toMatchObject({ kept: 0, missed: 0, overdue: 3 });
    expect(await codeOf(() => commitments.settle({ ...kept, version: 5, dueOn: '2026-01-06' }))).toBe('commitment-day');
  });

  it('come from a meeting that is there, and are shown with it', async () => {
    const { commitments, meetings } = coordination();
    const meeting = await meetings.create({ ...meetingFields, title: 'Rapat khusus' });
    const source = { kind: 'meeting', meetingId: meeting.id } as const;
    await commitments.create({ ...commitmentFields, source });
    expect(commitments.list().rows.map(({ sourceTitle }) => sourceTitle)).toContain('Rapat khusus');
    expect(meetings.get(meeting.id).commitments).toMatchObject([{ what: commitmentFields.what }]);
    const gone = { kind: 'meeting', meetingId: office.idOf('Sari') } as const;
    expect(await codeOf(() => commitments.create({ ...commitmentFields, source: gone }))).toBe('not-found');
  });
});

describe('who may', () => {
  it('write is officers and supervisors; analysts read, auditors see nothing of it', async () => {
    await office.enter('Ana');
    expect(coordination().meetings.list().length).toBeGreaterThan(0);
    expect(await codeOf(() => coordination().meetings.create(meetingFields))).toBe('not-allowed');
    await office.enter('Ari');
    expect(await codeOf(() => coordination().meetings.list())).toBe('not-allowed');
    const { document } = office.services.session.vault('audit.read');
    expect([document.meetings, document.operations, document.commitments]).toEqual([{}, {}, {}]);
    expect((await office.services.today.get()).coordination).toEqual([]);
    await office.enter('Sari');
  });

  it('find on the Today page what is overdue, the longest first, until it is settled', async () => {
    const due = async () => (await office.services.today.get()).coordination;
    const rows = await due();
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['action', 'task', 'commitment']));
    const action = rows.find(({ kind }) => kind === 'action');
    if (action === undefined) throw new Error('no action');
    expect(action).toMatchObject({ overdue: true, who: 'Budi Rekaan', agency: 'Lapas Rekaan' });
    const { recordId: id, key: actionId } = action;
    await coordination().meetings.followUp({ id, version: stored(id).version, actionId, followUp: done });
    expect((await due()).map(({ key }) => key)).not.toContain(actionId);
  });

  it('choose among the agencies named before', () => {
    expect(coordination().agencies()).toEqual(expect.arrayContaining(['Polres Contoh', 'Lapas Rekaan']));
  });
});
