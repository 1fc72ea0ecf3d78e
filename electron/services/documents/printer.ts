import { Worker } from 'node:worker_threads';
import { SinergiError } from '../../../shared/errors.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import { type PrintAnswer, type PrintJob, print } from './print-job.ts';

export interface Printer {
  /** One at a time. @throws SinergiError `cancelled`, `export-failed` */
  print(job: PrintJob, report: (done: number, total: number) => void): Promise<WrittenPdf>;
  /** Stops what is being written; its `print` is refused with `cancelled`. */
  cancel(): void;
}

/** One worker thread for each document, so that a cancelled one leaves nothing behind. */
export function workerPrinter(path: string): Printer {
  let cancel: (() => void) | undefined;
  return {
    async print(job, report) {
      const worker = new Worker(path, { workerData: job });
      try {
        return await new Promise<WrittenPdf>((resolve, reject) => {
          const fail = (cause: unknown) => reject(new SinergiError('export-failed', undefined, { cause }));
          cancel = () => reject(new SinergiError('cancelled'));
          worker.on('error', fail);
          worker.on('messageerror', fail);
          worker.on('exit', (code) => fail(new Error(`worker ended with ${code}`)));
          worker.on('message', (answer: PrintAnswer) => {
            if (answer.kind === 'progress') report(answer.done, answer.total);
            else if (answer.kind === 'done') resolve({ bytes: answer.bytes, pages: answer.pages });
            else fail(new Error(answer.message));
          });
        });
      } finally {
        cancel = undefined;
        await worker.terminate();
      }
    },
    cancel: () => cancel?.(),
  };
}

/** Writes in the calling thread, for tests; it cannot be stopped once it runs. */
export const inlinePrinter: Printer = { print, cancel: () => undefined };
