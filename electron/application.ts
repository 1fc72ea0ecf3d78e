import type { Handlers, LockReason } from '../shared/contract.ts';
import type { Verb } from '../shared/domain/access.ts';
import type { TextSize } from '../shared/domain/settings.ts';
import { createHandlers } from './ipc/handlers.ts';
import type { Ports } from './services/ports.ts';
import { createServices } from './services/services.ts';

/** The program without its window: what the main process needs to answer pages and to lock. */
export interface Application {
  readonly handlers: Handlers;
  /** @throws SinergiError `encryption-faulty` */
  ready(): Promise<void>;
  /** @throws SinergiError `locked`, `not-allowed` */
  require(verb: Verb): void;
  isUnlocked(): boolean;
  lock(reason: LockReason): Promise<void>;
  idleLimitSeconds(): number;
  textSize(): TextSize;
}

export function createApplication(ports: Ports): Application {
  const services = createServices(ports);
  const { session } = services;
  return {
    handlers: createHandlers(services, ports),
    ready: services.ready,
    require: (verb) => void session.vault(verb),
    isUnlocked: session.isUnlocked,
    lock: session.end,
    idleLimitSeconds: () => services.settings.idleLimitSeconds(),
    textSize: () => services.preferences.get().textSize,
  };
}
