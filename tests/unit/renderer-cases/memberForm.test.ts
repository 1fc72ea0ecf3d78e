import { expect, test } from 'vitest';
import { blankAllegation, likelyPart, memberFormSchema } from '../../../renderer/features/cases/memberForm.ts';

test('a suspected supplier needs an allegation with grade and source', () => {
  const supplier = { part: 'supplier', note: '' };
  expect(memberFormSchema.safeParse(supplier).success).toBe(false);
  const blank = blankAllegation('2027-02-22');
  expect(memberFormSchema.safeParse({ ...supplier, allegation: blank }).success).toBe(false);
  const graded = { ...blank, source: 'Laporan', grade: { scheme: 'admiralty', source: 'C', information: '3' } };
  expect(memberFormSchema.safeParse({ ...supplier, allegation: graded }).success).toBe(true);
});

test('the part offered first is never the suspected supplier', () => {
  expect(likelyPart(['supplier'])).toBe('other');
  expect(likelyPart(['supplier', 'visitor', 'inmate'])).toBe('inmate');
  expect(likelyPart(['lawyer', 'visitor'])).toBe('visitor');
});
