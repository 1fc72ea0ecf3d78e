import { describe, expect, it } from 'vitest';
import { linksFrom } from '../../../electron/services/alerts/taking.ts';

const source = 'Temuan (rekaan)';
const from = (kind: Parameters<typeof linksFrom>[0]['kind'], people: string[], inmates: string[] = []) =>
  linksFrom({ kind, people, inmates }, source);

describe('links a finding supports', () => {
  it('join every two visitors who share a telephone or come together, suspected and ungraded', () => {
    expect(from('shared-phone', ['a', 'b', 'c'], ['w']).map((link) => [link.from, link.to, link.kind])).toEqual([
      ['a', 'b', 'shares-phone'],
      ['a', 'c', 'shares-phone'],
      ['b', 'c', 'shares-phone'],
    ]);
    for (const link of from('co-visits', ['a', 'b']))
      expect(link).toMatchObject({ status: 'suspected', grade: { source: 'F', information: '6' }, sources: [source] });
  });
  it('lead from an inmate to the visitor he called', () => {
    expect(from('called-visitor', ['a'], ['w'])).toMatchObject([
      { from: 'w', to: 'a', kind: 'phones', directed: true },
    ]);
  });
  it('are none where the finding says nothing of two people, or the group is large', () => {
    expect(from('sudden-rise', [], ['w'])).toEqual([]);
    expect(from('rotating-visitors', ['a', 'b'], ['w'])).toEqual([]);
    expect(from('shared-address', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual([]);
  });
});
