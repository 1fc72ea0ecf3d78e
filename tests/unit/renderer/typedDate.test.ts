import { describe, expect, it } from 'vitest';
import { readTypedDate } from '../../../renderer/lib/typedDate.ts';

describe('a typed day', () => {
  it.each(['02/03/2026', '2/3/2026', '2-3-2026', '2.3.2026', ' 02 03 2026 ', '2026-03-02'])('%s is 2 March', (typed) =>
    expect(readTypedDate(typed)).toBe('2026-03-02'),
  );

  it.each(['31/02/2026', '12/13/2026', '02/03/26', 'besok', ''])('"%s" is no day', (typed) =>
    expect(readTypedDate(typed)).toBeNull(),
  );

  it('knows leap years', () => {
    expect(readTypedDate('29/02/2028')).toBe('2028-02-29');
    expect(readTypedDate('29/02/2026')).toBeNull();
  });
});
