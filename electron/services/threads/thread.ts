import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorDetails, SinergiError, toSinergiError } from '../../../shared/errors.ts';

/** A hostile spreadsheet that unpacks without end ends its own thread, not the program. */
const mostMegabytes = 4096;

/** What every thread may say besides its answers. */
export type ThreadNews<S extends string> =
  | { readonly kind: 'progress'; readonly step: S; readonly share: number }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly details: ErrorDetails | undefined };

export interface Asking<S extends string, A> {
  /** Path of the built thread. */
  readonly script: string;
  /** Which part of the program ended when the thread ends without an answer. */
  readonly part: string;
  /** Sends the thread what it needs, in pieces, so that no turn of this thread is long. */
  readonly supply: (worker: Worker) => Promise<void> | void;
  readonly tell?: ((step: S, share: number) => void) | undefined;
  /** Takes a message that is a piece of the answer; others come behind it. @returns whether it was one */
  readonly piece?: ((message: A, worker: Worker) => boolean) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Work in a thread of its own, which is ended when the work is done or no longer wanted.
 *
 * @returns the first message that is neither progress, failure nor a piece
 * @throws SinergiError what the thread reports, `cancelled`, `file-too-large` when it runs out of memory
 */
export async function askThread<S extends string, A extends { readonly kind: string }>(
  asking: Asking<S, A>,
): Promise<A> {
  const { script, part, supply, tell, piece, signal } = asking;
  if (signal?.aborted === true) throw new SinergiError('cancelled');
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  const stop = new AbortController();
  const isNews = (message: A | ThreadNews<S>): message is ThreadNews<S> =>
    message.kind === 'progress' || message.kind === 'failure';
  try {
    return await new Promise<A>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new SinergiError('cancelled')), { signal: stop.signal });
      worker.on('message', (message: A | ThreadNews<S>) => {
        if (!isNews(message)) {
          if (piece?.(message, worker) !== true) resolve(message);
        } else if (message.kind === 'progress') tell?.(message.step, message.share);
        else reject(new SinergiError(message.code, message.details));
      });
      worker.once('error', (cause) => reject(threadFailure(cause)));
      worker.once('exit', () => reject(new SinergiError('internal', { part })));
      Promise.resolve(supply(worker)).catch((cause: unknown) => reject(toSinergiError(cause)));
    });
  } finally {
    stop.abort();
    await worker.terminate();
  }
}

function threadFailure(cause: unknown): SinergiError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new SinergiError('file-too-large', { megabytes: mostMegabytes }, { cause })
    : new SinergiError('internal', undefined, { cause });
}

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
