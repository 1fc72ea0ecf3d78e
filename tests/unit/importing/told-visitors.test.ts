import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToldVisitors } from '../../../electron/services/importing/told-visitors.ts';
import { newTextPools, VisitRows } from '../../../electron/services/importing/visit-rows.ts';

/** Queue number, relation, visitor's name, NIK, telephone, address, inmate's name, registration number, cell. */
const texts = fc.tuple(...Array.from({ length: 9 }, () => fc.integer({ min: 0, max: 2 })));
const row = fc.record({ texts, inmate: fc.constantFrom('inmate:1', 'inmate:2') });

describe('visitors told of in the same words', () => {
  it('are the same to the same inmate, whatever else the row says, and nobody else is', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (wanted) => {
        const rows = new VisitRows(newTextPools());
        const visitors = new ToldVisitors(rows);
        const expected = new Map<string, string>();
        wanted.forEach((each, number) => {
          const at = rows.add(number, -1, each.texts, number + 1);
          const key = JSON.stringify([each.inmate, each.texts.slice(1, 6)]);
          expect(visitors.find(at, each.inmate)).toBe(expected.get(key));
          if (expected.has(key)) return;
          expected.set(key, `visitor:${number}`);
          visitors.add(at, each.inmate, `visitor:${number}`);
        });
      }),
    );
  });

  it('are still found when there are many of them', () => {
    const rows = new VisitRows(newTextPools());
    const visitors = new ToldVisitors(rows);
    const count = 20_000;
    for (let number = 0; number < count; number += 1) {
      const at = rows.add(0, -1, [0, 0, number, 0, 0, 0, 0, 0, 0], number + 1);
      visitors.add(at, 'inmate:1', `visitor:${number}`);
    }
    for (let number = 0; number < count; number += 997)
      expect(visitors.find(number, 'inmate:1')).toBe(`visitor:${number}`);
    expect(visitors.find(0, 'inmate:2')).toBeUndefined();
  });
});
