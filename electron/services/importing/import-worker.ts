import type { Worker } from 'node:worker_threads';
import type { Inspection } from '../../../shared/contract/importing.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { askThread, nextTurn, type ThreadNews } from '../threads/thread.ts';
import { packedEvents, packedVisits } from '../threads/batch-transfer.ts';
import { inspectRegister, type InspectRequest } from './inspect-register.ts';
import { makePlan } from './make-plan.ts';
import { type PackedVisits, unpackedVisits } from './packed-visits.ts';
import type {
  DividedPlan,
  ImportPlan,
  ImportRequest,
  KnownPerson,
  NewPerson,
  PlannedVisits,
  PlanProgress,
} from './plan.ts';

/** What the import thread is told. What the vault holds comes in pieces, so that no turn of the main thread is long. */
export type ImportOrder =
  | { readonly kind: 'people'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'visits'; readonly content: Uint8Array }
  | { readonly kind: 'events'; readonly register: EventKind; readonly content: Uint8Array }
  | {
      readonly kind: 'plan';
      readonly request: Omit<ImportRequest, 'people' | 'visits' | 'events'>;
      readonly laidOver: LaidOver;
    }
  | { readonly kind: 'inspect'; readonly request: InspectRequest }
  /** The last piece was taken. */
  | { readonly kind: 'more' };
type LaidOver = Omit<ImportRequest['visits'], 'batches'>;

/** What the import thread says. */
export type ImportReport =
  | ThreadNews<ImportStep>
  | { readonly kind: 'created'; readonly people: readonly NewPerson[] }
  | { readonly kind: 'visits'; readonly visits: PackedVisits }
  /** People and visits came before it, in pieces. */
  | { readonly kind: 'plan'; readonly plan: Omit<ImportPlan, 'created' | 'visits'> }
  | { readonly kind: 'inspection'; readonly inspection: Inspection };
type ImportStep = Parameters<PlanProgress>[0];
type ImportAnswer = Exclude<ImportReport, ThreadNews<ImportStep>>;

/** Where the work of an import is done. */
export interface ImportRunner {
  inspect(request: InspectRequest): Promise<Inspection>;
  /** @throws SinergiError as `makePlan`, `cancelled` when the signal says so */
  plan(request: ImportRequest, tell: PlanProgress, signal: AbortSignal): Promise<DividedPlan>;
}

/** Without a thread of its own, for tests and tools; cannot be stopped while it reads. */
export const runImportHere: ImportRunner = {
  inspect: inspectRegister,
  async plan(request, tell) {
    const { visits, ...plan } = await makePlan(request, tell);
    return { ...plan, visits: visits === null ? [] : [visits] };
  },
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
          const { content, handOver } = packedVisits(stored);
          send(worker, { kind: 'visits', content }, handOver);
          await nextTurn();
        }
        for (const stored of events?.batches ?? []) {
          if (signal.aborted) return;
          const { content, handOver } = packedEvents(stored);
          send(worker, { kind: 'events', register: stored.kind, content }, handOver);
          await nextTurn();
        }
        send(worker, { kind: 'plan', request, laidOver });
      };
      const created: NewPerson[] = [];
      const planned: PlannedVisits[] = [];
      const piece = (answer: ImportAnswer, worker: Worker): boolean => {
        if (answer.kind === 'created') created.push(...answer.people);
        else if (answer.kind === 'visits') planned.push(unpackedVisits(answer.visits));
        else return false;
        // All pieces at once would be read in one turn, however many there are.
        send(worker, { kind: 'more' });
        return true;
      };
      const report = await askThread<ImportStep, ImportAnswer>({ script: script(), part, supply, tell, piece, signal });
      if (report.kind !== 'plan') throw new SinergiError('internal', { part });
      return { ...report.plan, created, visits: planned };
    },
  };
}

const send = (worker: Worker, order: ImportOrder, handOver: readonly ArrayBuffer[] = []): void =>
  worker.postMessage(order, handOver);
