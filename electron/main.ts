import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import type { EventName, EventPayload, LockReason } from '../shared/contract.ts';
import { createDialogs } from './app/dialogs.ts';
import { flavour, releaseKey } from './app/flavour.ts';
import { versionsRoot } from './app/versions-root.ts';
import { watchForAbsence } from './app/lock-policy.ts';
import { createLog } from './app/log.ts';
import { policyPlaces } from './app/policy-places.ts';
import { setMenu } from './app/menu.ts';
import { declareScheme, readManifest, serveApp } from './app/protocol.ts';
import { prepareUserData, wipeChromiumFiles } from './app/storage.ts';
import { createMainWindow } from './app/window.ts';
import { createApplication } from './application.ts';
import { readPolicy } from './services/policy/policy-file.ts';
import { usualUnlockTime } from './services/ports.ts';
import { registerHandlers, sendEvent } from './ipc/register.ts';
import { createGuardedClipboard } from './security/clipboard.ts';
import { denyDownloads, fenceNavigation } from './security/navigation.ts';
import { cutOff, silenceChromium } from './security/network.ts';
import { denyPermissions } from './security/permissions.ts';
import { refusedSwitches } from './security/switches.ts';
import { systemClipboard } from './security/system-clipboard.ts';

const refused = refusedSwitches(process.argv, flavour, process.platform === 'win32');
if (refused.length > 0) {
  process.stderr.write(`Sinergi does not run with --${refused.join(', --')}.\n`);
  process.exit(78);
}

// Everything up to whenReady has to happen before Chromium starts.
const userData = prepareUserData(app);
const log = createLog(join(userData.folder, 'sinergi.log'), flavour !== 'release');
// As root Chromium's sandbox cannot be had; only a launcher of a build that is not released may leave it out.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceChromium(app);
declareScheme();
fenceNavigation(app, (kind) => log.note('navigation-refused', { kind }));

app.on('session-created', (created) => {
  cutOff(created, {
    development: flavour === 'development',
    onRefused: (scheme) => log.note('request-refused', { scheme }),
  });
  denyPermissions(created, (permission) => log.note('permission-refused', { permission }));
  denyDownloads(created, (kind) => log.note('navigation-refused', { kind }));
});

/** Where the launcher has put the demonstration vault, which everybody may open. */
function demonstration(): { folder: string; passphrase: string } | null {
  const folder = process.env['SINERGI_DEMO_VAULT'];
  const passphrase = process.env['SINERGI_DEMO_PASSPHRASE'];
  if (!app.commandLine.hasSwitch('demo') || folder === undefined || passphrase === undefined) return null;
  return { folder, passphrase };
}

/** Before there is a window; nobody is there to answer it in a test. */
function apologise(text: string): void {
  if (flavour !== 'test') dialog.showErrorBox('Sinergi', text);
}

async function run(): Promise<void> {
  await app.whenReady();
  setMenu(flavour, process.platform);

  const files = join(app.getAppPath(), 'dist');
  // Without "persist:" the partition lives in memory and leaves nothing behind.
  const pages = session.fromPartition('sinergi', { cache: false });
  serveApp(pages, readManifest(join(files, 'renderer')));

  let leaving = false;
  const clipboard = createGuardedClipboard(systemClipboard);
  const window = createMainWindow({
    session: pages,
    preload: join(files, 'electron/preload.cjs'),
    flavour,
    textSize: () => application.textSize(),
    onClose: () => end('close'),
  });

  async function startFreshPage(reason: LockReason): Promise<void> {
    if (leaving) return;
    // The old page goes first and whatever happens: it still shows what was open.
    const replaced = window.replace();
    await Promise.allSettled([clipboard.clear(), pages.clearStorageData(), pages.clearCache()]);
    await replaced;
    tell('vault.locked', { reason });
  }

  function tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
    const contents = window.current()?.webContents;
    if (contents !== undefined) sendEvent(contents, name, payload);
  }

  const application = createApplication({
    userData: userData.folder,
    policy: readPolicy(policyPlaces({ flavour, platform: process.platform, env: process.env })),
    dialogs: createDialogs(() => window.current()),
    workers: { path: (name) => join(files, `electron/${name}.worker.cjs`) },
    // Tests unlock all the time; what they need is that it works.
    unlockTime: flavour === 'test' ? 0 : usualUnlockTime,
    about: { version: app.getVersion(), runtime: `Electron ${process.versions.electron}`, demo: demonstration() },
    installed: { root: versionsRoot(process.execPath), releaseKey },
    enlarge: (textSize) => window.enlarge(textSize),
    emit: tell,
    copy: (text) => clipboard.copy(text),
    copyPicture: (png) => clipboard.copyPicture(png),
    locked: (reason) => void startFreshPage(reason).catch((error: unknown) => log.failure('fresh-page', error)),
  });

  registerHandlers({
    handlers: application.handlers,
    isTrusted: (id) => window.isTrusted(id),
    require: (verb) => application.require(verb),
    onRefused: (reason) => log.note('call-refused', { reason }),
    onFailure: (channel, error) => log.failure(channel, error),
    checkAnswers: flavour !== 'release',
  });

  // Opening a vault waits for this and is refused when it fails; here it only begins early.
  application.ready().then(
    () => log.note('self-test-passed'),
    (error: unknown) => log.failure('self-test', error),
  );

  let ended: Promise<void> | undefined;
  const stopWatching = watchForAbsence(app, {
    idleLimitSeconds: () => application.idleLimitSeconds(),
    isUnlocked: () => application.isUnlocked(),
    lock: (reason) => void application.lock(reason).catch((error: unknown) => log.failure('lock', error)),
  });

  /** Closes the vault, then the program. Asked twice, it still ends once. */
  function end(reason: 'close' | 'quit'): Promise<void> {
    leaving = true;
    ended ??= (async () => {
      stopWatching();
      try {
        await application.lock(reason);
        await clipboard.clear();
      } catch (error) {
        log.failure('end', error);
      }
      window.destroy();
      wipeChromiumFiles(userData);
      app.exit(0);
    })();
    return ended;
  }

  app.on('before-quit', (event) => {
    event.preventDefault();
    void end('quit');
  });
  app.on('second-instance', () => void window.show());
  app.on('activate', () => void window.show());
  // A lock replaces the only window; the program ends in end().
  app.on('window-all-closed', () => undefined);
  process.on('uncaughtException', (error) => {
    log.failure('uncaught', error);
    apologise('Sinergi met a fault it cannot work on with and closes. What was saved is safe.');
    void end('quit');
  });
  process.on('unhandledRejection', (error) => log.failure('unhandled', error));

  await window.show();
}

if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  wipeChromiumFiles(userData);
  run().catch((error: unknown) => {
    log.failure('start', error);
    apologise('Sinergi could not start.');
    app.exit(70);
  });
}
