import type { Worker } from 'node:worker_threads';
import type { Inspection } from '../../../shared/contract/importing.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { EventBatch, VisitBatch } from '../../vault/port.ts';
import { askThread, nextTurn, type ThreadNews } from '../threads/thread.ts';
import { copyOfBatch, copyOfEvents } from '../threads/batch-transfer.ts';
import { inspectRegister, type InspectRequest } from './inspect-register.ts';
import { makePlan } from './make-plan.ts';
import type { ImportPlan, ImportRequest, KnownPerson, PlanProgress } from './plan.ts';

/** What the import thread is told. What the vault holds comes in pieces, so that no turn of the main thread is long. */
export type ImportOrder =
  | { readonly kind: 'people'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'visits'; readonly batch: VisitBatch }
  | { readonly kind: 'events'; readonly batch: EventBatch }
  | {
      readonly kind: 'plan';
      readonly request: Omit<ImportRequest, 'people' | 'visits' | 'events'>;
      readonly laidOver: LaidOver;
    }
  | { readonly kind: 'inspect'; readonly request: InspectRequest };
type LaidOver = Omit<ImportRequest['visits'], 'batches'>;

/** What the import thread says. */
export type ImportReport =
  | ThreadNews<ImportStep>
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'inspection'; readonly inspection: Inspection };
type ImportStep = Parameters<PlanProgress>[0];
type ImportAnswer = Exclude<ImportReport, ThreadNews<ImportStep>>;

/** Where the work of an import is done. */
export interface ImportRunner {
  inspect(request: InspectRequest): Promise<Inspection>;
  /** @throws SinergiError as `makePlan`, `cancelled` when the signal says so */
  plan(request: ImportRequest, tell: PlanProgress, signal: AbortSignal): Promise<ImportPlan>;
}

/** Without a thread of its own, for tests and tools; cannot be stopped while it reads. */
export const runImportHere: ImportRunner = {
  inspect: inspectRegister,
  plan: makePlan,
};

const peopleAtOnce = 2000;

/** In a thread of its own, which is ended when the work is done or no longer wanted. */
export function runImportInWorker(script: () => string): ImportRunner {
  const part = 'import';
  return {
    async inspect(request) {
      const report = await askThread<ImportStep, ImportAnswer>({
        script: script(),
        part,
        supply: (worker) => send(worker, { kind: 'inspect', request }),
      });
      if (report.kind !== 'inspection') throw new SinergiError('internal', { part });
      return report.inspection;
    },
    async plan({ people, visits, events, ...request }, tell, signal) {
      const { batches, ...laidOver } = visits;
      const supply = async (worker: Worker): Promise<void> => {
        for (let from = 0; from < people.length && !signal.aborted; from += peopleAtOnce) {
          send(worker, { kind: 'people', people: people.slice(from, from + peopleAtOnce) });
          await nextTurn();
        }
        for (const stored of batches) {
          if (signal.aborted) return;
          const { batch, handOver } = copyOfBatch(stored);
          send(worker, { kind: 'visits', batch }, handOver);
          await nextTurn();
        }
        for (const stored of events?.batches ?? []) {
          if (signal.aborted) return;
          const { batch, handOver } = copyOfEvents(stored);
          send(worker, { kind: 'events', batch }, handOver);
          await nextTurn();
        }
        send(worker, { kind: 'plan', request, laidOver });
      };
      const report = await askThread<ImportStep, ImportAnswer>({ script: script(), part, supply, tell, signal });
      if (report.kind !== 'plan') throw new SinergiError('internal', { part });
      return report.plan;
    },
  };
}

const send = (worker: Worker, order: ImportOrder, handOver: readonly ArrayBuffer[] = []): void =>
  worker.postMessage(order, handOver);
