import { describe, expect, it } from 'vitest';
import { linkFieldsSchema } from '../../../shared/domain/link.ts';

const link = {
  from: '01890a5d-ac96-774b-bcce-b302099a8057',
  to: '01890a5d-ac96-774b-bcce-b302099a8058',
  kind: 'supplies',
  directed: true,
  status: 'suspected',
  grade: { scheme: 'admiralty', source: 'C', information: '3' },
  sources: ['Laporan P2U'],
  note: '',
} as const;

const faults = (value: unknown): string[] =>
  linkFieldsSchema.safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('a link', () => {
  it('can be saved with a grade and a source', () => expect(faults(link)).toEqual([]));

  it('cannot be saved without a source', () => {
    expect(faults({ ...link, sources: [] })).toEqual(['sources']);
    expect(faults({ ...link, sources: ['   '] })).toEqual(['sources.0']);
  });

  it('cannot be saved without a grade', () => {
    const { grade: _, ...ungraded } = link;
    expect(faults(ungraded)).toEqual(['grade']);
  });

  it('cannot join a person to himself', () => expect(faults({ ...link, to: link.from })).toEqual(['to']));

  it('cannot end before it begins', () =>
    expect(faults({ ...link, since: '2026-03-02', until: '2026-03-01' })).toEqual(['until']));
});
