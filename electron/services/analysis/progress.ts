import type { Progress } from '../../../shared/contract.ts';
import type { AnalysisTell } from './analysis-thread.ts';

/** Below this share a guess of the time left would jump about. */
const guessFrom = 0.05;

/** Tells the window how far counting and comparing are, and how long they may still take. */
export function analysisProgress(emit: (progress: Progress) => void): AnalysisTell {
  const started = Date.now();
  return (step, share) => {
    const seconds = (Date.now() - started) / 1000;
    const secondsLeft = share > guessFrom ? Math.round((seconds / share) * (1 - share)) : null;
    emit({ task: 'analysis', step, done: share, total: 1, secondsLeft });
  };
}
