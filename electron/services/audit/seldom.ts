import { SinergiError } from '../../../shared/errors.ts';
import type { AuditNote, VaultPort } from '../../vault/port.ts';

const once = 10 * 60_000;
const diskFailures: readonly string[] = ['disk-full', 'disk-failed', 'permission-denied', 'vault-read-only'];

/** Notes of what changes nothing, reading and being refused: the same within ten minutes is one entry. */
export interface Seldom {
  /** What a full or failing disk keeps out is passed over: nothing can be written there either. */
  note(vault: Pick<VaultPort, 'note'>, note: AuditNote): Promise<void>;
  clear(): void;
}

export function createSeldom(now: () => Date): Seldom {
  const last = new Map<string, number>();
  return {
    async note(vault, note) {
      const key = JSON.stringify([note.action, note.entity, note.entityId, note.reason]);
      const at = now().getTime();
      const before = last.get(key);
      if (before !== undefined && at - before < once && at >= before) return;
      last.set(key, at);
      try {
        await vault.note(note);
      } catch (cause) {
        last.delete(key);
        if (!(cause instanceof SinergiError) || !diskFailures.includes(cause.code)) throw cause;
      }
    },
    clear: () => last.clear(),
  };
}
