import { expect, test } from 'vitest';
import { unlinkedVisitPairs, visitsBetween, visitsLink } from '../../../renderer/features/cases/evidence.ts';
import { linkFieldsSchema } from '../../../shared/domain/link.ts';

const [visitor, inmate, other] = [
  '01970000-0000-7000-8000-000000000001',
  '01970000-0000-7000-8000-000000000002',
  '01970000-0000-7000-8000-000000000003',
] as const;
const pair = { visitorId: visitor, inmateId: inmate, count: 8, first: '2026-03-07', last: '2026-08-21' };
const fields = {
  ...visitsLink(pair, 'Buku kunjungan'),
  grade: { scheme: 'admiralty' as const, source: 'B', information: '2' },
};
const link = {
  ...fields,
  id: '01970000-0000-7000-8000-000000000009',
  caseId: '01970000-0000-7000-8000-000000000008',
  version: 1,
  createdAt: '2026-11-24T09:00:00.000Z',
  createdBy: other,
  changedAt: '2026-11-24T09:00:00.000Z',
  changedBy: other,
};

test('visits between two people are found from either end', () => {
  expect(visitsBetween([pair], inmate, visitor)).toBe(pair);
  expect(visitsBetween([pair], visitor, other)).toBeUndefined();
});

test('the register offers everything of a link but its grade, which only an officer gives', () => {
  expect(visitsLink(pair, 'Buku kunjungan')).not.toHaveProperty('grade');
  expect(linkFieldsSchema.safeParse(fields).success).toBe(true);
});

test('a pair is offered until a visits link speaks of it', () => {
  expect(unlinkedVisitPairs({ visitPairs: [pair], links: [] })).toEqual([pair]);
  expect(unlinkedVisitPairs({ visitPairs: [pair], links: [link] })).toEqual([]);
  expect(unlinkedVisitPairs({ visitPairs: [pair], links: [{ ...link, kind: 'knows' }] })).toEqual([pair]);
});
