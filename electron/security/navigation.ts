import type { App, Session, WebContents } from 'electron';

export type NavigationRefused = (kind: string) => void;

function fence(contents: WebContents, onRefused: NavigationRefused): void {
  const refuse = (kind: string) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    onRefused(kind);
  };
  // The page routes inside itself and is loaded by the main process only: whatever else moves it is an attack.
  contents.on('will-navigate', refuse('navigate'));
  contents.on('will-frame-navigate', (event) => refuse(event.isMainFrame ? 'navigate' : 'frame-navigate')(event));
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(() => {
    onRefused('window-open');
    return { action: 'deny' };
  });
}

/** Applies to every web contents there will ever be, not only to the windows we make. */
export function fenceNavigation(app: App, onRefused: NavigationRefused): void {
  app.on('web-contents-created', (_event, contents) => fence(contents, onRefused));
  app.on('login', (event) => {
    event.preventDefault();
    onRefused('login');
  });
  app.on('certificate-error', (event, _contents, _address, _error, _certificate, reply) => {
    event.preventDefault();
    reply(false);
    onRefused('certificate');
  });
  app.on('select-client-certificate', (event) => {
    event.preventDefault();
    onRefused('client-certificate');
  });
}

/** Files leave through the main process and its save dialog, never as a download. */
export function denyDownloads(session: Session, onRefused: NavigationRefused): void {
  session.on('will-download', (event, item) => {
    event.preventDefault();
    item.cancel();
    onRefused('download');
  });
}
