import { expect, test } from 'vitest';
import { sortedCases } from '../../../renderer/features/cases/caseOrder.ts';

const row = (id: string, title: string, marking: 'biasa' | 'rahasia' | 'sangat-rahasia', reviewOn: string) => ({
  id,
  number: `BK/000${id}/XI/2026`,
  title,
  marking,
  status: 'open' as const,
  members: 1,
  links: 0,
  reviewOn,
  changedAt: '2026-11-24T09:00:00.000Z',
});
const rows = [
  row('1', 'Paket susu', 'sangat-rahasia', '2027-01-01'),
  row('2', 'Kunjungan serentak', 'biasa', '2026-12-01'),
  row('3', 'Ayam kecap', 'rahasia', '2027-03-01'),
];
const ids = (...args: Parameters<typeof sortedCases>) => sortedCases(...args).map(({ id }) => id);

test('cases are found by all words, in number or title', () => {
  expect(ids(rows, 'kunj 0002', 'number', false)).toEqual(['2']);
  expect(ids(rows, 'tidak ada', 'number', false)).toEqual([]);
});

test('markings sort by how secret they are, dates by day', () => {
  expect(ids(rows, '', 'marking', true)).toEqual(['1', '3', '2']);
  expect(ids(rows, '', 'reviewOn', false)).toEqual(['2', '1', '3']);
  expect(ids(rows, '', 'title', false)).toEqual(['3', '2', '1']);
});
