import { Worker } from 'node:worker_threads';
import type { Report } from '../../../shared/analysis/network/betweenness.ts';
import type { NetworkFinding } from '../../../shared/contract/networks.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { NetworkAnswer, NetworkJob } from './network-job.ts';

export interface NetworkRunner {
  /** Stops the question before. @throws SinergiError `cancelled`, `internal` */
  answer(job: NetworkJob, report: Report): Promise<NetworkFinding>;
  cancel(): void;
}

/** One thread for each question, ended when it is answered or no longer asked. */
export function networkThread(script: () => string): NetworkRunner {
  let cancel: (() => void) | undefined;
  return {
    async answer(job, report) {
      cancel?.();
      const worker = new Worker(script(), { workerData: job });
      let stop: (() => void) | undefined;
      try {
        return await new Promise<NetworkFinding>((resolve, reject) => {
          const fail = (cause: unknown): void => reject(new SinergiError('internal', { part: 'network' }, { cause }));
          cancel = stop = () => reject(new SinergiError('cancelled'));
          worker.on('error', fail);
          worker.on('exit', (code) => fail(new Error(`thread ended with ${code}`)));
          worker.on('message', (answer: NetworkAnswer) => {
            if (answer.kind === 'progress') report(answer.done, answer.total);
            else resolve(answer.finding);
          });
        });
      } finally {
        if (cancel === stop) cancel = undefined;
        await worker.terminate();
      }
    },
    cancel: () => cancel?.(),
  };
}
