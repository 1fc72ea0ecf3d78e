import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCase } from '../../../electron/services/cases/case-build.ts';
import { find } from '../../../electron/services/records.ts';
import { caseFileSchema } from '../../../shared/domain/case-file.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { caseFields, type Office, openOffice, personFields } from '../access/support.ts';

let office: Office;
let file: Case;
const grade = { scheme: 'admiralty', source: 'B', information: '2' } as const;
const fact = { text: 'Kunjungan naik', source: 'Register', grade, isKey: true };
const task = (owner: string) => ({
  what: 'Baca rekaman pintu',
  owner: office.idOf(owner),
  dueOn: '2020-03-20',
  bringForwardOn: '2020-03-13',
  state: 'open' as const,
  outcome: '',
});
const decision = { what: 'Kunjungan tetap dibuka', reason: 'Belum cukup', alternatives: ['Larangan'] };
const codeOf = async (work: () => unknown): Promise<string | null> => {
  try {
    await work();
    return null;
  } catch (cause) {
    return toSinergiError(cause).code;
  }
};
const current = (): Case => find(office.services.session.vault('cases.read'), 'cases', file.id);

beforeAll(async () => {
  office = await openOffice('Satu', { Dua: ['officer'], Tiga: ['officer'], Penyelia: ['supervisor'] });
  await office.enter('Satu');
  file = await office.services.cases.create(caseFields('Satu'));
  file = await office.services.cases.setOfficers(file.id, file.version, [office.idOf('Satu'), office.idOf('Dua')]);
});
afterAll(() => office.end());

describe('hypotheses and facts', () => {
  it('are judged against each other, and what was changed can be taken back', async () => {
    const { casework, undo } = office.services;
    const { hypotheses } = casework;
    const { id: hypothesisId } = await hypotheses.create(file.id, { statement: 'Dibawa lewat kunjungan' });
    const { id } = await hypotheses.createFact(file.id, { ...fact, on: '2026-03-02' });
    const judged = await hypotheses.judge({ id, version: 1, hypothesisId, judgement: 'inconsistent' });
    const [before] = casework.get(file.id).facts;
    expect(before).toMatchObject({ on: '2026-03-02', judgements: { [hypothesisId]: 'inconsistent' } });
    expect(await codeOf(() => hypotheses.judge({ id, version: 1, hypothesisId, judgement: null }))).toBe('conflict');
    await undo.apply(judged.undoId);
    expect(casework.get(file.id).facts[0]?.judgements).toEqual({});
    const changed = await hypotheses.changeFact({ id, version: 3, fields: fact });
    expect(casework.get(file.id).facts[0]?.on).toBeUndefined();
    await undo.apply(changed.undoId);
    expect(casework.get(file.id).facts[0]?.on).toBe('2026-03-02');
    const removed = await hypotheses.remove({ id: hypothesisId, version: 1 });
    expect(casework.get(file.id).hypotheses).toEqual([]);
    await undo.apply(removed.undoId);
    expect(casework.get(file.id).hypotheses).toHaveLength(1);
  });

  it('belong to one case', async () => {
    const { hypotheses } = office.services.casework;
    const other = await office.services.cases.create(caseFields('Lain'));
    const { id: hypothesisId } = await hypotheses.create(other.id, { statement: 'Lain' });
    const { id, version } = await hypotheses.createFact(file.id, fact);
    expect(await codeOf(() => hypotheses.judge({ id, version, hypothesisId, judgement: 'neutral' }))).toBe('not-found');
  });
});

describe('tasks', () => {
  it('go to officers who may know of the case, and come up on their Today page alone', async () => {
    const { casework } = office.services;
    expect(await codeOf(() => casework.tasks.create(file.id, task('Tiga')))).toBe('task-owner');
    const gap = await casework.tasks.createGap(file.id, { question: 'Siapa yang mengantar?', answer: '' });
    const { id } = await casework.tasks.create(file.id, { ...task('Dua'), gapId: gap.id });
    expect((await office.services.today.get()).tasks).toEqual([]);

    await office.enter('Dua');
    expect((await office.services.today.get()).tasks).toMatchObject([
      { task: { id }, gap: 'Siapa yang mengantar?', mine: true },
    ]);
    const done = { ...task('Dua'), gapId: gap.id, state: 'done' as const, outcome: 'Seorang kurir' };
    await casework.tasks.change({ id, version: 1, fields: done });
    expect((await office.services.today.get()).tasks).toEqual([]);

    await office.enter('Tiga');
    expect(casework.tasks.list({ mine: false, state: null, caseId: null })).toEqual([]);
    expect(await codeOf(() => casework.get(file.id))).toBe('not-found');
    expect(await codeOf(() => casework.tasks.change({ id, version: 2, fields: done }))).toBe('not-found');
  });

  it('given while an officer was away are told as new', async () => {
    await office.enter('Dua');
    await office.services.today.get();
    await office.enter('Satu');
    await office.services.casework.tasks.create(file.id, task('Dua'));
    await office.enter('Dua');
    expect(await office.services.today.get()).toMatchObject({ fresh: { tasks: 1 } });
    // It stays told until the vault is locked.
    expect((await office.services.today.get()).fresh.tasks).toBe(1);
    await office.enter('Dua');
    expect((await office.services.today.get()).fresh.tasks).toBe(0);
  });
});

describe('the decision log', () => {
  it('keeps what was written, signed, and a later entry beside it', async () => {
    await office.enter('Satu');
    const { decisions } = office.services.casework;
    const first = await decisions.add(file.id, decision);
    const second = await decisions.add(file.id, { ...decision, what: 'Larangan', corrects: first.id });
    expect(decisions.list(file.id)).toMatchObject([
      { byName: 'Satu', genuine: true, correctedBy: second.id },
      { genuine: true, correctedBy: null },
    ]);
  });

  it('cannot be edited by anything, whatever asks', async () => {
    const vault = office.services.session.vault('cases.decide');
    const [row] = office.services.casework.decisions.list(file.id);
    const id = row?.decision.id ?? '';
    const note = { action: 'case.change', entity: 'cases' } as const;
    for (const touch of [
      () => vault.transact(note, (transaction) => transaction.change('decisions', id, 1, { what: 'Lain' })),
      () => vault.transact(note, (transaction) => transaction.remove('decisions', id, 1)),
    ])
      expect(await codeOf(touch)).toBe('decision-fixed');
  });
});

describe('a case that is closed', () => {
  it('says why, takes no change until it is opened again, and both stand in its log', async () => {
    await office.enter('Satu');
    const { casework, cases } = office.services;
    const before = current();
    const closing = { outcome: 'not-confirmed', reason: 'Tidak terbukti' } as const;
    expect(await codeOf(() => casework.decisions.close({ id: file.id, version: 1, closing }))).toBe('conflict');
    const closed = await casework.decisions.close({ id: file.id, version: before.version, closing });
    expect(closed).toMatchObject({ status: 'closed', closing: { ...closing, by: office.idOf('Satu') } });
    for (const touch of [
      () => cases.change(file.id, closed.version, caseFields('X')),
      () => casework.hypotheses.create(file.id, { statement: 'X' }),
      () => casework.tasks.create(file.id, task('Satu')),
      () => casework.decisions.add(file.id, decision),
      () => casework.decisions.close({ id: file.id, version: closed.version, closing }),
    ])
      expect(await codeOf(touch)).toBe('case-closed');
    const again = { id: file.id, version: closed.version, reviewOn: '2027-01-01', reason: 'Laporan baru' };
    expect(await casework.decisions.reopen(again)).toMatchObject({ status: 'open', reviewOn: '2027-01-01' });
    expect(current().closing).toBeUndefined();
    expect(await codeOf(() => casework.decisions.reopen({ ...again, version: current().version }))).toBe('case-open');
    await casework.decisions.review({ ...again, version: current().version, reviewOn: '2027-06-01' });
    const kinds = casework.decisions.list(file.id).map(({ decision: { kind }, genuine }) => [kind, genuine]);
    expect(kinds.slice(-3)).toEqual([
      ['closing', true],
      ['reopening', true],
      ['review', true],
    ]);
  });
});

describe('cases that share somebody', () => {
  it('are shown only to who may know of both; a supervisor hears of two that nobody works on together', async () => {
    await office.enter('Satu');
    const { cases, people, casework, today } = office.services;
    const shared = await people.create({ ...personFields('Citra'), phones: ['+6281234567890'] });
    const sister = await people.create({ ...personFields('Dewi'), phones: ['+6281234567890'] });
    const member = { personId: shared.id, part: 'visitor' as const, note: '' };
    await cases.addMember({ id: file.id, version: current().version, ...member });

    await office.enter('Tiga');
    const other = await cases.create(caseFields('Tiga'));
    const joined = await cases.addMember({ id: other.id, version: other.version, ...member });
    await cases.addMember({ ...member, id: other.id, version: joined.version, personId: sister.id });
    expect(await casework.similar.of(other.id)).toEqual([]);
    expect((await today.get()).touching).toEqual([]);

    await office.enter('Satu');
    expect(await casework.similar.of(file.id)).toEqual([]);

    await office.enter('Penyelia');
    expect(await casework.similar.of(file.id)).toMatchObject([
      {
        id: other.id,
        reasons: [
          { kind: 'person', value: 'Citra' },
          { kind: 'phone', here: ['Citra'], there: ['Citra', 'Dewi'] },
        ],
      },
    ]);
    expect((await today.get()).touching).toMatchObject([{ a: { id: file.id }, b: { id: other.id }, shared: 2 }]);
  });
});

describe('a case file', () => {
  const written = {
    title: 'Bangunan',
    marking: 'biasa',
    purpose: 'Uji',
    legalBasis: 'Uji',
    members: [],
    hypotheses: ['Lewat kunjungan', 'Dilempar'],
    facts: [{ text: 'Naik', source: 'Register', grade, key: true, judgements: ['consistent', null] }],
    gaps: [{ question: 'Siapa?' }],
    tasks: [{ what: 'Tanya', dueOn: '2026-03-20', gap: 1 }],
    decisions: [{ what: 'Lanjut', reason: 'Perlu' }],
  };
  const build = (change: object) =>
    buildCase(office.services.session, caseFileSchema.parse({ ...written, ...change }), () => new Date());

  it('brings its case work with it', async () => {
    await office.enter('Satu');
    const { caseId } = await build({});
    const work = office.services.casework.get(caseId);
    expect(work).toMatchObject({
      hypotheses: [{ statement: 'Lewat kunjungan' }, { statement: 'Dilempar' }],
      tasks: [{ gap: 'Siapa?', mine: true, task: { bringForwardOn: '2026-03-20' } }],
      decisions: [{ genuine: true }],
    });
    expect(work.facts[0]?.judgements).toEqual({ [work.hypotheses[0]?.id ?? '']: 'consistent' });
  });

  it.each([
    [{ facts: [{ ...written.facts[0], judgements: ['neutral', 'neutral', 'neutral'] }] }, 'invalid-input'],
    [{ tasks: [{ what: 'X', dueOn: '2026-03-20', gap: 2 }] }, 'invalid-input'],
    [{ tasks: [{ what: 'X', dueOn: '2026-03-20', owner: 'Tiga' }] }, 'task-owner'],
    [{ tasks: [{ what: 'X', dueOn: '2026-03-20', state: 'done' }] }, 'invalid-input'],
  ])('with %j is refused whole: %s', async (change, code) => {
    const cases = office.services.cases.list().length;
    expect(await codeOf(() => build(change))).toBe(code);
    expect(office.services.cases.list()).toHaveLength(cases);
  });
});
