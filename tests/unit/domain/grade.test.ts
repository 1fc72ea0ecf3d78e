import { describe, expect, it } from 'vitest';
import { gradeCodes, gradeLabel, gradeSchema, gradeSchemes } from '../../../shared/domain/grade.ts';
import { messages } from '../../../shared/i18n/messages.ts';

describe('a grade', () => {
  it.each(gradeSchemes)('takes every code of %s and no other', (scheme) => {
    const { source, information } = gradeCodes[scheme];
    for (const s of source)
      for (const i of information)
        expect(gradeSchema.safeParse({ scheme, source: s, information: i }).success).toBe(true);
    expect(gradeSchema.safeParse({ scheme, source: 'Z', information: information[0] }).success).toBe(false);
    expect(gradeSchema.safeParse({ scheme, source: source[0], information: '9' }).success).toBe(false);
  });

  it('is refused when its codes belong to another scheme', () => {
    expect(gradeSchema.safeParse({ scheme: '3x5x2', source: 'A', information: '1' }).success).toBe(false);
  });

  it('reads as officers write it', () => {
    expect(gradeLabel({ scheme: 'admiralty', source: 'B', information: '2' })).toBe('B2');
  });

  it.each(['id', 'en'] as const)('has a meaning for every code of every scheme in %s', (language) => {
    const words = messages[language].domain.grade;
    for (const scheme of gradeSchemes) {
      expect(Object.keys(words[scheme].source).sort()).toEqual([...gradeCodes[scheme].source].sort());
      expect(Object.keys(words[scheme].information).sort()).toEqual([...gradeCodes[scheme].information].sort());
    }
  });
});
