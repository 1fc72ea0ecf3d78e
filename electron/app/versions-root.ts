import { basename, dirname } from 'node:path';

/** The folder that holds `versions/<version>/<program>`; null where the program does not lie in one. */
export function versionsRoot(executable: string): string | null {
  const versions = dirname(dirname(executable));
  return basename(versions) === 'versions' ? dirname(versions) : null;
}
