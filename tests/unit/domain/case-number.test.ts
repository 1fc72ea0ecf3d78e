import { describe, expect, it } from 'vitest';
import { fillCaseNumber } from '../../../shared/domain/case-number.ts';

describe('a case number', () => {
  it('follows the template', () => {
    expect(fillCaseNumber('BK/{n}/{roman}/{year}', 7, new Date(2026, 10, 24))).toBe('BK/0007/XI/2026');
  });

  it('grows past four digits', () => expect(fillCaseNumber('{n}', 12_345, new Date())).toBe('12345'));
});
