import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grade, gradeCodes, gradeSchema, gradeSchemes } from '../../../shared/domain/grade.ts';
import { convertGrade } from '../../../shared/domain/grade-conversion.ts';

const grades: Grade[] = gradeSchemes.flatMap((scheme) =>
  gradeCodes[scheme].source.flatMap((source) =>
    gradeCodes[scheme].information.map((information) => ({ scheme, source, information })),
  ),
);
const any = fc.constantFrom(...grades);
const scheme = fc.constantFrom(...gradeSchemes);

describe('converting a grade to another scheme', () => {
  it('gives a grade of that scheme, and says that it is approximate', () => {
    fc.assert(
      fc.property(any, scheme, (grade, to) => {
        const converted = convertGrade(grade, to);
        expect(gradeSchema.safeParse(converted.grade).success).toBe(true);
        expect(converted.grade.scheme).toBe(to);
        expect(converted.exact).toBe(grade.scheme === to);
      }),
    );
  });

  it('never makes the better source of two the worse one', () => {
    const [sources, order] = [gradeCodes.admiralty.source.slice(0, 5), 'ABCDE'];
    for (const to of gradeSchemes) {
      const places = sources.map((source) =>
        gradeCodes[to].source.findIndex(
          (code) => code === convertGrade({ scheme: 'admiralty', source, information: '3' }, to).grade.source,
        ),
      );
      expect(places, `${order} → ${to}`).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('keeps what cannot be judged unjudged', () => {
    expect(convertGrade({ scheme: 'admiralty', source: 'F', information: '6' }, '3x5x2').grade).toEqual({
      scheme: '3x5x2',
      source: '2',
      information: 'D',
    });
    expect(convertGrade({ scheme: '3x5x2', source: '2', information: 'D' }, 'admiralty').grade).toEqual({
      scheme: 'admiralty',
      source: 'F',
      information: '6',
    });
  });
});
