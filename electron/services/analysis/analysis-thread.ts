import type { Worker } from 'node:worker_threads';
import { SinergiError } from '../../../shared/errors.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import type { EventBatch } from '../../vault/port.ts';
import type { KnownVisits } from '../importing/stored-visits.ts';
import { askThread, nextTurn, type ThreadNews } from '../threads/thread.ts';
import { packedEvents, packedVisits } from '../threads/batch-transfer.ts';
import {
  type AnalysisAnswer,
  type AnalysisTask,
  type BanFacts,
  type KnownPersonFacts,
  runAnalysis,
  type StaffFacts,
} from './analysis-task.ts';

export type AnalysisStep = 'comparing' | 'counting';
export type AnalysisTell = (step: AnalysisStep, share: number) => void;

/** What the analysis thread is told; what the vault holds comes in pieces. */
export type AnalysisOrder =
  | { readonly kind: 'people'; readonly people: readonly KnownPersonFacts[] }
  | { readonly kind: 'visits'; readonly content: Uint8Array }
  | { readonly kind: 'events'; readonly register: EventKind; readonly content: Uint8Array }
  | {
      readonly kind: 'run';
      readonly task: AnalysisTask;
      readonly laidOver: Omit<KnownVisits, 'batches'>;
      readonly beside: Pick<AnalysisInput, 'bans' | 'staff'>;
    };
export type AnalysisReport = ThreadNews<AnalysisStep> | { readonly kind: 'done'; readonly answer: AnalysisAnswer };

export interface AnalysisInput {
  readonly people: readonly KnownPersonFacts[];
  readonly visits: KnownVisits;
  /** Rows of all other registers; detection alone counts over them. */
  readonly events?: readonly EventBatch[] | undefined;
  readonly bans?: readonly BanFacts[] | undefined;
  /** Null for whoever may not see the roster. */
  readonly staff?: readonly StaffFacts[] | null | undefined;
}

/** Where counting and comparing is done. */
export interface AnalysisRunner {
  /** @throws SinergiError `cancelled` when the signal says so */
  run(input: AnalysisInput, task: AnalysisTask, tell: AnalysisTell, signal: AbortSignal): Promise<AnalysisAnswer>;
}

/** Without a thread of its own, for tests; cannot be stopped. */
export const runAnalysisHere: AnalysisRunner = {
  run: (input, task, tell) => Promise.resolve(runAnalysis(input, task, tell)),
};

const peopleAtOnce = 2000;

export function runAnalysisInWorker(script: () => string): AnalysisRunner {
  return {
    async run({ people, visits, events = [], ...beside }, task, tell, signal) {
      const { batches, ...laidOver } = visits;
      const send = (worker: Worker, order: AnalysisOrder, handOver: readonly ArrayBuffer[] = []): void =>
        worker.postMessage(order, handOver);
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
        for (const stored of events) {
          if (signal.aborted) return;
          const { content, handOver } = packedEvents(stored);
          send(worker, { kind: 'events', register: stored.kind, content }, handOver);
          await nextTurn();
        }
        send(worker, { kind: 'run', task, laidOver, beside });
      };
      const part = 'analysis';
      const asking = { script: script(), part, supply, tell, signal };
      const report = await askThread<AnalysisStep, Exclude<AnalysisReport, ThreadNews<AnalysisStep>>>(asking);
      if (report.answer.task !== task.task) throw new SinergiError('internal', { part });
      return report.answer;
    },
  };
}
