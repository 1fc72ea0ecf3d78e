import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameFinding, knownAmong, type Recognisable } from '../../../shared/analysis/detection/same-finding.ts';
import { findingKinds } from '../../../shared/domain/finding.ts';

const group = (...people: string[]): Recognisable => ({
  id: `co-visits:${people[0] ?? ''}`,
  kind: 'co-visits',
  people,
  inmates: ['w'],
});
const rise = (inmate: string, day: number): Recognisable => ({
  id: `sudden-rise:${inmate}:${day}`,
  kind: 'sudden-rise',
  people: [],
  inmates: [inmate],
});

const anyFinding = fc.record({
  id: fc.string({ minLength: 1 }),
  kind: fc.constantFrom(...findingKinds),
  people: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
  inmates: fc.uniqueArray(fc.constantFrom('v', 'w', 'x')),
});

describe('a pattern known from before', () => {
  it('is known again with one more member, or when its first member goes', () => {
    expect(isSameFinding(group('b', 'c', 'd'), group('a', 'b', 'c', 'd'))).toBe(true);
    expect(isSameFinding(group('a', 'b', 'c'), group('b', 'c'))).toBe(true);
  });
  it('is another once it has outgrown what was looked at', () => {
    expect(isSameFinding(group('b', 'c'), group('a', 'b', 'c', 'd', 'e'))).toBe(false);
  });
  it('is known again when the four weeks of a rise move, not in another season and not of another inmate', () => {
    expect(isSameFinding(rise('w', 20_000), rise('w', 20_007))).toBe(true);
    expect(isSameFinding(rise('w', 20_000), rise('w', 20_028))).toBe(false);
    expect(isSameFinding(rise('w', 20_000), rise('x', 20_000))).toBe(false);
  });
  it('is the same both ways round, and itself', () => {
    fc.assert(
      fc.property(anyFinding, anyFinding, (one, other) => {
        expect(isSameFinding(one, one)).toBe(true);
        expect(isSameFinding(one, other)).toBe(isSameFinding(other, one));
      }),
    );
  });
  it('is found by its identifier before anything like it', () => {
    const [like, own] = [group('a', 'b', 'c', 'd'), group('b', 'c', 'd')];
    expect(knownAmong([like, own])(group('b', 'c', 'd', 'e'))).toBe(own);
    expect(knownAmong([like])(own)).toBe(like);
    expect(knownAmong([like])(rise('w', 20_000))).toBeUndefined();
  });
});
