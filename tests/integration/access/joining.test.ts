import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../../electron/services/records.ts';
import { caseFields, type Office, openOffice, personFields } from './support.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Tono: ['officer'], Umi: ['supervisor'] });
});
afterAll(() => office.end());

describe('people who are one, of whom one is in a case the officer must not know of', () => {
  it('stand in that case as one, and the officer learns nothing of it', async () => {
    const { cases, people, identity, session, undo } = office.services;
    await office.enter('Sari');
    const first = await people.create(personFields('Budi Contoh'));
    const second = await people.create(personFields('Boedi Tjontoh'));
    const file = await cases.create(caseFields('Jalur dapur'));
    const member = { id: file.id, version: file.version, part: 'visitor', note: 'Terlihat di dapur' } as const;
    await cases.addMember({ ...member, personId: second.id });

    await office.enter('Tono');
    const { undoId } = await identity.decide({ a: first.id, b: second.id, decision: 'same' });
    expect(cases.list()).toEqual([]);
    const [join] = identity.joinsOf(first.id);
    expect(join?.names).toEqual(['Boedi Tjontoh']);
    expect(JSON.stringify(join)).not.toContain('dapur');
    expect(() => historyOf(session, 'joins', join?.joinId ?? '')).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
    await expect(undo.apply(undoId)).resolves.toBeUndefined();
    await identity.decide({ a: first.id, b: second.id, decision: 'same' });

    await office.enter('Sari');
    expect(cases.get(file.id).file.members.map(({ personId, note }) => [personId, note])).toEqual([
      [first.id, 'Terlihat di dapur'],
    ]);
  });

  it('may not be joined by whoever only supervises', async () => {
    const { people, identity } = office.services;
    await office.enter('Sari');
    const [one, other] = [await people.create(personFields('Ani')), await people.create(personFields('Ani'))];
    await office.enter('Umi');
    await expect(identity.decide({ a: one.id, b: other.id, decision: 'same' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
