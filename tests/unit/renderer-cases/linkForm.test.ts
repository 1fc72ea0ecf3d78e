import { expect, test } from 'vitest';
import type { LinkFields } from '../../../shared/domain/link.ts';
import { blankLink, kindFromText, linkResolver, refusals } from '../../../renderer/features/cases/linkForm.ts';

const complete: LinkFields = {
  ...blankLink,
  from: '01970000-0000-7000-8000-000000000001',
  to: '01970000-0000-7000-8000-000000000002',
  kind: 'knows',
  grade: { scheme: 'admiralty', source: 'B', information: '2' },
  sources: ['Laporan petugas'],
};

async function reasonsFor(change: Partial<LinkFields>): Promise<string[]> {
  const { errors } = await linkResolver({ ...complete, ...change }, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  return refusals(errors);
}

test('a complete link is refused for nothing', async () => {
  expect(await reasonsFor({})).toEqual([]);
});

test('a link says everything it lacks', async () => {
  expect(await reasonsFor(blankLink)).toEqual(['people', 'kind', 'grade', 'source']);
});

test.each<[string, Partial<LinkFields>]>([
  ['source', { sources: [] }],
  ['source', { sources: ['', '   '] }],
  ['grade', { grade: { scheme: 'admiralty', source: '', information: '' } }],
  ['grade', { grade: { scheme: '3x5x2', source: 'B', information: '2' } }],
  ['dates', { since: '2026-05-02', until: '2026-05-01' }],
  ['itself', { to: complete.from }],
])('without a proper %s it cannot be saved', async (reason, change) => {
  expect(await reasonsFor(change)).toEqual([reason]);
});

test('blank lines between sources are no sources', async () => {
  const { values } = await linkResolver({ ...complete, sources: ['', 'Laporan', ''] }, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  expect(values).toMatchObject({ sources: ['Laporan'] });
});

test('known kinds are kept by code, own words as they are', () => {
  const names: Record<string, string> = { supplies: 'Memasok', knows: 'Mengenal' };
  const nameOf = (kind: string): string => names[kind] ?? kind;
  expect(kindFromText('memasok ', nameOf)).toBe('supplies');
  expect(kindFromText('Satu sel', nameOf)).toBe('Satu sel');
});
