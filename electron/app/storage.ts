import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

export interface UserData {
  readonly folder: string;
  /** Chromium's own files: caches and settings of an engine that has nothing to remember. */
  readonly chromium: string;
}

/** Has to run before the app is ready. Everything this process writes is for its user alone. */
export function prepareUserData(app: App): UserData {
  process.umask(0o077);
  const folder = app.getPath('userData');
  const chromium = join(folder, 'chromium');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  app.setPath('sessionData', chromium);
  return { folder, chromium };
}

/** Only while this is the one instance; a file still held is left for the next start. */
export function wipeChromiumFiles({ chromium }: UserData): void {
  try {
    rmSync(chromium, { recursive: true, force: true, maxRetries: 2 });
    mkdirSync(chromium, { mode: 0o700 });
  } catch {
    // Windows keeps open files.
  }
}
