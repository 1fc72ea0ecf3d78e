import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighHypotheses, weightOf } from '../../../shared/analysis/competing-hypotheses.ts';
import { type Judgement, judgements } from '../../../shared/domain/casework/case-fact.ts';
import { gradeCodes, gradeSchemes, type Grade } from '../../../shared/domain/grade.ts';
import { idOf } from '../../fixtures/documents/case-content.ts';

const grade = (source: string, information: string): Grade => ({ scheme: 'admiralty', source, information });
const fact = (number: number, of: Grade, judged: Readonly<Record<number, Judgement>>) => ({
  id: idOf(number),
  grade: of,
  judgements: Object.fromEntries(Object.entries(judged).map(([hypothesis, said]) => [idOf(Number(hypothesis)), said])),
});

const anyGrade = fc.constantFrom(...gradeSchemes).chain((scheme) =>
  fc.record({
    scheme: fc.constant(scheme),
    source: fc.constantFrom(...gradeCodes[scheme].source),
    information: fc.constantFrom(...gradeCodes[scheme].information),
  }),
);
const hypotheses = [idOf(1), idOf(2), idOf(3)];
const anyFacts = fc
  .array(
    fc.record({
      grade: anyGrade,
      said: fc.array(fc.option(fc.constantFrom(...judgements)), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ grade: of, said }, index) => ({
      id: idOf(100 + index),
      grade: of,
      judgements: Object.fromEntries(
        said.flatMap((each, column) => (each === null ? [] : [[hypotheses[column] ?? '', each] as const])),
      ),
    })),
  );

describe('hypotheses', () => {
  it('stand by how little speaks against them, not by how much fits', () => {
    const facts = [
      fact(11, grade('B', '2'), { 1: 'consistent', 2: 'neutral' }),
      fact(12, grade('B', '2'), { 1: 'consistent', 2: 'neutral' }),
      fact(13, grade('B', '2'), { 1: 'inconsistent', 2: 'neutral' }),
    ];
    const [first, second] = weighHypotheses([idOf(1), idOf(2)], facts).hypotheses;
    expect(first).toMatchObject({ id: idOf(2), rank: 1, against: 0, neutral: 3 });
    expect(second).toMatchObject({ id: idOf(1), rank: 2, against: 3, consistent: 2 });
  });

  it('are hit harder by what is well known than by a rumour', () => {
    const facts = [
      fact(11, grade('A', '1'), { 1: 'inconsistent', 2: 'consistent' }),
      fact(12, grade('E', '5'), { 1: 'consistent', 2: 'inconsistent' }),
      fact(13, grade('F', '6'), { 1: 'consistent', 2: 'inconsistent' }),
    ];
    expect(weighHypotheses([idOf(1), idOf(2)], facts).hypotheses.map(({ id, against }) => [id, against])).toEqual([
      [idOf(2), 2],
      [idOf(1), 3],
    ]);
  });

  it('rank the same in whatever order facts and hypotheses are told', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([facts, others]) => {
        const ranked = weighHypotheses(hypotheses, facts).hypotheses;
        expect(weighHypotheses(hypotheses, others).hypotheses).toEqual(ranked);
        expect(weighHypotheses(hypotheses.toReversed(), facts).hypotheses).toEqual(ranked);
      }),
    );
  });

  it('never rise by one more fact against them', () => {
    fc.assert(
      fc.property(anyFacts, anyGrade, (facts, of) => {
        const rankOf = (all: typeof facts): number =>
          weighHypotheses(hypotheses, all).hypotheses.find(({ id }) => id === idOf(1))?.rank ?? 0;
        const against = { id: idOf(999), grade: of, judgements: { [idOf(1)]: 'inconsistent' as const } };
        expect(rankOf([...facts, against])).toBeGreaterThanOrEqual(rankOf(facts));
      }),
    );
  });
});

describe('a fact', () => {
  it.each([
    [{ 1: 'consistent', 2: 'inconsistent' }, 'clear'],
    [{ 1: 'consistent', 2: 'neutral' }, 'some'],
    [{ 1: 'consistent', 2: 'consistent' }, 'none'],
    [{ 1: 'inconsistent' }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('judged %j tells them apart: %s', (judged, diagnosticity) => {
    expect(weighHypotheses([idOf(1), idOf(2)], [fact(11, grade('B', '2'), judged)]).facts[0]?.diagnosticity).toBe(
      diagnosticity,
    );
  });

  it('weighs as the worse of its two codes, in every scheme', () => {
    expect(weightOf(grade('A', '5'))).toBe(1);
    expect(weightOf(grade('C', '1'))).toBe(2);
    expect(weightOf({ scheme: '4x4', source: 'A', information: '1' })).toBe(3);
    expect(weightOf({ scheme: '4x4', source: 'X', information: '4' })).toBe(1);
  });
});
