import { expect, test } from 'vitest';
import { emptyToUndefined, withoutBlanks } from '../../../renderer/features/people/forms/blank.ts';

test('an emptied optional field has no value', () => {
  expect(emptyToUndefined('')).toBeUndefined();
  expect(emptyToUndefined('F.2.16')).toBe('F.2.16');
});

test('blank lines are left out and the rest keeps its order', () => {
  expect(withoutBlanks(['b', ' ', 'a', ''])).toEqual(['b', 'a']);
});
