import { z } from 'zod';

/**
 * Source and information codes by grading scheme. Categorical: a grade is never a percentage.
 * Sources: Admiralty/NATO (MISP taxonomy `admiralty-scale`, CC0); 3x5x2 (College of Policing APP);
 * 4x4 (UNODC Criminal Intelligence Manual for Analysts, 2011); 5x5x5 (superseded UK form, readable only).
 */
export const gradeCodes = {
  admiralty: { source: ['A', 'B', 'C', 'D', 'E', 'F'], information: ['1', '2', '3', '4', '5', '6'] },
  '3x5x2': { source: ['1', '2', '3'], information: ['A', 'B', 'C', 'D', 'E'] },
  '4x4': { source: ['A', 'B', 'C', 'X'], information: ['1', '2', '3', '4'] },
  '5x5x5': { source: ['A', 'B', 'C', 'D', 'E'], information: ['1', '2', '3', '4', '5'] },
} as const satisfies Record<string, { source: readonly string[]; information: readonly string[] }>;

export const gradeSchemes = ['admiralty', '3x5x2', '4x4', '5x5x5'] as const;
export const gradeSchemeSchema = z.enum(gradeSchemes);
export type GradeScheme = z.infer<typeof gradeSchemeSchema>;

export const gradeSchema = z
  .strictObject({ scheme: gradeSchemeSchema, source: z.string(), information: z.string() })
  .superRefine((grade, context) => {
    const codes: { source: readonly string[]; information: readonly string[] } = gradeCodes[grade.scheme];
    if (!codes.source.includes(grade.source))
      context.addIssue({ code: 'custom', path: ['source'], message: 'grade-invalid' });
    if (!codes.information.includes(grade.information))
      context.addIssue({ code: 'custom', path: ['information'], message: 'grade-invalid' });
  });
export type Grade = z.infer<typeof gradeSchema>;

/** The honest grade of something nobody has judged yet. */
export const ungraded: Grade = { scheme: 'admiralty', source: 'F', information: '6' };

/** As officers write it: `B2`. */
export const gradeLabel = (grade: Grade): string => `${grade.source}${grade.information}`;
