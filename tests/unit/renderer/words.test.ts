import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { matches } from '../../../renderer/app/shell/matches.ts';
import { issueKey } from '../../../renderer/lib/forms.ts';
import { plainValue } from '../../../renderer/lib/plainValue.ts';
import { vaultName } from '../../../renderer/lib/vaultName.ts';
import { dateSchema, requiredText } from '../../../shared/domain/basics.ts';
import { settingsFieldsSchema } from '../../../shared/domain/settings.ts';

const issueOf = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: issueKey }).error?.issues[0]?.message;

describe('what is wrong with a field', () => {
  it('is that it is empty', () => {
    expect(issueOf(requiredText(10), '  ')).toBe('required');
    expect(issueOf(requiredText(10), undefined)).toBe('required');
    expect(issueOf(dateSchema, '')).toBe('required');
  });

  it('is a limit, which is named', () => {
    expect(issueOf(requiredText(3), 'abcd')).toBe('too-long:3');
    expect(issueOf(settingsFieldsSchema.shape.idleLockSeconds, 5)).toBe('too-low:30');
    expect(issueOf(settingsFieldsSchema.shape.reviewAfterDays, 900)).toBe('too-high:365');
  });

  it('is a day that does not exist', () => expect(issueOf(dateSchema, '2026-02-31')).toBe('date'));
  it('is a choice not made', () => expect(issueOf(z.enum(['a', 'b']), 'c')).toBe('choose'));
  it('keeps the code a schema gives it', () =>
    expect(issueOf(settingsFieldsSchema.shape.caseNumberTemplate, 'BK')).toBe('invalid-input'));
});

describe('a stored value', () => {
  it('reads as its parts', () => expect(plainValue({ a: ['x', 'y'], b: '', c: 3 })).toBe('x, y, 3'));
  it('is nothing when it holds nothing', () => expect(plainValue({ a: [], b: null })).toBeUndefined());
});

describe('a vault', () => {
  it.each([
    ['/media/petugas/Cipinang.cvault', 'Cipinang'],
    ['D:\\Data\\Cipinang.cvault\\', 'Cipinang'],
  ])('in %s is called %s', (folder, name) => expect(vaultName(folder)).toBe(name));
});

describe('the command palette', () => {
  it('finds words in any order and case', () => expect(matches('Berkas perkara', 'PERK berk')).toBe(true));
  it('does not find what is not there', () => expect(matches('Berkas perkara', 'orang')).toBe(false));
});
