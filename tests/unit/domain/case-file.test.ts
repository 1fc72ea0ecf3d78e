import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../../shared/domain/case-file.ts';

const file = {
  title: 'Kunjungan serentak',
  marking: 'rahasia',
  purpose: 'Menilai',
  legalBasis: 'UU 22/2022',
  members: [{ registrationNumber: 'B.I 1000/2022', part: 'inmate' }],
  links: [],
};

describe('a case file as JSON', () => {
  it('is taken as documented', () => expect(caseFileSchema.safeParse(file).success).toBe(true));

  it('may leave links out', () => {
    const { links: _, ...without } = file;
    expect(caseFileSchema.parse(without).links).toEqual([]);
  });

  it('takes a digit of a grade as a number', () => {
    const link = {
      from: { name: 'A' },
      to: { name: 'B' },
      kind: 'supplies',
      grade: { scheme: 'admiralty', source: 'B', information: 2 },
      source: 'Laporan',
      status: 'suspected',
    };
    expect(caseFileSchema.parse({ ...file, links: [link] }).links[0]?.grade.information).toBe('2');
  });

  it.each([
    ['a field it does not know', { ...file, colour: 'red' }],
    ['a member nobody is named in', { ...file, members: [{ part: 'inmate' }] }],
    ['a marking that does not exist', { ...file, marking: 'secret' }],
  ])('is refused for %s', (_, wrong) => expect(caseFileSchema.safeParse(wrong).success).toBe(false));
});
