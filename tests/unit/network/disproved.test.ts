import { describe, expect, it } from 'vitest';
import { associations } from '../../../shared/analysis/network/association.ts';
import { networkOfCase } from '../../../shared/analysis/network/case-ties.ts';
import { type AnalysedLink, everyLink, filterLinks, pairOf } from '../../../shared/analysis/network/link-filter.ts';
import { ungraded } from '../../../shared/domain/grade.ts';
import { newId } from '../../../electron/vault/ids.ts';

const [ani, budi, citra] = [newId(1), newId(2), newId(3)];
const link = (from: string, to: string, status: AnalysedLink['status']): AnalysedLink => ({
  id: newId(9),
  from,
  to,
  kind: 'knows',
  directed: false,
  status,
  grade: ungraded,
  sources: ['Laporan (rekaan)'],
});
const gone = link(ani, budi, 'disproved');
const kept = link(budi, citra, 'suspected');

describe('a link whose allegation was disproved', () => {
  it('ties nobody in an analysis, and the answer says that it was left out', () => {
    const options = { filter: everyLink, directed: false, weight: 'none' } as const;
    const asked = networkOfCase([ani, budi, citra], [gone, kept], options);
    expect(asked.used).toBe(1);
    expect(asked.leftOut.status).toBe(1);
    expect(asked.network).toEqual(networkOfCase([ani, budi, citra], [kept], options).network);
  });

  it('is in no cell of the matrix', () => {
    const cells = associations([gone, kept]);
    expect(cells.has(pairOf(gone))).toBe(false);
    expect(cells.get(pairOf(kept))).toMatchObject({ confirmed: 0, suspected: 1 });
  });

  it('is still shown, unless only others are asked for', () => {
    expect(filterLinks([gone, kept], everyLink).kept).toEqual([gone, kept]);
    expect(filterLinks([gone, kept], { ...everyLink, status: 'confirmed' }).kept).toEqual([]);
    expect(filterLinks([gone, kept], { ...everyLink, status: 'disproved' }).kept).toEqual([gone]);
  });
});
