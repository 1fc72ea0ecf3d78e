import { parentPort } from 'node:worker_threads';
import { toSinergiError } from '../../shared/errors.ts';
import type { ImportOrder, ImportReport } from '../services/importing/import-worker.ts';
import { inspectRegister } from '../services/importing/inspect-register.ts';
import { makePlan } from '../services/importing/make-plan.ts';
import { packedMonths } from '../services/importing/packed-visits.ts';
import type { ImportPlan, KnownPerson } from '../services/importing/plan.ts';
import { decodeBlocks, decodeEventBlocks } from '../vault/format/segment.ts';
import type { EventBatch, VisitBatch } from '../vault/port.ts';
import { ensureRawInflate } from './raw-inflate.ts';

const say = (report: ImportReport, handOver: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(report, handOver);

/** Small enough that the main thread reads each message in a moment. */
const peopleAtOnce = 500;

let taken = (): void => undefined;
/** Done when the main thread has taken it and asks for more. */
const hand = (report: ImportReport, handOver: readonly ArrayBuffer[] = []): Promise<void> =>
  new Promise((resolve) => {
    taken = resolve;
    say(report, handOver);
  });

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
        batches.push(...decodeBlocks(order.content));
        break;
      case 'events':
        events.push(...decodeEventBlocks(order.content, order.register));
        break;
      case 'more':
        taken();
        break;
      case 'inspect':
        say({ kind: 'inspection', inspection: await inspectRegister(order.request) });
        break;
      case 'plan': {
        const visits = { batches, ...order.laidOver };
        const {
          created,
          visits: planned,
          ...plan
        } = await makePlan({ ...order.request, people, visits, events: { batches: events } }, (step, share) =>
          say({ kind: 'progress', step, share }),
        );
        for (let from = 0; from < created.length; from += peopleAtOnce)
          await hand({ kind: 'created', people: created.slice(from, from + peopleAtOnce) });
        if (planned !== null)
          for (const month of packedMonths(planned))
            await hand({ kind: 'visits', visits: month.visits }, month.handOver);
        say({ kind: 'plan', plan }, buffersOf(plan.events));
        break;
      }
    }
  } catch (error) {
    const { code, details } = toSinergiError(error);
    say({ kind: 'failure', code, details });
  }
}

function buffersOf(rows: ImportPlan['events']): ArrayBuffer[] {
  if (rows === null) return [];
  const { date, time, sourceRow, texts } = rows;
  return [date, time, sourceRow, ...texts.map(({ index }) => index)].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}

ensureRawInflate();
parentPort?.on('message', (order: ImportOrder) => void follow(order));
