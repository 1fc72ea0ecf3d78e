import { expect, test } from 'vitest';
import { memberOfField, splitMembers } from '../../../renderer/features/cases/memberHistory.ts';

const officer = '01970000-0000-7000-8000-0000000000aa';
const member = (n: number, note = '') => ({
  personId: `01970000-0000-7000-8000-00000000000${String(n)}`,
  part: 'visitor',
  note,
  addedAt: '2026-11-24T09:00:00.000Z',
  addedBy: officer,
});
const entry = (before: unknown, after: unknown) => ({
  version: 2,
  at: '2026-11-24T09:00:00.000Z',
  by: officer,
  byName: 'Petugas Contoh',
  change: 'changed' as const,
  fields: [
    { field: 'members', before, after },
    { field: 'title', before: 'A', after: 'B' },
  ],
});

test('a changed member list becomes one line for each person it concerns', () => {
  const [split] = splitMembers([entry([member(1), member(2)], [member(1), member(2, 'baru'), member(3)])]);
  expect(split?.fields.map(({ field }) => memberOfField(field) ?? field)).toEqual([
    member(2).personId,
    member(3).personId,
    'title',
  ]);
  expect(split?.fields[1]).toMatchObject({ before: undefined });
});

test('other fields are no members', () => {
  expect(memberOfField('title')).toBeUndefined();
});
