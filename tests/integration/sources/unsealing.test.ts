import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeTrail } from '../../../shared/domain/audit.ts';
import { createUnsealing } from '../../../electron/services/sources/unsealing.ts';
import { type Office, openOffice } from '../access/support.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
let office: Office;
let sourceId: string;

beforeEach(async () => {
  office = await openOffice('Pendiri', {
    Hana: ['source-handler'],
    Sari: ['officer'],
    Umi: ['supervisor'],
    Wati: ['supervisor'],
  });
  await office.enter('Hana');
  const { id } = await office.services.sources.add({
    pseudonym: 'S-01',
    reliability: 'B',
    name: 'Wulandari Nama Asli',
    nationalId: '3578010101900001',
    contact: 'Warung',
    handlers: [office.idOf('Hana')],
    motive: 'duty',
    motiveNote: '',
    risks: 'rahasia',
    record: [],
    state: 'proposed',
  });
  sourceId = id;
});
afterEach(() => office.end());

async function ask(by = 'Umi'): Promise<string> {
  await office.enter(by);
  const { approvals } = office.services;
  return (await approvals.request({ kind: 'unseal-source', sourceId }, 'Ancaman terhadap sumber')).id;
}
const identity = { pseudonym: 'S-01', name: 'Wulandari Nama Asli', nationalId: '3578010101900001', contact: 'Warung' };

describe('who a source is, told to a supervisor', () => {
  it('is handed over by the handler who approves, read once, and both stand in the trail with the reason', async () => {
    const id = await ask();
    const { approvals, unsealing, audit } = office.services;
    expect(unsealing.list()).toMatchObject([{ approvalId: id, state: 'waiting', mine: true }]);
    await expect(unsealing.reveal(id)).rejects.toEqual(code('not-found'));
    await office.enter('Hana');
    await approvals.decide(id, 'approved', '');
    expect(approvals.list()).toMatchObject([{ id, state: 'used' }]);

    await office.enter('Wati');
    await expect(unsealing.reveal(id)).rejects.toEqual(code('not-found'));
    await office.enter('Sari');
    await expect(unsealing.reveal(id)).rejects.toEqual(code('not-allowed'));
    await office.enter('Umi');
    expect(unsealing.list()).toMatchObject([{ state: 'ready', pseudonym: 'S-01' }]);
    expect(await unsealing.reveal(id)).toEqual(identity);
    await expect(unsealing.reveal(id)).rejects.toEqual(code('unsealing-over'));
    expect(unsealing.list()).toMatchObject([{ state: 'over' }]);
    const trail = await audit.list({ ...wholeTrail, action: 'source.' });
    expect(trail.slice(0, 2).map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['source.unseal', 'Umi', 'Ancaman terhadap sumber'],
      ['source.hand-over', 'Hana', 'Ancaman terhadap sumber'],
    ]);
  });

  it('waits for a handler when another supervisor approves, who has nothing to hand over', async () => {
    const id = await ask();
    const { approvals, unsealing } = office.services;
    await office.enter('Wati');
    await approvals.decide(id, 'approved', '');
    await expect(unsealing.handOver(id)).rejects.toEqual(code('not-allowed'));
    await office.enter('Umi');
    expect(unsealing.list()).toMatchObject([{ state: 'approved' }]);
    await office.enter('Hana');
    expect(unsealing.list()).toMatchObject([{ approvalId: id, state: 'approved', mine: false, askedBy: 'Umi' }]);
    await unsealing.handOver(id);
    expect(unsealing.list()).toEqual([]);
    await expect(unsealing.handOver(id)).rejects.toEqual(code('not-found'));
    await office.enter('Umi');
    expect(await unsealing.reveal(id)).toEqual(identity);
  });

  it('is not read after a day', async () => {
    const id = await ask();
    const { approvals, session } = office.services;
    await office.enter('Hana');
    await approvals.decide(id, 'approved', '');
    await office.enter('Umi');
    const later = createUnsealing(session, approvals, () => new Date(Date.now() + 25 * 3_600_000));
    await expect(later.reveal(id)).rejects.toEqual(code('unsealing-over'));
  });

  it('is not handed over unapproved, refused, or to somebody who may not ask', async () => {
    const refused = await ask();
    const { approvals, unsealing } = office.services;
    await office.enter('Hana');
    await expect(unsealing.handOver(refused)).rejects.toEqual(code('not-found'));
    await approvals.decide(refused, 'refused', '');
    await expect(unsealing.handOver(refused)).rejects.toEqual(code('not-found'));
    const curious = await ask('Sari');
    await office.enter('Hana');
    await expect(approvals.decide(curious, 'approved', '')).rejects.toEqual(code('not-allowed'));
    await office.enter('Sari');
    expect(unsealing.list()).toMatchObject([{ state: 'approved' }]);
    await expect(unsealing.reveal(curious)).rejects.toEqual(code('not-allowed'));
  });

  it('opens with the own key of the officer it was sealed to and with no other', async () => {
    const id = await ask();
    const { approvals, session } = office.services;
    await office.enter('Hana');
    await approvals.decide(id, 'approved', '');
    const handed = Object.values(session.vault('own.session').document.unsealings)[0];
    const { box } = handed ?? {};
    if (box === undefined) throw new Error('nothing handed over');
    for (const name of ['Hana', 'Wati', 'Pendiri']) {
      await office.enter(name);
      const open = () => session.vault('own.session').sources.openOwn(box, `unsealed source/${sourceId}/${id}`);
      expect(open).toThrow(code('sources-damaged'));
    }
  });
});
