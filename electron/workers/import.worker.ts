import { parentPort } from 'node:worker_threads';
import { toSinergiError } from '../../shared/errors.ts';
import type { ImportOrder, ImportReport } from '../services/importing/import-worker.ts';
import { inspectRegister } from '../services/importing/inspect-register.ts';
import { makePlan } from '../services/importing/make-plan.ts';
import type { ImportPlan, KnownPerson } from '../services/importing/plan.ts';
import type { EventBatch, VisitBatch } from '../vault/port.ts';
import { ensureRawInflate } from './raw-inflate.ts';

const say = (report: ImportReport, handOver: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(report, handOver);

const people: KnownPerson[] = [];
const batches: VisitBatch[] = [];
const events: EventBatch[] = [];

/** Gathers what the vault holds, then looks at a register or works out what importing it would change. */
async function follow(order: ImportOrder): Promise<void> {
  try {
    switch (order.kind) {
      case 'people':
        people.push(...order.people);
        break;
      case 'visits':
        batches.push(order.batch);
        break;
      case 'events':
        events.push(order.batch);
        break;
      case 'inspect':
        say({ kind: 'inspection', inspection: await inspectRegister(order.request) });
        break;
      case 'plan': {
        const visits = { batches, ...order.laidOver };
        const plan = await makePlan({ ...order.request, people, visits, events: { batches: events } }, (step, share) =>
          say({ kind: 'progress', step, share }),
        );
        say({ kind: 'plan', plan }, [...buffersOf(plan.visits), ...buffersOf(plan.events)]);
        break;
      }
    }
  } catch (error) {
    const { code, details } = toSinergiError(error);
    say({ kind: 'failure', code, details });
  }
}

function buffersOf(rows: ImportPlan['visits'] | ImportPlan['events']): ArrayBuffer[] {
  if (rows === null) return [];
  const { date, time, sourceRow, texts } = rows;
  return [date, time, sourceRow, ...Object.values(texts).map(({ index }) => index)].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}

ensureRawInflate();
parentPort?.on('message', (order: ImportOrder) => void follow(order));
