import { webcrypto } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { type PrintAnswer, print, printJobSchema } from '../services/documents/print-job.ts';

// pdfkit draws the keys of an encrypted document from the global crypto, which runtimes before Node 20 lack in workers.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const job = printJobSchema.parse(workerData);
const answer = (message: PrintAnswer, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

/** Writes one document, hands its bytes over and ends. */
print(job, (done, total) => answer({ kind: 'progress', done, total })).then(
  ({ bytes, pages }) => answer({ kind: 'done', bytes, pages }, [bytes.buffer]),
  (cause: unknown) => answer({ kind: 'failed', message: cause instanceof Error ? cause.message : 'unknown' }),
);
