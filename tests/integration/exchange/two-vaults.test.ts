import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { historyOf } from '../../../electron/services/records.ts';
import { wantedAct } from '../../../shared/domain/approval.ts';
import type { PackageBody } from '../../../shared/domain/exchange/package.ts';
import type { Handling } from '../../../shared/domain/handling.ts';
import { caseFields, personFields } from '../access/support.ts';
import { batchOf } from '../../unit/vault/support/visit-batch.ts';
import { type Agency, openAgency, trust } from './agencies.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const closed: Handling = { code: 'C', action: 'A1', sanitisation: 'S2', note: '' };
const grade = { scheme: 'admiralty', source: 'B', information: '2' } as const;

let prison: Agency;
let police: Agency;
let third: Agency;
let caseId: string;
const people = { inmate: '', wife: '', lawyer: '' };

beforeAll(async () => {
  prison = await openAgency('Lapas Contoh', 'Sari', { Umi: ['supervisor'] });
  police = await openAgency('Polres Contoh', 'Budi');
  third = await openAgency('Lapas Lain', 'Tono');
  await prison.office.enter('Sari');
  const { cases, links, people: register, session } = prison.office.services;
  const inmate = { kind: 'inmate' as const, registrationNumber: 'B.I 12/2025', cell: 'F.2.16' };
  people.inmate = (await register.create({ ...personFields('Arjuna Wiranata'), roles: [inmate] })).id;
  const wife = { ...personFields('Citra Lesmana'), nationalIds: ['3175044901910001'], phones: ['+6281200000001'] };
  people.wife = (await register.create({ ...wife, notes: 'Dari informan' })).id;
  people.lawyer = (await register.create({ ...personFields('Damar Kuasa'), roles: [{ kind: 'lawyer' }] })).id;
  let file = await cases.create({ ...caseFields('Jalur dapur'), notes: 'Catatan dalam' });
  caseId = file.id;
  const none = { note: 'catatan', part: 'visitor' as const };
  for (const personId of Object.values(people))
    file = await cases.addMember({ id: caseId, version: file.version, personId, ...none });
  const tie = {
    kind: 'visits',
    directed: true,
    status: 'confirmed' as const,
    grade,
    sources: ['Informan X'],
    note: '',
  };
  await links.create(caseId, { ...tie, from: people.wife, to: people.inmate });
  await links.create(caseId, { ...tie, from: people.lawyer, to: people.inmate });
  await session.vault('imports.run').transact({ action: 'test' }, (transaction) => {
    const seen = [people.wife, people.lawyer].map((visitorId, row) => ({
      date: 20_500 + row,
      time: 540,
      visitorId,
      inmateId: people.inmate,
      text: 'a',
    }));
    transaction.addVisits(batchOf(caseId, seen));
  });
});
afterAll(() => Promise.all([prison, police, third].map(({ office }) => office.end())));

const order = (extra: object = {}) => ({
  caseIds: [caseId],
  personIds: [],
  to: 'polres contoh',
  purpose: 'Tindak lanjut',
  handling: closed,
  ...extra,
});

/** The prison seals, with its supervisor's yes. */
async function released(file: string, extra: object = {}): Promise<string> {
  const { approvals } = prison.office.services;
  await prison.office.enter('Sari');
  const refusal: unknown = await prison.exchange.sending
    .seal(order(extra), prison.out(file))
    .catch((failure: unknown) => failure);
  const act = wantedAct(refusal);
  if (act === undefined) throw refusal;
  const { id } = await approvals.request(act, 'Untuk penyidik');
  await prison.office.enter('Umi');
  await approvals.decide(id, 'approved', '');
  await prison.office.enter('Sari');
  const { packageId } = await prison.exchange.sending.seal(order(extra), prison.out(file));
  await expect(prison.exchange.sending.seal(order(extra), prison.out('lagi.sngx'))).rejects.toEqual(
    code('approval-required'),
  );
  return packageId;
}

const itemsOf = async (agency: Agency, packageId: string) => {
  const received = agency.exchange.receiving.list().find((each) => each.packageId === packageId);
  if (received === undefined) throw new Error('not received');
  return { received, items: await agency.exchange.receiving.items(received.id) };
};
const holdings = (agency: Agency): string =>
  JSON.stringify(agency.office.services.session.vault('people.read').document);
const localCase = (agency: Agency) => {
  const [file] = agency.office.services.cases.list();
  if (file === undefined) throw new Error('no case');
  return file.id;
};

describe('two agencies meet', () => {
  it('and trust each other’s keys only by the words they read out', async () => {
    const { bytes } = await prison.exchange.identity.card();
    const read = await police.exchange.agencies.readCard(bytes);
    expect(read).toMatchObject({ name: 'Lapas Contoh', state: 'unconfirmed' });
    const { agencies } = police.exchange;
    await expect(agencies.confirm(read.id, 'abadi acara ahli')).rejects.toEqual(code('agency-words-wrong'));
    expect(await agencies.confirm(read.id, (read.words.id ?? '').toUpperCase())).toMatchObject({ state: 'trusted' });
    await prison.office.enter('Sari');
    const card = await police.exchange.identity.card();
    const other = await prison.exchange.agencies.readCard(card.bytes);
    expect(() => prison.exchange.sending.preview(order())).toThrow(code('agency-untrusted'));
    await prison.exchange.agencies.confirm(other.id, other.words.en);
  });

  it('and refuse a card that somebody changed, or their own', async () => {
    const { bytes } = await third.exchange.identity.card();
    const changed = Buffer.from(Buffer.from(bytes).toString('utf8').replace('Lapas Lain', 'Lapas Baru'));
    await expect(police.exchange.agencies.readCard(changed)).rejects.toEqual(code('card-unreadable'));
    await expect(third.exchange.agencies.readCard(bytes)).rejects.toEqual(code('agency-own'));
  });

  it('while their private keys are shown to nobody', () => {
    const { session } = prison.office.services;
    const [identity] = Object.values(session.vault('exchange.keys').beyondNeedToKnow.agencyIdentity);
    expect(identity?.keys).toHaveLength(1);
    expect(session.vault('exchange.keys').document.agencyIdentity).toEqual({});
    expect(() => historyOf(session, 'agencyIdentity', identity?.id ?? '')).toThrow(code('not-found'));
  });
});

describe('what goes', () => {
  it('is decided item by item, and shown before it is sealed', () => {
    const rows = prison.exchange.sending.preview(order());
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of(caseId)).toMatchObject({ outcome: 'sanitised', withheld: ['notes', 'members', 'member-note'] });
    expect(of(people.inmate)).toMatchObject({ outcome: 'goes' });
    expect(of(people.wife)).toMatchObject({ outcome: 'sanitised', withheld: ['notes'] });
    expect(of(people.lawyer)).toMatchObject({ outcome: 'stays', reason: 'protected' });
    const links = rows.filter(({ type }) => type === 'link');
    expect(links.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['sanitised', null],
      ['stays', 'end-stays'],
    ]);
    expect(rows.filter(({ type }) => type === 'visits')).toHaveLength(1);
    expect(JSON.stringify(rows.map(({ item }) => item))).not.toMatch(/nforman|Catatan dalam|Damar/);
  });

  it('is nothing of a case marked above what the agency may have', async () => {
    const [row] = prison.exchange.agencies.list();
    await prison.exchange.agencies.setCeiling(row?.id ?? '', 'terbatas');
    const rows = prison.exchange.sending.preview(order());
    expect(rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['stays', 'marking'],
      ['stays', 'marking'],
      ['stays', 'marking'],
    ]);
    await prison.exchange.agencies.setCeiling(row?.id ?? '', 'rahasia');
  });
});

describe('a package', () => {
  let first: string;

  it('is sealed by two officers and waits in quarantine until somebody decides', async () => {
    first = await released('satu.sngx');
    const { path } = prison.out('satu.sngx');
    const before = holdings(police);
    const seen = await police.exchange.receiving.inspect([path]);
    expect(seen).toMatchObject({
      from: 'Lapas Contoh',
      signature: 'good',
      counts: { person: 2, case: 1, link: 1, visits: 1 },
    });
    expect(holdings(police)).toBe(before);
    const wife = { ...personFields('Citra Lesmana'), nationalIds: ['3175044901910001'] };
    await police.office.services.people.create(wife);
    await police.exchange.receiving.receive([path]);
    expect(police.office.services.cases.list()).toEqual([]);
    await expect(police.exchange.receiving.receive([path])).rejects.toEqual(code('package-replayed'));
  });

  it('is refused by whom it is not for, and leaves no trace there', async () => {
    await trust(third, prison);
    const before = holdings(third);
    await expect(third.exchange.receiving.receive([prison.out('satu.sngx').path])).rejects.toEqual(
      code('package-not-for-us'),
    );
    const bytes = await readFile(prison.out('satu.sngx').path);
    bytes[300] = 1 ^ (bytes[300] ?? 0);
    await writeFile(third.out('rusak.sngx').path, bytes);
    await expect(police.exchange.receiving.receive([third.out('rusak.sngx').path])).rejects.toEqual(
      code('package-part-damaged'),
    );
    expect(holdings(third)).toBe(before);
  });

  it('is compared with what is held: somebody known is offered, and nobody joined unasked', async () => {
    const { received, items } = await itemsOf(police, first);
    const wife = items.find(({ label }) => label === 'Citra Lesmana');
    const held = Object.values(police.office.services.session.vault('people.read').document.people)[0];
    expect(wife).toMatchObject({ state: 'duplicate', candidates: [{ personId: held?.id, band: 'likely' }] });
    expect(items.find(({ type }) => type === 'case')?.state).toBe('new');

    // A link without its people stays where it is.
    const link = items.find(({ type }) => type === 'link');
    const early = await police.exchange.deciding.decide(received.id, [{ id: link?.id ?? '', decision: 'accepted' }]);
    expect(early).toMatchObject({ accepted: 0, refused: [{ code: 'item-depends' }] });

    const choice = { id: wife?.id ?? '', decision: 'accepted', into: held?.id } as const;
    await police.exchange.deciding.decide(received.id, [choice]);
    const all = await police.exchange.deciding.decide(received.id, 'accept-all');
    expect(all).toEqual({ accepted: items.length, rejected: 0, held: 0, refused: [] });
    const { document, visits } = police.office.services.session.vault('people.read');
    expect(Object.values(document.people).map(({ name }) => name)).toEqual(['Citra Lesmana', 'Arjuna Wiranata']);
    expect(visits.length).toBe(1);
    expect(document.people[held?.id ?? '']?.origins?.[0]).toMatchObject({
      agency: 'Lapas Contoh',
      whole: false,
      handling: closed,
      values: { phones: ['+6281200000001'] },
    });
    expect(document.links[Object.keys(document.links)[0] ?? '']).toMatchObject({ sources: ['Lapas Contoh'], grade });
  });

  it('answers with a signed receipt that the sender finds in its register', async () => {
    const { received } = await itemsOf(police, first);
    await police.exchange.receipt(received.id, police.out('terima.sngx'));
    await prison.exchange.receiving.receive([police.out('terima.sngx').path]);
    expect(prison.exchange.register.rows().find(({ packageId }) => packageId === first)).toMatchObject({
      direction: 'out',
      outcome: { accepted: 5, rejected: 0, held: 0 },
    });
    expect(prison.exchange.register.statistics()).toMatchObject({ sent: 1, receipts: 1, awaitingReceipt: 0 });
  });

  it('keeps the originator’s word: no paper to act upon, and no passing on, until it agrees', async () => {
    const { session } = police.office.services;
    const file = localCase(police);
    expect(() => gatherCase(session.vault('cases.export'), file)).toThrow(code('originator-agreement'));
    await trust(police, third);
    const onward = { caseIds: [file], personIds: [], to: 'Lapas Lain', purpose: 'Teruskan' };
    const rows = police.exchange.sending.preview(onward);
    expect(rows.filter(({ outcome }) => outcome !== 'stays')).toEqual([]);
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['s2']));
    await expect(police.exchange.sending.seal(onward, police.out('terus.sngx'))).rejects.toEqual(code('package-empty'));

    const agreed: PackageBody = { kind: 'agreement', packageId: first, items: [], allows: 'action', reason: '' };
    await prison.exchange.sending.sealBody('Polres Contoh', agreed, 'Setuju', prison.out('setuju.sngx'));
    const { id } = await police.exchange.receiving.receive([prison.out('setuju.sngx').path]);
    await police.exchange.deciding.decide(id, 'accept-all');
    const paper = gatherCase(session.vault('cases.export'), file);
    expect(paper.subjects.map(({ name }) => name).sort()).toEqual(['Arjuna Wiranata', 'Citra Lesmana']);
    expect(paper.conditions).toEqual([{ agency: 'Lapas Contoh', handling: 'C A1 S2', conditions: '' }]);
    expect(police.exchange.sending.preview(onward).every(({ outcome }) => outcome === 'stays')).toBe(true);
  });

  it('in our own case leaves out what is theirs and keeps what is ours', async () => {
    const { cases, session } = police.office.services;
    const { people: held } = session.vault('people.read').document;
    const wife = Object.values(held).find(({ name }) => name === 'Citra Lesmana');
    const own = await cases.create(caseFields('Perkara sendiri'));
    await cases.addMember({ id: own.id, version: 1, personId: wife?.id ?? '', part: 'visitor', note: '' });
    const recall: PackageBody = { kind: 'recall', packageId: first, items: [], reason: 'Salah orang' };
    await prison.exchange.sending.sealBody('Polres Contoh', recall, 'Tarik', prison.out('tarik.sngx'));
    const { id } = await police.exchange.receiving.receive([prison.out('tarik.sngx').path]);
    expect(gatherCase(session.vault('cases.export'), own.id).subjects[0]?.phones).toEqual(['+6281200000001']);
    await police.exchange.deciding.decide(id, 'accept-all');
    expect(gatherCase(session.vault('cases.export'), own.id).subjects).toMatchObject([
      { name: 'Citra Lesmana', nationalIds: ['3175044901910001'], phones: [] },
    ]);
  });

  it('puts an earlier one right: what changed there is told from what was changed on both sides', async () => {
    const { people: register } = prison.office.services;
    const inmate = register.get(people.inmate).person;
    await register.change({
      id: inmate.id,
      version: inmate.version,
      fields: { ...personFields('Arjuna Wiratama'), roles: inmate.roles },
    });
    const second = await released('dua.sngx', { corrects: first, handling: { code: 'P' } });
    await police.exchange.receiving.receive([prison.out('dua.sngx').path]);
    const of = async (label: string) => (await itemsOf(police, second)).items.find((item) => item.label === label);
    expect(await of('Arjuna Wiratama')).toMatchObject({
      state: 'changed',
      fields: [{ field: 'name', kind: 'differs', ours: ['Arjuna Wiranata'], theirs: ['Arjuna Wiratama'] }],
    });
    const local = (await of('Arjuna Wiratama'))?.localId ?? '';
    const mine = police.office.services.people.get(local).person;
    await police.office.services.people.change({
      id: local,
      version: mine.version,
      fields: { ...personFields('Arjuna W.'), roles: mine.roles },
    });
    expect(await of('Arjuna Wiratama')).toMatchObject({ state: 'conflict' });
    const { received } = await itemsOf(police, second);
    await police.exchange.deciding.decide(received.id, 'accept-all');
    const after = police.office.services.people.get(local).person;
    expect(after).toMatchObject({ name: 'Arjuna Wiratama', aliases: ['Arjuna W.'] });
    expect(after.origins).toMatchObject([{ handling: { code: 'P' } }]);
    expect(after.origins?.[0]?.recalled).toBeUndefined();
    // Back at where it came from, it is what it was.
    const back = { caseIds: [], personIds: [local], to: 'Lapas Contoh', purpose: 'Kembali' };
    const { packageId } = await police.exchange.sending.seal(back, police.out('kembali.sngx'));
    await prison.exchange.receiving.receive([police.out('kembali.sngx').path]);
    expect((await itemsOf(prison, packageId)).items).toMatchObject([{ localId: people.inmate }]);
  });

  it('is not opened after its last day, nor from an agency no longer trusted', async () => {
    await released('tiga.sngx', { expiresOn: '2027-01-31' });
    police.setNow('2027-02-01T08:00:00.000Z');
    const { path } = prison.out('tiga.sngx');
    expect(await police.exchange.receiving.inspect([path])).toMatchObject({ expired: true });
    await expect(police.exchange.receiving.receive([path])).rejects.toEqual(code('package-expired'));
    const row = police.exchange.agencies.list().find(({ name }) => name === 'Lapas Contoh');
    await police.exchange.agencies.revoke(row?.id ?? '', 'Kunci hilang');
    await expect(police.exchange.receiving.inspect([path])).rejects.toEqual(code('package-sender-revoked'));
    await trust(police, prison, 'en');
  });
});

describe('a request for information', () => {
  it('is asked, noted on the other side, answered by a package and closed', async () => {
    const { requestId } = await (async () => {
      await police.exchange.ask(
        'Lapas Contoh',
        { subject: 'Kunjungan', question: 'Siapa saja?', deadline: '2027-03-01' },
        police.out('tanya.sngx'),
      );
      return police.exchange.register.requests()[0] ?? { requestId: '' };
    })();
    await prison.exchange.receiving.receive([police.out('tanya.sngx').path]);
    expect(prison.exchange.register.requests()).toMatchObject([
      { direction: 'in', requestId, question: 'Siapa saja?' },
    ]);
    await released('jawab.sngx', { answers: requestId });
    expect(prison.exchange.register.requests()[0]?.state).toBe('answered');
    await police.exchange.receiving.receive([prison.out('jawab.sngx').path]);
    const [asked] = police.exchange.register.requests();
    expect(asked).toMatchObject({ state: 'answered', direction: 'out' });
    await police.exchange.register.closeRequest(asked?.id ?? '', asked?.version ?? 0, 'Cukup');
    expect(police.exchange.register.requests()[0]).toMatchObject({ state: 'closed', closedNote: 'Cukup' });
  });
});

describe('new keys', () => {
  it('open what was sealed to the old ones, and wait for somebody to confirm them', async () => {
    await released('lama.sngx', { purpose: 'Sebelum diganti' });
    await police.exchange.identity.rotate();
    expect(await police.exchange.receiving.inspect([prison.out('lama.sngx').path])).toMatchObject({
      signature: 'good',
    });
    const { bytes } = await police.exchange.identity.card();
    const row = await prison.exchange.agencies.readCard(bytes);
    expect(row).toMatchObject({ state: 'trusted', successor: { vouched: true } });
    const confirmed = await prison.exchange.agencies.confirm(row.id, row.successor?.id ?? '');
    expect(confirmed).toMatchObject({
      state: 'trusted',
      successor: null,
      words: police.exchange.identity.get()?.words,
    });
  });
});
