import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../../shared/analysis/detection/detect.ts';
import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import type { FindingKind } from '../../../shared/domain/finding.ts';
import { type WatchedPrison, watchedPrison } from '../../fixtures/prison/watched-prison.ts';
import { type Taken, takeIn } from './detecting.ts';

const quiet = (): undefined => undefined;
const takePrison = ({ registers, visitors, senders }: WatchedPrison): Promise<Taken> =>
  takeIn(registers, { visits: visitors, goods: senders });

describe.each([71, 74])('patterns planted in all registers (seed %i)', (seed) => {
  const prison = watchedPrison({ seed, planted: true });
  const { planted } = prison;
  let findings: readonly Finding[];
  let called: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const taken = await takePrison(prison);
    ({ called } = taken);
    const banned = [...called].filter(([, key]) => key === planted.banned).map(([id]) => id);
    const bans = banned.map((personId, number) => ({ id: `ban ${number}`, personId, ...planted.ban }));
    findings = detect({ ...taken.input, bans }, quiet);
  });
  const of = (kind: FindingKind): Finding[] => findings.filter((finding) => finding.kind === kind);
  const peopleOf = (kind: FindingKind): (string | undefined)[] =>
    of(kind).flatMap(({ people }) => people.map((id) => called.get(id)));
  const inmatesOf = (kind: FindingKind): (string | undefined)[] =>
    of(kind).flatMap(({ inmates }) => inmates.map((id) => called.get(id)));

  it('a visitor of others whom inmates call', () => {
    expect(peopleOf('called-visitor')).toContain(planted.calledVisitor);
  });
  it('a number that several inmates call', () => {
    expect(of('shared-number').map(({ values }) => values['contact'])).toContain(`+62${planted.sharedNumber.slice(1)}`);
  });
  it('finds after visits, and after deposits', () => {
    expect(peopleOf('find-after-visit')).toContain(planted.carrier);
    expect(peopleOf('find-after-deposit')).toContain(planted.sender);
  });
  it('sudden rises and falls of visits and calls', () => {
    expect(inmatesOf('calls-rise')).toContain(planted.callsRise);
    expect(inmatesOf('calls-fall')).toContain(planted.callsFall);
    expect(inmatesOf('sudden-rise')).toContain(planted.visitsRise);
    expect(inmatesOf('sudden-fall')).toContain(planted.visitsFall);
  });
  it('a visitor who is new wherever an inmate has just moved', () => {
    expect(peopleOf('new-after-move')).toContain(planted.newcomer);
  });
  it('somebody banned who comes under another spelling', () => {
    expect(peopleOf('ban-evasion')).toContain(planted.evader);
  });
  it('staff whose number a visitor gave or an inmate called', () => {
    expect(of('staff-contact').map(({ values }) => values['staff'])).toEqual(
      expect.arrayContaining([planted.staffVisited, planted.staffCalled]),
    );
  });
  it('and little else', () => {
    const about = new Set(Object.values(planted));
    const strange = findings.filter(
      ({ people, inmates, values, kind }) =>
        ![...people, ...inmates].some((id) => about.has(called.get(id) ?? '')) &&
        ![values['staff'], kind].some((value) => about.has(String(value))) &&
        kind !== 'shared-number',
    );
    expect(strange.length).toBeLessThanOrEqual(4);
    for (const { score, observed, expected, kind, rows } of findings) {
      expect(score).toBeGreaterThanOrEqual(1);
      expect(rows.length).toBeGreaterThan(0);
      expect([kind, observed < expected]).toEqual([kind, kind.endsWith('fall')]);
    }
  });
});

describe('registers in which nothing is planted', () => {
  it('give next to no finding', async () => {
    let total = 0;
    for (const seed of [81, 82]) {
      const { input } = await takePrison(watchedPrison({ seed, planted: false }));
      total += detect(input, quiet).length;
    }
    expect(total).toBeLessThanOrEqual(2);
  });
});

describe('some registers alone', () => {
  const prison = watchedPrison({ seed: 71, planted: true });
  const { inmates, visits, calls, goods } = prison.registers;

  it.each([
    ['nothing', {}],
    ['inmates', { inmates }],
    ['calls', { inmates, calls }],
    ['visits', { inmates, visits }],
    ['goods', { inmates, goods }],
  ])('%s do no harm', async (_, registers) => {
    const { input } = await takeIn(registers, {});
    const kinds = new Set(detect(input, quiet).map(({ kind }) => kind));
    expect(kinds.has('find-after-visit')).toBe(false);
    expect(kinds.has('shared-number')).toBe('calls' in registers);
  });
});
