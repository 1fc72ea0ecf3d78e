import { Worker } from 'node:worker_threads';
import { SinergiError, type ErrorCode, type ErrorDetails } from '../../../shared/errors.ts';
import type { ImportPlan, ImportRequest, PlanProgress } from './plan.ts';

/** What the import thread says. */
export type PlanMessage =
  | { readonly kind: 'progress'; readonly step: Parameters<PlanProgress>[0]; readonly share: number }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly details: ErrorDetails | undefined };

export interface PlanRun {
  readonly plan: Promise<ImportPlan>;
  /** Ends the thread; the promise fails with `cancelled`. */
  cancel(): void;
}

/** Makes a plan off the main thread. */
export function runPlanWorker(script: string, request: ImportRequest, tell: PlanProgress): PlanRun {
  const worker = new Worker(script, { workerData: request });
  let cancel = (): void => undefined;
  const plan = new Promise<ImportPlan>((resolve, reject) => {
    cancel = () => reject(new SinergiError('cancelled'));
    worker.on('message', (message: PlanMessage) => {
      if (message.kind === 'progress') tell(message.step, message.share);
      else if (message.kind === 'plan') resolve(message.plan);
      else reject(new SinergiError(message.code, message.details));
    });
    worker.once('error', (cause) => reject(new SinergiError('internal', undefined, { cause })));
    worker.once('exit', () => reject(new SinergiError('internal', { part: 'import' })));
  });
  return {
    plan: plan.finally(() => void worker.terminate()),
    cancel: () => cancel(),
  };
}
