import type { Progress } from '../../../shared/contract.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Watch } from '../../vault/port.ts';

/** Below this share a guess of the time left would jump about. */
const guessFrom = 0.02;

export interface Watched extends Watch {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** One long piece of work at a time, with how far it is and a way to stop it. */
export interface LongWork {
  /** @throws SinergiError `busy` while another one runs, `cancelled` when it was stopped */
  run<T>(task: Progress['task'], step: Progress['step'], work: (watch: Watched) => Promise<T>): Promise<T>;
  cancel(): void;
}

/** The same pieces, telling how many of so many bytes went by. @throws SinergiError `cancelled` between two of them */
export async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  bytes: number,
  { signal, progress }: Watched,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  let told = 0;
  for await (const piece of pieces) {
    if (signal.aborted) throw new SinergiError('cancelled');
    yield piece;
    done += piece.length;
    if (done - told < 1024 * 1024) continue;
    told = done;
    progress(done, bytes);
  }
}

export function createLongWork(emit: (payload: Progress) => void): LongWork {
  let running: AbortController | null = null;
  return {
    async run(task, step, work) {
      if (running !== null) throw new SinergiError('busy');
      const { signal } = (running = new AbortController());
      const started = Date.now();
      try {
        return await work({
          signal,
          progress(done, total) {
            const share = total === 0 ? 0 : done / total;
            const seconds = (Date.now() - started) / 1000;
            const secondsLeft = share > guessFrom ? Math.round((seconds / share) * (1 - share)) : null;
            emit({ task, step, done: share, total: 1, secondsLeft });
          },
        });
      } finally {
        running = null;
      }
    },
    cancel: () => running?.abort(),
  };
}
