import { Worker } from 'node:worker_threads';
import type { Inspection } from '../../../shared/contract/importing.ts';
import { SinergiError, type ErrorCode, type ErrorDetails, toSinergiError } from '../../../shared/errors.ts';
import type { TextColumn, VisitBatch } from '../../vault/port.ts';
import { inspectRegister, type InspectRequest } from './inspect-register.ts';
import { makePlan } from './make-plan.ts';
import type { ImportPlan, ImportRequest, KnownPerson, PlanProgress } from './plan.ts';

/** What the import thread is told. What the vault holds comes in pieces, so that no turn of the main thread is long. */
export type ImportOrder =
  | { readonly kind: 'people'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'visits'; readonly batch: VisitBatch }
  | {
      readonly kind: 'plan';
      readonly request: Omit<ImportRequest, 'people' | 'visits'>;
      readonly corrections: Corrections;
    }
  | { readonly kind: 'inspect'; readonly request: InspectRequest };
type Corrections = ImportRequest['visits']['corrections'];

/** What the import thread says. */
export type ImportReport =
  | { readonly kind: 'progress'; readonly step: Parameters<PlanProgress>[0]; readonly share: number }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'inspection'; readonly inspection: Inspection }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly details: ErrorDetails | undefined };

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
/** A hostile spreadsheet that unpacks without end ends its own thread, not the program. */
const mostMegabytes = 4096;

/** In a thread of its own, which is ended when the work is done or no longer wanted. */
export function runImportInWorker(script: () => string): ImportRunner {
  return {
    async inspect(request) {
      const report = await ask(script(), (worker) => send(worker, { kind: 'inspect', request }));
      if (report.kind !== 'inspection') throw new SinergiError('internal', { part: 'import' });
      return report.inspection;
    },
    async plan({ people, visits, ...request }, tell, signal) {
      const supply = async (worker: Worker): Promise<void> => {
        for (let from = 0; from < people.length && !signal.aborted; from += peopleAtOnce) {
          send(worker, { kind: 'people', people: people.slice(from, from + peopleAtOnce) });
          await nextTurn();
        }
        for (const batch of visits.batches) {
          if (signal.aborted) return;
          sendBatch(worker, batch);
          await nextTurn();
        }
        send(worker, { kind: 'plan', request, corrections: visits.corrections });
      };
      const report = await ask(script(), supply, tell, signal);
      if (report.kind !== 'plan') throw new SinergiError('internal', { part: 'import' });
      return report.plan;
    },
  };
}

const send = (worker: Worker, order: ImportOrder, handOver: readonly ArrayBuffer[] = []): void =>
  worker.postMessage(order, handOver);

/** A copy of the vault's columns, handed over: the vault keeps its own, which know more than a thread can be sent. */
function sendBatch(worker: Worker, { importId, length, ...columns }: VisitBatch): void {
  const date = new Int32Array(columns.date);
  const time = new Int16Array(columns.time);
  const sourceRow = new Int32Array(columns.sourceRow);
  const handOver = [date.buffer, time.buffer, sourceRow.buffer];
  const copy = ({ distinct, index }: TextColumn): TextColumn => {
    const copied = new Int32Array(index);
    handOver.push(copied.buffer);
    return { distinct, index: copied };
  };
  const texts = {
    visitorId: copy(columns.texts.visitorId),
    inmateId: copy(columns.texts.inmateId),
    queueNumber: copy(columns.texts.queueNumber),
    relation: copy(columns.texts.relation),
    visitorName: copy(columns.texts.visitorName),
    nationalId: copy(columns.texts.nationalId),
    phone: copy(columns.texts.phone),
    address: copy(columns.texts.address),
    inmateName: copy(columns.texts.inmateName),
    registrationNumber: copy(columns.texts.registrationNumber),
    cell: copy(columns.texts.cell),
  };
  send(worker, { kind: 'visits', batch: { importId, length, date, time, sourceRow, texts } }, handOver);
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function ask(
  script: string,
  supply: (worker: Worker) => Promise<void> | void,
  tell?: PlanProgress,
  signal?: AbortSignal,
): Promise<Exclude<ImportReport, { kind: 'progress' | 'failure' }>> {
  if (signal?.aborted === true) throw new SinergiError('cancelled');
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  const stop = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new SinergiError('cancelled')), { signal: stop.signal });
      worker.on('message', (report: ImportReport) => {
        if (report.kind === 'progress') tell?.(report.step, report.share);
        else if (report.kind === 'failure') reject(new SinergiError(report.code, report.details));
        else resolve(report);
      });
      worker.once('error', (cause) => reject(threadFailure(cause)));
      worker.once('exit', () => reject(new SinergiError('internal', { part: 'import' })));
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
