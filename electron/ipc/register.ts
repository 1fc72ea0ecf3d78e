import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import {
  type ChannelName,
  contract,
  type EventName,
  type EventPayload,
  events,
  type Handlers,
} from '../../shared/contract.ts';
import type { Access, Channel } from '../../shared/contract/channel.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { isOwnAddress } from '../app/origin.ts';
import { callChannel, eventChannel } from './channels.ts';

export type RefusalReason = 'no-frame' | 'not-top-frame' | 'foreign-origin' | 'untrusted-contents' | 'unknown-channel';

export interface RegisterOptions {
  readonly handlers: Handlers;
  isTrusted(webContentsId: number): boolean;
  isUnlocked(): boolean;
  onRefused(reason: RefusalReason): void;
  onFailure(channel: ChannelName, error: unknown): void;
  /** Answers are checked against the contract too: everywhere but in the release. */
  readonly checkAnswers: boolean;
}

interface Endpoint {
  readonly access: Access;
  run(input: unknown): Promise<Result<unknown>>;
}

const failure = (error: SinergiError): Result<never> => ({
  ok: false,
  error: { code: error.code, ...(error.details === undefined ? {} : { details: error.details }) },
});

/** Where the input is wrong and how, never what it was: a passphrase may be among it. */
function invalidInput(error: z.ZodError): SinergiError {
  const fields = error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`);
  return new SinergiError('invalid-input', { fields });
}

function endpointFor(name: ChannelName, options: RegisterOptions): Endpoint {
  const channel: Channel<z.ZodType, z.ZodType> = contract[name];
  const handle: (input: never) => Promise<unknown> = options.handlers[name];
  return {
    access: channel.access,
    async run(raw) {
      const input = channel.input.safeParse(raw);
      if (!input.success) return failure(invalidInput(input.error));
      try {
        // Handlers derives each parameter from the schema that has just parsed it; a loop over names loses that tie.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const value = await handle(input.data as never);
        if (options.checkAnswers) channel.output.parse(value);
        return { ok: true, value };
      } catch (error) {
        if (error instanceof SinergiError) return failure(error);
        options.onFailure(name, error);
        return failure(new SinergiError('internal'));
      }
    },
  };
}

function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(contract, name);
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
  const names = Object.keys(contract).filter(isChannelName);
  const endpoints = new Map<unknown, Endpoint>(names.map((name) => [name, endpointFor(name, options)]));

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
    if (endpoint.access === 'unlocked' && !options.isUnlocked()) return failure(new SinergiError('locked'));
    return endpoint.run(input);
  });
}

/** Tells a page something unasked; what does not fit the contract is a fault of ours and stays here. */
export function sendEvent<N extends EventName>(contents: WebContents, name: N, payload: EventPayload<N>): void {
  if (contents.isDestroyed()) return;
  contents.send(eventChannel, name, events[name].parse(payload));
}
