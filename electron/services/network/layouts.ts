import type { Input, Output, Progress } from '../../../shared/contract.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { askThread } from '../threads/thread.ts';

export interface Layouts {
  /** Places the people of a chart in a thread; a new one stops the one before. @throws SinergiError `cancelled`, `internal` */
  place(input: Input<'charts.layout'>): Promise<Output<'charts.layout'>>;
  cancel(): void;
}

export interface LayoutsOptions {
  readonly workers: { path(name: string): string };
  readonly emit: (progress: Progress) => void;
}

interface Placed {
  readonly kind: 'places';
  readonly places: Output<'charts.layout'>;
}

export function createLayouts({ workers, emit }: LayoutsOptions): Layouts {
  let running: AbortController | undefined;
  return {
    async place(input) {
      running?.abort(new SinergiError('cancelled'));
      const mine = new AbortController();
      running = mine;
      try {
        const { places } = await askThread<'drawing', Placed>({
          script: workers.path('layout'),
          part: 'layout',
          supply: (worker) => worker.postMessage(input),
          tell: (step, share) => emit({ task: 'layout', step, done: share, total: 1, secondsLeft: null }),
          signal: mine.signal,
        });
        return places;
      } finally {
        if (running === mine) running = undefined;
      }
    },
    cancel: () => running?.abort(),
  };
}
