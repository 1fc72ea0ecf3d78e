import { parentPort, workerData } from 'node:worker_threads';
import { toSinergiError } from '../../shared/errors.ts';
import { makePlan } from '../services/importing/make-plan.ts';
import type { ImportRequest } from '../services/importing/plan.ts';
import type { PlanMessage } from '../services/importing/plan-worker.ts';

const say = (message: PlanMessage): void => parentPort?.postMessage(message);

async function run(request: ImportRequest): Promise<void> {
  try {
    say({ kind: 'plan', plan: await makePlan(request, (step, share) => say({ kind: 'progress', step, share })) });
  } catch (error) {
    const { code, details } = toSinergiError(error);
    say({ kind: 'failure', code, details });
  }
}

const request: ImportRequest = workerData;
void run(request);
