import { BrowserWindow, type Session } from 'electron';
import type { Flavour } from './flavour.ts';
import { startPage } from './origin.ts';

export interface MainWindow {
  current(): BrowserWindow | null;
  isTrusted(webContentsId: number): boolean;
  /** Shows the window, made now if there is none. */
  show(): Promise<void>;
  /** A new page in a new process: what the old one had in memory goes with its process. */
  replace(): Promise<void>;
  /** @param textSize of everything on the page, per cent */
  enlarge(textSize: number): void;
  destroy(): void;
}

export interface WindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly flavour: Flavour;
  /** Of everything on a new page, per cent. */
  textSize(): number;
  /** The officer closes the window; it goes when the promise is done. */
  onClose(): Promise<void>;
}

// Always the same: where an officer puts the window is not worth a file that tells when the program was used.
const size = { width: 1366, height: 768, minWidth: 1024, minHeight: 640 };

function create({ session, preload, flavour }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    useContentSize: true,
    show: false,
    title: 'Sinergi',
    backgroundColor: '#1b1e23',
    webPreferences: {
      session,
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      disableDialogs: true,
      spellcheck: false,
      plugins: false,
      webgl: false,
      enableWebSQL: false,
      autoplayPolicy: 'document-user-activation-required',
      devTools: flavour === 'development',
    },
  });
  // Windows and macOS only, and newer macOS recorders pass it by: a hurdle, not a promise.
  window.setContentProtection(true);
  window.setMenuBarVisibility(flavour === 'development');
  return window;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

export function createMainWindow(options: WindowOptions): MainWindow {
  const trusted = new Set<number>();
  let window: BrowserWindow | null = null;

  async function open(bounds?: Electron.Rectangle): Promise<void> {
    const made = create(options);
    window = made;
    const { id } = made.webContents;
    trusted.add(id);
    made.webContents.once('destroyed', () => trusted.delete(id));
    if (bounds !== undefined) made.setBounds(bounds);
    let closing = false;
    made.on('close', (event) => {
      event.preventDefault();
      if (closing) return;
      closing = true;
      void options.onClose().finally(() => made.destroy());
    });
    made.webContents.on('dom-ready', () => made.webContents.setZoomFactor(options.textSize() / 100));
    made.once('ready-to-show', () => made.show());
    try {
      await made.webContents.loadURL(startPage);
    } catch (cause) {
      // Closed while it was loading: nothing failed.
      if (!made.isDestroyed()) throw cause;
    }
  }

  function discard(old: BrowserWindow): void {
    if (old.isDestroyed()) return;
    // Destroying a window may leave its process to be used again. Killed rather than crashed: a crash may leave a core file.
    const pid = old.webContents.getOSProcessId();
    if (pid > 0) kill(pid);
    old.destroy();
  }

  return {
    current: () => (window === null || window.isDestroyed() ? null : window),
    isTrusted: (id) => trusted.has(id),
    async show() {
      if (window === null || window.isDestroyed()) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    async replace() {
      const old = window;
      if (old === null || old.isDestroyed()) return open();
      const bounds = old.getBounds();
      discard(old);
      await open(bounds);
    },
    enlarge(textSize) {
      if (window !== null && !window.isDestroyed()) window.webContents.setZoomFactor(textSize / 100);
    },
    destroy() {
      if (window !== null) discard(window);
      window = null;
    },
  };
}
