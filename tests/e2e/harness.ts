import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startXvfb } from '../../build/runtime/xvfb.mjs';
import { _electron as electron, type ElectronApplication, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');

/** The packaged test build; `SINERGI_APP` names another. */
export const executable = process.env['SINERGI_APP'] ?? join(root, 'out/test/linux-unpacked/sinergi');
export const releaseExecutable = join(root, 'out/release/linux-unpacked/sinergi');

export interface LaunchOptions {
  /** Used as it is and left behind; without it a temporary folder that goes with close(). */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Started in place of the app, with its arguments: strace, for one. */
  readonly wrapper?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  readonly close: () => Promise<void>;
}

const isRoot = process.getuid?.() === 0;

/** Chromium refuses to start as root with its sandbox; only here and in the launcher is it left out, and only then. */
export const rootArguments: readonly string[] = isRoot ? ['--no-sandbox'] : [];

let ownDisplay: Promise<{ readonly display: string }> | undefined;

/** Clipboard and focus belong to a display, so each worker of the test runner has one to itself. */
export async function displayEnvironment(): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux') return {};
  ownDisplay ??= startXvfb();
  return { DISPLAY: (await ownDisplay).display, WAYLAND_DISPLAY: '' };
}

/** Starts the packaged app and waits for its first page. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'sinergi-e2e-')));
  const environment = Object.entries({ ...process.env, ...(await displayEnvironment()), ...options.env });
  const env = Object.fromEntries(environment.filter((entry): entry is [string, string] => entry[1] !== undefined));
  const launch = (): Promise<ElectronApplication> =>
    electron.launch({
      executablePath: options.wrapper ?? executable,
      args: [...rootArguments, `--user-data-dir=${userData}`, '--force-device-scale-factor=1', ...(options.args ?? [])],
      env,
      timeout: 30_000,
    });
  const app = await launch().catch((error: unknown) => {
    // Chromium's GPU process may end while it starts on a virtual display, and the program then never answers the runner.
    process.stderr.write(`The program did not answer and is started once more: ${String(error)}\n`);
    return launch();
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return {
    app,
    page,
    userData,
    async close() {
      await app.close();
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
    },
  };
}

/** The page that stands after a lock: the old one's process is gone. Call before the act that locks, await after it. */
export async function nextPage(app: ElectronApplication): Promise<Page> {
  const page = await app.waitForEvent('window');
  await page.waitForLoadState('load');
  return page;
}

/** Lets the next open dialogs answer with these paths; none means the officer cancelled. */
export async function stubOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** Lets the next save dialogs answer with this path; null means the officer cancelled. */
export async function stubSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}
