import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeastLog10, atMostLog10, logGamma } from '../../../shared/analysis/detection/chance.ts';

describe('what chance gives', () => {
  it('knows the factorials', () => {
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 10);
    expect(logGamma(1)).toBeCloseTo(0, 10);
  });

  it('is a Poisson tail, as summed plainly', () => {
    expect(10 ** atLeastLog10(1, 0.5)).toBeCloseTo(1 - Math.exp(-0.5), 10);
    expect(10 ** atLeastLog10(3, 1)).toBeCloseTo(1 - Math.exp(-1) * 2.5, 10);
    expect(10 ** atMostLog10(2, 1)).toBeCloseTo(Math.exp(-1) * 2.5, 10);
    expect(10 ** atMostLog10(0, 4)).toBeCloseTo(Math.exp(-4), 10);
  });

  it('is rarer the more there are, and stays a number far out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0.01, max: 500, noNaN: true }), (count, mean) => {
        const here = atLeastLog10(count, mean);
        expect(here).toBeLessThanOrEqual(0);
        expect(atLeastLog10(count + 1, mean)).toBeLessThanOrEqual(here + 1e-6);
        expect(Number.isFinite(here)).toBe(true);
      }),
    );
  });
});
