import { type App, powerMonitor } from 'electron';
import { isIdle } from './idle.ts';

export interface LockPolicyOptions {
  idleLimitSeconds(): number;
  isUnlocked(): boolean;
  lock(reason: 'idle' | 'suspend'): void;
}

const pollMs = 5_000;
const userInput = new Set([
  'mouseDown',
  'mouseMove',
  'mouseWheel',
  'rawKeyDown',
  'keyDown',
  'touchStart',
  'pointerDown',
]);

/** Locks when the officer has gone: idle time, suspend, a locked or switched desktop. Returns what stops it. */
export function watchForAbsence(app: App, options: LockPolicyOptions): () => void {
  let lastInput = Date.now();
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', (_raised, input) => {
      if (userInput.has(input.type)) lastInput = Date.now();
    });
  });

  const suspend = (): void => options.lock('suspend');
  powerMonitor.on('suspend', suspend);
  powerMonitor.on('lock-screen', suspend);
  powerMonitor.on('user-did-resign-active', suspend);

  const timer = setInterval(() => {
    if (!options.isUnlocked()) return;
    const idle = {
      own: (Date.now() - lastInput) / 1000,
      workstation: powerMonitor.getSystemIdleTime(),
      limit: options.idleLimitSeconds(),
    };
    if (isIdle(idle)) options.lock('idle');
  }, pollMs);

  return () => {
    clearInterval(timer);
    powerMonitor.off('suspend', suspend);
    powerMonitor.off('lock-screen', suspend);
    powerMonitor.off('user-did-resign-active', suspend);
  };
}
