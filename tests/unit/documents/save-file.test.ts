import { expect, test } from 'vitest';
import { writeFailure } from '../../../electron/services/documents/save-file.ts';

test.each([
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['EROFS', 'permission-denied'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['ENOENT', 'folder-not-found'],
  ['EIO', 'disk-failed'],
])('when the operating system says %s the officer reads about %s', (code, told) => {
  expect(writeFailure(Object.assign(new Error(code), { code }))).toBe(told);
});
