import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { type EventName, type EventPayload, events } from '../../shared/contract.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { isOwnAddress } from '../app/origin.ts';
import { callChannel, eventChannel } from './channels.ts';
import { createEndpoints, type EndpointOptions, failure } from './endpoints.ts';

export type RefusalReason = 'no-frame' | 'not-top-frame' | 'foreign-origin' | 'untrusted-contents' | 'unknown-channel';

export interface RegisterOptions extends EndpointOptions {
  isTrusted(webContentsId: number): boolean;
  onRefused(reason: RefusalReason): void;
}

/** Why a sender is not our own page, or undefined when it is. */
export function senderFault(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  isTrusted: (webContentsId: number) => boolean,
): RefusalReason | undefined {
  const frame = event.senderFrame;
  // Null when the frame is gone or has navigated since it asked.
  if (frame === null || frame === undefined) return 'no-frame';
  if (frame.parent !== null) return 'not-top-frame';
  if (!isOwnAddress(frame.url)) return 'foreign-origin';
  if (!isTrusted(event.sender.id)) return 'untrusted-contents';
  return undefined;
}

class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Puts every channel of the contract behind the one IPC channel, with its checks in front. */
export function registerHandlers(options: RegisterOptions): void {
  const endpoints = createEndpoints(options);

  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const fault = senderFault(event, (id) => options.isTrusted(id));
    if (fault !== undefined) {
      options.onRefused(fault);
      throw new RefusedError('refused');
    }
    const endpoint = endpoints.get(name);
    if (endpoint === undefined) {
      options.onRefused('unknown-channel');
      return failure(new SinergiError('unknown-channel'));
    }
    return endpoint.run(input);
  });
}

/** Tells a page something unasked; what does not fit the contract is a fault of ours and stays here. */
export function sendEvent<N extends EventName>(contents: WebContents, name: N, payload: EventPayload<N>): void {
  if (contents.isDestroyed()) return;
  contents.send(eventChannel, name, events[name].parse(payload));
}
