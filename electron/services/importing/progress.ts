import type { Progress } from '../../../shared/contract.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';

/** How much of the whole each step takes; reading a visit register is the longer half. */
const ofPeople = { reading: [0, 0.95], matching: [0.95, 0], saving: [0.95, 0] } as const;
const ofEvents = { reading: [0, 0.6], matching: [0.6, 0.3], saving: [0.9, 0] } as const;
/** Below this share a guess of the time left would jump about. */
const guessFrom = 0.02;

/** Tells the window how far an import is, as a share of 1 over all its steps, and how long it may still take. */
export function importProgress(kind: RegisterKind, emit: (progress: Progress) => void) {
  const started = Date.now();
  const steps = kind === 'inmates' || kind === 'staff' ? ofPeople : ofEvents;
  return (step: keyof typeof ofEvents, share: number): void => {
    const [from, size] = steps[step];
    const done = from + size * share;
    const seconds = (Date.now() - started) / 1000;
    const secondsLeft = done > guessFrom ? Math.round((seconds / done) * (1 - done)) : null;
    emit({ task: 'import', step, done, total: 1, secondsLeft });
  };
}
