import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCovered,
  mayEvaluate,
  nextPseudonym,
  remindersOf,
  type SourceCard,
  sourceCardSchema,
} from '../../../shared/domain/source.ts';

const handler = '01960000-0000-7000-8000-000000000001';
const other = '01960000-0000-7000-8000-000000000002';
const authorisation = { by: 'Kepala', from: '2026-01-01', until: '2026-06-30', bringForward: '2026-05-01' };
const card: SourceCard = {
  pseudonym: 'S-07',
  reliability: 'B',
  name: 'Wulandari',
  nationalId: '',
  contact: '',
  handlers: [handler],
  motive: 'duty',
  motiveNote: '',
  risks: '',
  record: [],
  state: 'authorised',
  authorisation,
};
const faultOf = (changed: object): unknown =>
  sourceCardSchema.safeParse({ ...card, ...changed }).error?.issues.map(({ message }) => message);

describe('a source', () => {
  it('is not authorised without somebody who authorised it and a period in order', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ authorisation: undefined })).toEqual(['source-not-authorised']);
    expect(faultOf({ authorisation: undefined, state: 'proposed' })).toBeUndefined();
    expect(faultOf({ authorisation: { ...authorisation, until: '2025-12-31' } })).toEqual([
      'dates-reversed',
      'dates-reversed',
    ]);
    expect(faultOf({ authorisation: { ...authorisation, bringForward: '2026-07-01' } })).toEqual(['dates-reversed']);
  });

  it('is known outside by a name of letters, digits and hyphens, and always has a handler', () => {
    expect(sourceCardSchema.parse({ ...card, pseudonym: ' s-07 ' }).pseudonym).toBe('S-07');
    for (const pseudonym of ['', 'Wulan Dari', '7', 'S/07']) expect(faultOf({ pseudonym })).toBeDefined();
    expect(faultOf({ handlers: [] })).toBeDefined();
  });

  it.each([
    ['2026-04-01', undefined, []],
    ['2026-05-01', undefined, ['bring-forward']],
    ['2026-06-20', undefined, ['expires', 'bring-forward']],
    ['2026-06-30', undefined, ['expires', 'bring-forward']],
    ['2026-07-01', undefined, ['expired', 'bring-forward']],
    ['2026-03-01', '2026-02-28', ['contact-overdue']],
    ['2026-03-01', '2026-03-01', []],
  ] as const)('on %s, next contact %s, reminds of %j', (today, nextOn, reminders) => {
    expect(remindersOf(card, nextOn, today)).toEqual(reminders);
    expect(remindersOf({ ...card, state: 'ended' }, nextOn, today)).toEqual([]);
  });

  it('is covered on the days of its authorisation alone', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => isCovered(card, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isCovered({ state: 'proposed', authorisation }, '2026-02-01')).toBe(false);
  });

  it('is evaluated by anybody but its handlers', () => {
    expect(mayEvaluate(handler, card)).toBe(false);
    expect(mayEvaluate(other, card)).toBe(true);
    expect(mayEvaluate(other, { handlers: [handler, other] })).toBe(false);
  });

  it('gets a pseudonym nobody has', () => {
    expect(nextPseudonym([])).toBe('S-01');
    expect(nextPseudonym(['S-09', 'GARUDA', 'S-3'])).toBe('S-10');
    fc.assert(
      fc.property(fc.array(fc.nat(200)), (numbers) => {
        const taken = numbers.map((number) => `S-${String(number).padStart(2, '0')}`);
        expect(taken).not.toContain(nextPseudonym(taken));
      }),
    );
  });
});
