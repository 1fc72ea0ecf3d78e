import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  gatherCommitments,
  gatherMinutes,
  gatherPlan,
} from '../../../electron/services/documents/coordination/prints.ts';
import { dueOf } from '../../../electron/services/coordination/due.ts';
import { wantedAct } from '../../../shared/domain/approval.ts';
import type { CommitmentFields } from '../../../shared/domain/coordination/commitment.ts';
import type { FollowUp, MeetingFields } from '../../../shared/domain/coordination/meeting.ts';
import type { OperationFields } from '../../../shared/domain/coordination/operation.ts';
import type { PackageBody } from '../../../shared/domain/exchange/package.ts';
import type { Handling } from '../../../shared/domain/handling.ts';
import { caseFields } from '../access/support.ts';
import { type Agency, openAgency, trust } from './agencies.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const closed: Handling = { code: 'C', action: 'A1', sanitisation: 'S2', note: '' };
const today = '2026-03-03';

let prison: Agency;
let police: Agency;
let third: Agency;
const made = { meeting: '', draft: '', above: '', operation: '', caseId: '', commitment: '', aboveCommitment: '' };

const meetingFields = (title: string, more: Partial<MeetingFields> = {}): MeetingFields => ({
  title,
  day: '2026-03-02',
  time: '09:00',
  place: 'Aula',
  marking: 'terbatas',
  handling: { code: 'P' },
  agenda: ['Jalur lempar'],
  attendees: [
    { officerId: prison.office.idOf('Sari'), name: 'Sari', rank: '', agency: 'Lapas Contoh' },
    { name: 'Budi', rank: 'AKP', agency: 'Polres Contoh' },
  ],
  minutes: 'Dibahas jalur lempar di tembok timur.',
  decisions: ['Patroli luar ditambah'],
  actions: [
    { what: 'Kirim daftar penghuni', who: 'Sari', agency: 'Lapas Contoh', dueOn: '2026-03-09' },
    { what: 'Patroli luar tembok', who: 'Budi', agency: 'Polres Contoh', dueOn: '2026-03-05' },
  ],
  ...more,
});
const operationFields = (caseIds: string[]): OperationFields => ({
  name: 'Operasi Tembok',
  purpose: 'Menutup jalur lempar',
  legalBasis: 'Surat perintah',
  marking: 'terbatas',
  handling: { code: 'P' },
  contacts: [{ name: 'Sari', role: 'Penghubung', agency: 'Lapas Contoh', phone: '0812000001', radio: '' }],
  caseIds,
  risks: 'Bocor',
  notes: 'Catatan',
  state: 'planned',
  outcome: '',
  phases: [
    {
      name: 'Pengamatan',
      from: '2026-03-04',
      until: '2026-03-06',
      state: 'planned',
      tasks: [{ what: 'Amati', owner: 'Budi', agency: 'Polres Contoh', dueOn: '2026-03-05', state: 'open' }],
    },
  ],
});
const commitmentFields = (meetingId: string): CommitmentFields => ({
  what: 'Daftar kunjungan',
  owedBy: 'Lapas Contoh',
  owedTo: 'Polres Contoh',
  source: { kind: 'meeting', meetingId },
  schedule: { kind: 'recurring', every: 'week', firstOn: '2026-03-06' },
});

async function approvedMeeting(fields: MeetingFields): Promise<string> {
  const { meetings } = prison.office.services.coordination;
  const { id, version } = await meetings.create(fields);
  await meetings.approve({ id, version });
  return id;
}

beforeAll(async () => {
  prison = await openAgency('Lapas Contoh', 'Sari', { Umi: ['supervisor'] });
  police = await openAgency('Polres Contoh', 'Budi', { Nia: ['officer'] });
  third = await openAgency('Lapas Lain', 'Tono');
  await prison.office.enter('Sari');
  await police.office.enter('Budi');
  const { coordination, cases } = prison.office.services;
  made.meeting = await approvedMeeting(meetingFields('Rapat bulanan'));
  made.above = await approvedMeeting(meetingFields('Rapat tertutup', { marking: 'sangat-rahasia' }));
  made.draft = (await coordination.meetings.create(meetingFields('Belum jadi'))).id;
  made.caseId = (await cases.create({ ...caseFields('Jalur lempar'), marking: 'terbatas' })).id;
  made.operation = (await coordination.operations.create(operationFields([made.caseId]))).id;
  made.commitment = (await coordination.commitments.create(commitmentFields(made.meeting))).id;
  made.aboveCommitment = (await coordination.commitments.create(commitmentFields(made.above))).id;
  for (const [one, other] of [
    [prison, police],
    [police, prison],
    [police, third],
    [third, police],
  ] as const)
    await trust(one, other);
});
afterAll(() => Promise.all([prison, police, third].map(({ office }) => office.end())));

const order = (extra: object = {}) => ({
  caseIds: [],
  personIds: [],
  meetingIds: [made.meeting],
  to: 'Polres Contoh',
  purpose: 'Hasil rapat',
  ...extra,
});

async function carried(from: Agency, to: Agency, file: string, extra: object): Promise<string> {
  await from.exchange.sending.seal(order(extra), from.out(file));
  return (await to.exchange.receiving.receive([from.out(file).path])).id;
}
const accept = (agency: Agency, id: string) => agency.exchange.deciding.decide(id, 'accept-all');
const theirMeeting = () => {
  const { meetings } = police.office.services.coordination;
  const row = meetings.list().find(({ title }) => title === 'Rapat bulanan');
  return meetings.get(row?.id ?? '').meeting;
};
const ourMeeting = () => prison.office.services.coordination.meetings.get(made.meeting).meeting;

async function follow(agency: Agency, meetingId: string, what: string, followUp: FollowUp): Promise<void> {
  const { meetings } = agency.office.services.coordination;
  const { id, version, actions } = meetings.get(meetingId).meeting;
  const actionId = actions.find((action) => action.what === what)?.id ?? '';
  await meetings.followUp({ id, version, actionId, followUp });
}
const done = (outcome: string): FollowUp => ({ state: 'done', outcome, settledOn: '2026-03-05' });

describe('what of coordination goes', () => {
  it('is approved minutes with what was committed to in them, and no officer’s identifier', () => {
    const rows = prison.exchange.sending.preview(order());
    expect(rows.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['meeting', 'goes'],
      ['commitment', 'goes'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(prison.office.idOf('Sari'));
  });

  it('is no draft, nothing above the agency’s ceiling, and no commitment that would tell of such a meeting', async () => {
    const [agency] = prison.exchange.agencies.list();
    await prison.exchange.agencies.setCeiling(agency?.id ?? '', 'rahasia');
    const rows = prison.exchange.sending.preview(
      order({ meetingIds: [made.draft, made.above], commitmentIds: [made.aboveCommitment] }),
    );
    expect(rows.map(({ type, reason }) => [type, reason])).toEqual([
      ['meeting', 'not-approved'],
      ['meeting', 'marking'],
      ['commitment', 'end-stays'],
    ]);
    expect(JSON.stringify(rows.map(({ item }) => item))).not.toContain('Rapat tertutup');
  });

  it('is an operation only if every case it serves might go', async () => {
    const { cases, coordination } = prison.office.services;
    const secret = await cases.create({ ...caseFields('Rahasia benar'), marking: 'sangat-rahasia' });
    const { id } = await coordination.operations.create(operationFields([secret.id]));
    const of = (operationIds: string[], caseIds: string[] = []) =>
      prison.exchange.sending.preview(order({ meetingIds: [], operationIds, caseIds })).at(-1);
    expect(of([id])).toMatchObject({ outcome: 'stays', reason: 'case-stays' });
    const above = await coordination.operations.create({ ...operationFields([]), marking: 'sangat-rahasia' });
    expect(of([above.id])).toMatchObject({ outcome: 'stays', reason: 'marking' });
    expect(of([made.operation])).toMatchObject({ outcome: 'sanitised', withheld: ['cases'] });
    expect(of([made.operation], [made.caseId])).toMatchObject({ outcome: 'goes' });
  });

  it('is a meeting only if every case it was about might go', async () => {
    const { cases } = prison.office.services;
    const secret = await cases.create({ ...caseFields('Rahasia sekali'), marking: 'sangat-rahasia' });
    const above = await approvedMeeting(meetingFields('Tentang rahasia', { caseIds: [secret.id] }));
    const beside = await approvedMeeting(meetingFields('Tentang jalur', { caseIds: [made.caseId] }));
    const rows = prison.exchange.sending.preview(order({ meetingIds: [above, beside] }));
    expect(rows.map(({ reason, withheld }) => [reason, withheld])).toEqual([
      ['case-stays', []],
      [null, ['cases']],
    ]);
    const whole = prison.exchange.sending.preview(order({ meetingIds: [beside], caseIds: [made.caseId] }));
    expect(whole.at(-1)).toMatchObject({ type: 'meeting', outcome: 'goes' });
  });

  it('goes without minutes, corrections, risks and notes where a code or a marking guards it', async () => {
    const { coordination } = prison.office.services;
    const guarded = await approvedMeeting(meetingFields('Rapat terjaga', { handling: { ...closed, action: 'A2' } }));
    const version = coordination.meetings.get(guarded).meeting.version;
    await coordination.meetings.correct({ id: guarded, version, text: 'Bukan tembok timur' });
    const fields = { ...operationFields([]), handling: { ...closed, action: 'A2' as const } };
    const operation = await coordination.operations.create(fields);
    const rows = prison.exchange.sending.preview(order({ meetingIds: [guarded], operationIds: [operation.id] }));
    expect(rows.map(({ withheld }) => withheld)).toEqual([
      ['minutes', 'corrections'],
      ['risks', 'notes'],
    ]);
    expect(JSON.stringify(rows.map(({ item }) => item))).not.toMatch(/tembok timur|Bocor|Catatan/);
  });

  it('takes a second officer from the marking on that asks for one', async () => {
    const secret = await approvedMeeting(meetingFields('Rapat rahasia', { marking: 'rahasia' }));
    const sealing = prison.exchange.sending.seal(order({ meetingIds: [secret] }), prison.out('dua-orang.sngx'));
    const refusal: unknown = await sealing.catch((failure: unknown) => failure);
    expect(wantedAct(refusal)).toMatchObject({ kind: 'release-package', marking: 'rahasia' });
  });
});

describe('what of it is received', () => {
  it('shows what it says before anybody takes it over', async () => {
    const id = await carried(prison, police, 'satu.sngx', {});
    const items = await police.exchange.receiving.items(id);
    expect(items.map(({ label, state, facts }) => [label, state, facts])).toEqual([
      [
        'Rapat bulanan (2026-03-02)',
        'new',
        [
          '2026-03-02 09:00 · Aula',
          'Dibahas jalur lempar di tembok timur.',
          'Patroli luar ditambah',
          '2026-03-09 · Sari, Lapas Contoh · Kirim daftar penghuni',
          '2026-03-05 · Budi, Polres Contoh · Patroli luar tembok',
        ],
      ],
      ['Daftar kunjungan (Lapas Contoh → Polres Contoh)', 'new', ['Rapat bulanan · 2026-03-06']],
    ]);
    expect(await accept(police, id)).toMatchObject({ accepted: 2, refused: [] });
  });

  it('is a meeting whose minutes are fixed here too, approved by the agency they come from', async () => {
    const meeting = theirMeeting();
    expect(meeting.approved?.agency).toBe('Lapas Contoh');
    expect(meeting.attendees.map(({ name }) => name)).toEqual(['Sari', 'Budi']);
    const { meetings, commitments } = police.office.services.coordination;
    await expect(meetings.remove({ id: meeting.id, version: meeting.version })).rejects.toEqual(code('minutes-fixed'));
    const [row] = commitments.list().rows;
    expect(row?.commitment.source).toEqual({ kind: 'meeting', meetingId: meeting.id });
    expect(gatherMinutes(police.office.services.session.vault('coordination.read'), meeting.id, today).approvedBy).toBe(
      'Lapas Contoh',
    );
  });

  it('leaves an operation waiting for its case, and then known to those alone who know of the case', async () => {
    const id = await carried(prison, police, 'operasi.sngx', {
      meetingIds: [],
      operationIds: [made.operation],
      caseIds: [made.caseId],
    });
    const items = await police.exchange.receiving.items(id);
    const only = items
      .filter(({ type }) => type === 'operation')
      .map((item) => ({ id: item.id, decision: 'accepted' as const }));
    const first = await police.exchange.deciding.decide(id, only);
    expect(first.refused.map((each) => each.code)).toEqual(['item-depends']);
    expect(await accept(police, id)).toMatchObject({ accepted: 2, refused: [] });
    const { operations } = police.office.services.coordination;
    const [row] = operations.list();
    expect(operations.get(row?.id ?? '').cases).toHaveLength(1);
    await police.office.enter('Nia');
    expect(police.office.services.coordination.operations.list()).toEqual([]);
    const passing = { meetingIds: [], operationIds: [row?.id ?? ''], to: 'Lapas Contoh' };
    expect(() => police.exchange.sending.preview(order(passing))).toThrow(code('not-found'));
    await police.office.enter('Budi');
  });
});

describe('what becomes of what was agreed', () => {
  it('comes back: the other agency’s word on its action, beside ours on ours', async () => {
    await follow(police, theirMeeting().id, 'Patroli luar tembok', done('Tiga malam'));
    await follow(prison, made.meeting, 'Kirim daftar penghuni', done('Dikirim surat'));
    const { coordination } = police.office.services;
    const [operation] = coordination.operations.list();
    const { operation: held } = coordination.operations.get(operation?.id ?? '');
    const taskId = held.phases[0]?.tasks[0]?.id ?? '';
    await coordination.operations.setTask({ id: held.id, version: held.version, taskId, state: 'done' });
    const [commitment] = coordination.commitments.list().rows;
    const { id: commitmentId, version } = commitment?.commitment ?? { id: '', version: 0 };
    const settlement = { state: 'kept' as const, evidence: 'Diterima' };
    await coordination.commitments.settle({ id: commitmentId, version, dueOn: '2026-03-06', settlement });
    const [file] = police.office.services.cases.list();
    const back = {
      to: 'Lapas Contoh',
      meetingIds: [theirMeeting().id],
      operationIds: [held.id],
      caseIds: [file?.id ?? ''],
    };
    const id = await carried(police, prison, 'kembali.sngx', back);
    const items = await prison.exchange.receiving.items(id);
    expect(items.map(({ type, state, localId }) => [type, state, localId])).toEqual([
      ['case', expect.any(String), made.caseId],
      ['meeting', 'changed', made.meeting],
      ['operation', 'changed', made.operation],
      ['commitment', 'changed', made.commitment],
    ]);
    expect(await accept(prison, id)).toMatchObject({ accepted: 4, refused: [] });
    expect(
      ourMeeting().actions.map(({ what, state, outcome, history }) => [what, state, outcome, history.at(-1)?.agency]),
    ).toEqual([
      ['Kirim daftar penghuni', 'done', 'Dikirim surat', undefined],
      ['Patroli luar tembok', 'done', 'Tiga malam', 'Polres Contoh'],
    ]);
    expect(ourMeeting().minutes).toBe('Dibahas jalur lempar di tembok timur.');
    const ours = prison.office.services.coordination;
    expect(ours.operations.get(made.operation).operation.phases[0]?.tasks[0]?.state).toBe('done');
    const row = ours.commitments.list().rows.find(({ commitment: each }) => each.id === made.commitment);
    expect(row?.commitment.settlements).toMatchObject([
      { dueOn: '2026-03-06', state: 'kept', agency: 'Polres Contoh' },
    ]);
  });

  it('goes on: each later package adds what is new, and nothing twice', async () => {
    const id = await carried(prison, police, 'lanjut.sngx', {});
    await accept(police, id);
    expect(theirMeeting().actions.map(({ state, history }) => [state, history.length])).toEqual([
      ['done', 1],
      ['done', 1],
    ]);
    const again = await carried(prison, police, 'lagi.sngx', {});
    const items = await police.exchange.receiving.items(again);
    expect(items.map(({ state }) => state)).toEqual(['same', 'same']);
    await accept(police, again);
    expect(police.office.services.coordination.meetings.list()).toHaveLength(1);
    expect(police.office.services.coordination.commitments.list().rows).toHaveLength(1);
  });
});

describe('what its originator says of it', () => {
  const ours = () => police.office.services.session.vault('coordination.read');

  it('is heeded under A1 and S2: no print, and nothing to a third', async () => {
    const [operation] = police.office.services.coordination.operations.list();
    const extra = {
      meetingIds: [made.meeting],
      operationIds: [made.operation],
      caseIds: [made.caseId],
      handling: closed,
    };
    await accept(police, await carried(prison, police, 'tutup.sngx', extra));
    expect(() => gatherMinutes(ours(), theirMeeting().id, today)).toThrow(code('originator-agreement'));
    expect(() => gatherPlan(ours(), operation?.id ?? '', today)).toThrow(code('originator-agreement'));
    expect(gatherCommitments(ours(), today).rows).toEqual([]);
    const onward = { meetingIds: [theirMeeting().id], operationIds: [operation?.id ?? ''], to: 'Lapas Lain' };
    const rows = police.exchange.sending.preview(order(onward));
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['stays']));
  });

  it('holds for its words within what is ours: they stay out of our print and of what we pass on', async () => {
    const { meetings } = police.office.services.coordination;
    const created = await meetings.create({
      ...meetingFields('Rapat kami'),
      attendees: [],
      actions: [{ what: 'Periksa', who: 'Sari', agency: 'Lapas Contoh', dueOn: '2026-03-09' }],
    });
    await meetings.approve({ id: created.id, version: created.version });
    const to = { meetingIds: [created.id], to: 'Lapas Contoh' };
    await accept(prison, await carried(police, prison, 'kami.sngx', to));
    const local = prison.office.services.coordination.meetings.list().find(({ title }) => title === 'Rapat kami');
    await follow(prison, local?.id ?? '', 'Periksa', done('Kata informan'));
    await accept(
      police,
      await carried(prison, police, 'kata.sngx', { meetingIds: [local?.id ?? ''], handling: closed }),
    );
    expect(meetings.get(created.id).meeting.actions[0]).toMatchObject({ state: 'done', outcome: 'Kata informan' });
    const printed = gatherMinutes(ours(), created.id, today);
    expect(printed.meeting.actions[0]).toMatchObject({ state: 'open', outcome: '' });
    expect(JSON.stringify(printed.meeting.actions)).not.toContain('informan');
    const [row] = police.exchange.sending.preview(order({ meetingIds: [created.id], to: 'Lapas Lain' }));
    expect(row?.withheld).toContain('words');
    expect(JSON.stringify(row?.item)).not.toContain('informan');
  });

  it('ends with a recall: what was taken back is due nowhere any more', async () => {
    const before = dueOf(ours(), '2026-03-10').filter(({ from }) => from === 'Rapat bulanan');
    const sent = prison.exchange.register.rows().find(({ counts, kind }) => kind === 'items' && counts.operation === 1);
    const recall: PackageBody = { kind: 'recall', packageId: sent?.packageId ?? '', items: [], reason: 'Keliru' };
    await prison.exchange.sending.sealBody('Polres Contoh', recall, 'Keliru', prison.out('tarik.sngx'));
    const { id } = await police.exchange.receiving.receive([prison.out('tarik.sngx').path]);
    await accept(police, id);
    const after = dueOf(ours(), '2026-03-10').filter(({ from }) => from === 'Rapat bulanan');
    expect(before).not.toEqual([]);
    expect(after).toEqual([]);
  });
});

describe('the register', () => {
  it('shows a package to those alone who may know of every case that what is in it is about', async () => {
    const { cases, coordination } = police.office.services;
    const own = await cases.create({ ...caseFields('Perkara kami'), marking: 'terbatas' });
    const { id } = await coordination.operations.create(operationFields([own.id]));
    const onward = { caseIds: [], personIds: [], operationIds: [id], to: 'Lapas Contoh', purpose: 'Rencana' };
    await police.exchange.sending.seal(onward, police.out('rencana.sngx'));
    const isThere = (): boolean => police.exchange.register.rows().some(({ purpose }) => purpose === 'Rencana');
    expect(isThere()).toBe(true);
    await police.office.enter('Nia');
    expect(isThere()).toBe(false);
    await police.office.enter('Budi');
  });
});

describe('a package that could not be written', () => {
  it('leaves nothing behind, and the register and the request say that it did not go', async () => {
    await police.exchange.ask(
      'Lapas Contoh',
      { subject: 'Rapat', question: 'Mana notulennya?', deadline: '2027-03-01' },
      police.out('tanya.sngx'),
    );
    await prison.exchange.receiving.receive([police.out('tanya.sngx').path]);
    const [request] = prison.exchange.register.requests();
    const answers = request?.requestId ?? '';
    const whole = await prison.exchange.sending.seal(order(), { ...prison.out('utuh.sngx'), partSize: 4096 });
    const parts = whole.files.length;
    expect(parts).toBeGreaterThan(1);
    const before = prison.exchange.register.statistics().sent;
    const { path } = prison.out('rusak.sngx');
    const standing = [`rusak.${parts}-of-${parts}.sngx`, 'rusak.1-of-99.sngx'];
    // A folder stands where the last part should be, and a file of somebody else's beside them.
    await mkdir(join(dirname(path), standing[0] ?? ''));
    await writeFile(join(dirname(path), standing[1] ?? ''), 'berkas lain');
    const failing = prison.exchange.sending.seal(order({ answers }), { path, partSize: 4096 });
    await expect(failing).rejects.toEqual(code('export-failed'));
    const left = (await readdir(dirname(path))).filter((name) => name.startsWith('rusak.'));
    expect(left.sort()).toEqual(standing.sort());
    const [row] = prison.exchange.register.rows();
    expect(row).toMatchObject({ direction: 'out', unwritten: true, receiptAt: null });
    expect(prison.exchange.register.statistics().sent).toBe(before);
    expect(prison.exchange.register.requests()[0]?.answers).toEqual([]);
    const recall: PackageBody = { kind: 'recall', packageId: row?.packageId ?? '', items: [], reason: 'x' };
    await expect(
      prison.exchange.sending.sealBody('Polres Contoh', recall, 'x', prison.out('tak.sngx')),
    ).rejects.toEqual(code('package-not-sent'));
  });

  it('takes a question back that nobody will ever read', async () => {
    const { path } = police.out('folder.sngx');
    await mkdir(path);
    const question = { subject: 'Hilang', question: 'Siapa?', deadline: '2027-03-01' };
    await expect(police.exchange.ask('Lapas Contoh', question, { path, partSize: null })).rejects.toEqual(
      code('export-failed'),
    );
    expect(police.exchange.register.requests().some(({ subject }) => subject === 'Hilang')).toBe(false);
  });
});
