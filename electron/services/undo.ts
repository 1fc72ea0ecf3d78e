import { randomUUID } from 'node:crypto';
import { SinergiError } from '../../shared/errors.ts';
import type { Session } from './session.ts';

/** Steps that can be taken back until the vault is locked; a removal itself is never lost, history keeps it. */
export interface Undo {
  offer(takeBack: () => Promise<void>): { undoId: string };
  apply(undoId: string): Promise<void>;
}

const kept = 100;

export function createUndo(session: Session): Undo {
  const steps = new Map<string, () => Promise<void>>();
  session.beforeEnd(() => steps.clear());

  return {
    offer(takeBack) {
      const undoId = randomUUID();
      steps.set(undoId, takeBack);
      const oldest = steps.keys().next();
      if (steps.size > kept && !oldest.done) steps.delete(oldest.value);
      return { undoId };
    },
    async apply(undoId) {
      const step = steps.get(undoId);
      if (step === undefined) throw new SinergiError('nothing-to-undo');
      steps.delete(undoId);
      await step();
    },
  };
}
