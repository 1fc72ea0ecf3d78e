import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageBody } from '../../../shared/domain/exchange/package.ts';
import { caseFields, personFields } from '../access/support.ts';
import { type Agency, openAgency, trust } from './agencies.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

let prison: Agency;
let police: Agency;
let third: Agency;
let caseId: string;
let sent: string;
let received: string;

const accept = (agency: Agency, id: string) => agency.exchange.deciding.decide(id, 'accept-all');

beforeAll(async () => {
  prison = await openAgency('Lapas Contoh', 'Sari');
  police = await openAgency('Polres Contoh', 'Budi', { Nia: ['officer'] });
  third = await openAgency('Lapas Lain', 'Tono');
  await prison.office.enter('Sari');
  await police.office.enter('Budi');
  const { cases, people } = prison.office.services;
  const file = await cases.create({ ...caseFields('Jalur dapur'), marking: 'terbatas' });
  caseId = file.id;
  const person = await people.create(personFields('Citra Lesmana'));
  await cases.addMember({ id: caseId, version: file.version, personId: person.id, part: 'visitor', note: '' });
  for (const [one, other] of [
    [prison, police],
    [police, prison],
    [police, third],
  ] as const)
    await trust(one, other);
  const order = { caseIds: [caseId], personIds: [], to: 'Polres Contoh', purpose: 'Tindak lanjut' };
  sent = (await prison.exchange.sending.seal(order, prison.out('satu.sngx'))).packageId;
  received = (await police.exchange.receiving.receive([prison.out('satu.sngx').path])).id;
});
afterAll(() => Promise.all([prison, police, third].map(({ office }) => office.end())));

describe('what waits', () => {
  it('is told on coming in: things to decide, questions to answer, and answers that are late', async () => {
    const waiting = async (agency: Agency) => (await agency.office.services.today.get()).exchange;
    const nothing = { toDecide: 0, toAnswer: 0, toAnswerOverdue: 0, unanswered: 0 };
    expect(await waiting(prison)).toEqual(nothing);
    expect(await waiting(police)).toEqual({ ...nothing, toDecide: 2 });
    const question = { subject: 'Kunjungan', question: 'Siapa?', deadline: '2026-01-31' };
    await police.exchange.ask('Lapas Contoh', question, police.out('tanya.sngx'));
    await prison.exchange.receiving.receive([police.out('tanya.sngx').path]);
    expect(await waiting(prison)).toEqual({ ...nothing, toAnswer: 1, toAnswerOverdue: 1 });
    expect(await waiting(police)).toEqual({ ...nothing, toDecide: 2, unanswered: 1 });
  });
});

describe('feedback on what was sent', () => {
  const told: { use: 'acted-upon'; outcome: string } = { use: 'acted-upon', outcome: 'Dua orang ditangkap' };

  it('comes back as a package of its own, and stands in the register beside what it is about', async () => {
    await police.exchange.feedback(received, told, police.out('hasil.sngx'));
    await prison.exchange.receiving.receive([police.out('hasil.sngx').path]);
    const row = prison.exchange.register.rows().find(({ packageId }) => packageId === sent);
    expect(row?.feedback).toMatchObject([told]);
    await police.exchange.feedback(received, { use: 'not-used', outcome: 'Ternyata keliru' }, police.out('lagi.sngx'));
    await prison.exchange.receiving.receive([police.out('lagi.sngx').path]);
    const later = prison.exchange.register.rows().find(({ packageId }) => packageId === sent);
    expect(later?.feedback.map(({ outcome }) => outcome)).toEqual(['Dua orang ditangkap', 'Ternyata keliru']);
  });

  it('is taken of nobody but the agency the package went to', async () => {
    await trust(third, prison);
    await trust(prison, third);
    const body: PackageBody = { kind: 'feedback', packageId: sent, ...told };
    await third.exchange.sending.sealBody('Lapas Contoh', body, 'Palsu', third.out('palsu.sngx'));
    await expect(prison.exchange.receiving.receive([third.out('palsu.sngx').path])).rejects.toEqual(
      code('package-not-sent'),
    );
  });
});

describe('before a recall is carried out', () => {
  let recall: string;

  beforeAll(async () => {
    await accept(police, received);
    const { cases, session } = police.office.services;
    const [held] = Object.values(session.vault('people.read').document.people);
    const own = await cases.create({ ...caseFields('Perkara sendiri'), marking: 'terbatas' });
    await cases.addMember({ id: own.id, version: 1, personId: held?.id ?? '', part: 'visitor', note: '' });
    const vault = session.vault('cases.export');
    await vault.note({ action: 'case.export', entity: 'cases', entityId: own.id });
    const onward = { caseIds: [], personIds: [held?.id ?? ''], to: 'Lapas Lain', purpose: 'Teruskan' };
    await police.exchange.sending.seal(onward, police.out('terus.sngx'));
    const body: PackageBody = { kind: 'recall', packageId: sent, items: [], reason: 'Salah orang' };
    await prison.exchange.sending.sealBody('Polres Contoh', body, 'Tarik', prison.out('tarik.sngx'));
    recall = (await police.exchange.receiving.receive([prison.out('tarik.sngx').path])).id;
  });

  it('shows where what it takes back was used: cases, copies, packages', async () => {
    const uses = await police.exchange.uses(recall);
    const person = uses.find(({ type }) => type === 'person');
    expect(person).toMatchObject({
      label: 'Citra Lesmana',
      copies: [{ action: 'case.export', by: 'Budi' }],
      sentTo: [{ agency: 'Lapas Lain' }],
    });
    expect(person?.cases.map(({ title }) => title).sort()).toEqual(['Jalur dapur', 'Perkara sendiri']);
    expect(uses.find(({ type }) => type === 'case')).toMatchObject({ copies: [], sentTo: [] });
  });

  it('tells nobody of a case they must not know of', async () => {
    await police.office.enter('Nia');
    const [person, ...others] = await police.exchange.uses(recall);
    expect(person).toMatchObject({ label: 'Citra Lesmana', cases: [], copies: [] });
    expect(others).toEqual([]);
    await police.office.enter('Budi');
  });

  it('is acknowledged once it is carried out: the receipt says so to its sender', async () => {
    await accept(police, recall);
    await police.exchange.receipt(recall, police.out('terima-tarik.sngx'));
    await prison.exchange.receiving.receive([police.out('terima-tarik.sngx').path]);
    const row = prison.exchange.register.rows().find(({ kind }) => kind === 'recall');
    expect(row).toMatchObject({ outcome: { accepted: 1, rejected: 0, held: 0 } });
    expect(row?.receiptAt).not.toBeNull();
  });
});
