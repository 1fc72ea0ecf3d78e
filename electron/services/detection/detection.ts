import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import type { Progress } from '../../../shared/contract.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { analysisInput } from '../analysis/analysis-input.ts';
import type { DetectTask } from '../analysis/analysis-task.ts';
import { type AnalysisRunner, runAnalysisInWorker } from '../analysis/analysis-thread.ts';
import { analysisProgress } from '../analysis/progress.ts';
import type { Session } from '../session.ts';

export interface Detection {
  /**
   * Patterns worth a look, the one chance explains worst first.
   *
   * @throws SinergiError `busy`, `cancelled`
   */
  run(asked: Omit<DetectTask, 'task'>): Promise<readonly Finding[]>;
  cancel(): void;
}

export interface DetectionOptions {
  readonly session: Session;
  readonly workers: { path(name: string): string };
  readonly emit: (progress: Progress) => void;
  /** Where the work is done; a worker thread when nothing else is said. */
  readonly runner?: AnalysisRunner;
}

export function createDetection({ session, workers, emit, runner: given }: DetectionOptions): Detection {
  const runner = given ?? runAnalysisInWorker(() => workers.path('analysis'));
  let running: AbortController | null = null;
  session.beforeEnd(() => running?.abort());

  return {
    async run(asked) {
      if (running !== null) throw new SinergiError('busy');
      const { signal } = (running = new AbortController());
      try {
        const input = await analysisInput(session.vault('visits.read'));
        const answer = await runner.run(input, { task: 'detect', ...asked }, analysisProgress(emit), signal);
        if (signal.aborted) throw new SinergiError('cancelled');
        if (answer.task !== 'detect') throw new SinergiError('internal', { part: 'analysis' });
        return answer.findings;
      } finally {
        running = null;
      }
    },
    cancel() {
      running?.abort();
    },
  };
}
