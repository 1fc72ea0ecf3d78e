import { parentPort } from 'node:worker_threads';
import { toSinergiError } from '../../shared/errors.ts';
import { type KnownPersonFacts, runAnalysis } from '../services/analysis/analysis-task.ts';
import type { AnalysisOrder, AnalysisReport } from '../services/analysis/analysis-thread.ts';
import { decodeBlocks, decodeEventBlocks } from '../vault/format/segment.ts';
import type { EventBatch, VisitBatch } from '../vault/port.ts';

const say = (report: AnalysisReport): void => parentPort?.postMessage(report);

const people: KnownPersonFacts[] = [];
const batches: VisitBatch[] = [];
const events: EventBatch[] = [];

/** Gathers what the vault holds, then counts and compares. */
function follow(order: AnalysisOrder): void {
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
      case 'run': {
        const visits = { batches, ...order.laidOver };
        const answer = runAnalysis({ people, visits, events, ...order.beside }, order.task, (step, share) =>
          say({ kind: 'progress', step, share }),
        );
        say({ kind: 'done', answer });
        break;
      }
    }
  } catch (error) {
    const { code, details } = toSinergiError(error);
    say({ kind: 'failure', code, details });
  }
}

parentPort?.on('message', follow);
