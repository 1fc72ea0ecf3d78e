import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionBar, type Origin, releaseBar } from '../../../shared/domain/exchange/origin.ts';
import { actionCodes, type Handling, sanitisationCodes, stricter } from '../../../shared/domain/handling.ts';
import { idOf } from '../../fixtures/documents/case-content.ts';

const codes = fc.oneof(
  fc.constant<Handling>({ code: 'P' }),
  fc.record({
    code: fc.constant('C' as const),
    action: fc.constantFrom(...actionCodes),
    sanitisation: fc.constantFrom(...sanitisationCodes),
    note: fc.constant(''),
  }),
);

const originOf = (handling: Handling, agreed: Origin['agreed'] = []): Origin => ({
  agencyId: idOf(1),
  agency: 'Lapas Contoh',
  itemId: idOf(2),
  handling,
  conditions: '',
  reference: '',
  packageId: idOf(3),
  sealedAt: '2026-03-02T09:00:00.000Z',
  receivedAt: '2026-03-02T09:00:00.000Z',
  version: 1,
  acceptedVersion: 1,
  whole: true,
  values: {},
  agreed,
});

describe('handling codes put together', () => {
  it('bar whatever either of them bars, in any order', () => {
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        const both = stricter(one, other);
        expect(stricter(other, one)).toEqual(both);
        expect(stricter(both, one)).toEqual(both);
        const bars = (handling: Handling) => [
          actionBar(originOf(handling)) !== null,
          releaseBar(originOf(handling), idOf(9)) !== null,
        ];
        const [first, second] = [bars(one), bars(other)];
        expect(bars(both)).toEqual(first.map((bar, place) => bar || second[place]));
      }),
    );
  });

  it('leave it to the originator: to have it back, to agree, to take it back', () => {
    const closed: Handling = { code: 'C', action: 'A1', sanitisation: 'S2', note: '' };
    const agreement = (kind: 'action' | 'sanitisation') => [
      { kind, packageId: idOf(4), at: '2026-03-03T09:00:00.000Z' },
    ];
    expect(actionBar(originOf(closed))).toBe('a1');
    expect(actionBar(originOf(closed, agreement('action')))).toBeNull();
    expect(releaseBar(originOf(closed, agreement('action')), idOf(9))).toBe('s2');
    expect(releaseBar(originOf(closed, agreement('sanitisation')), idOf(9))).toBeNull();
    expect(releaseBar(originOf(closed), idOf(1))).toBeNull();
    const recalled = {
      ...originOf({ code: 'P' }, agreement('action')),
      recalled: { packageId: idOf(5), at: '2026-03-04T09:00:00.000Z', reason: 'Salah orang' },
    };
    expect(actionBar(recalled)).toBe('recalled');
    expect(releaseBar(recalled, idOf(1))).toBe('recalled');
  });
});
