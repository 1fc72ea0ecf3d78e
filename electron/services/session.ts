import type { LockReason } from '../../shared/contract.ts';
import type { Verb } from '../../shared/domain/access.ts';
import { SinergiError, toSinergiError } from '../../shared/errors.ts';
import type { AuditNote, VaultPort } from '../vault/port.ts';
import { createSeldom } from './audit/seldom.ts';
import { createDocumentViews, guard, type GuardedVault } from './guarded-vault.ts';

/**
 * The one open vault of this process, or none. Every service asks here each time, so that nothing keeps a vault alive
 * after it was locked.
 */
export interface Session {
  /**
   * The vault as the officer may see it for what is to be done. The only way to it, so that nothing is done past the
   * table of `shared/domain/access.ts`.
   *
   * @throws SinergiError `locked`, `not-allowed`
   */
  readonly vault: (verb: Verb) => GuardedVault;
  readonly isUnlocked: () => boolean;
  /** Grows with every committed change and every unlock; what was derived at an older revision is out of date. */
  revision(): number;
  begin(vault: VaultPort): void;
  /** @param afterwards done when the vault is closed and before that is told; what it returns is the reason told instead */
  readonly end: (reason: LockReason, afterwards?: () => Promise<LockReason>) => Promise<void>;
  /** Runs before the vault closes: long work is stopped, what was derived is dropped. */
  beforeEnd(stop: () => void): void;
  /** Writes into the trail that something was tried in vain; the same within ten minutes once. */
  refused(note: AuditNote): void;
}

export interface SessionEvents {
  changed(): void;
  locked(reason: LockReason): void;
}

export function createSession(events: SessionEvents, now: () => Date = () => new Date()): Session {
  let open: VaultPort | null = null;
  let revision = 0;
  const stops: (() => void)[] = [];
  const views = createDocumentViews(() => revision);
  const seldom = createSeldom(now);
  stops.push(() => seldom.clear());

  /** Nobody waits for it: the refusal is told whether it can be written down or not. */
  function refused(vault: VaultPort, note: AuditNote): void {
    seldom.note(vault, note).catch((cause: unknown) => {
      // Locked in the same moment.
      if (toSinergiError(cause).code !== 'locked') throw cause;
    });
  }

  function observed(vault: VaultPort): VaultPort {
    return {
      vaultId: vault.vaultId,
      folder: vault.folder,
      get actor() {
        return vault.actor;
      },
      officers: vault.officers,
      sources: vault.sources,
      blobs: vault.blobs,
      get readOnly() {
        return vault.readOnly;
      },
      get doubt() {
        return vault.doubt;
      },
      get document() {
        return vault.document;
      },
      get visits() {
        return vault.visits;
      },
      get events() {
        return vault.events;
      },
      async transact(audit, change) {
        const answer = await vault.transact(audit, change);
        revision += 1;
        events.changed();
        return answer;
      },
      async erase(audit, change) {
        try {
          return await vault.erase(audit, change);
        } finally {
          // Also when only the folding behind it failed.
          revision += 1;
          events.changed();
        }
      },
      note: (audit) => vault.note(audit),
      async accept(reason) {
        await vault.accept(reason);
        revision += 1;
        events.changed();
      },
      get auditLength() {
        return vault.auditLength;
      },
      auditLog: () => vault.auditLog(),
      sign: (text) => vault.sign(text),
      history: (collection, id) => vault.history(collection, id),
      officerName: (id) => vault.officerName(id),
      info: () => vault.info(),
      examine: (watch) => vault.examine(watch),
      salvage: (out, watch) => vault.salvage(out, watch),
      backup: (out, keep, watch) => vault.backup(out, keep, watch),
      compact: () => vault.compact(),
      close: () => vault.close(),
    };
  }

  return {
    vault(verb) {
      if (open === null) throw new SinergiError('locked');
      try {
        return guard(open, verb, views);
      } catch (refusal) {
        refused(open, { action: 'refused.not-allowed', entity: 'vault', reason: verb });
        throw refusal;
      }
    },
    isUnlocked: () => open !== null,
    revision: () => revision,
    begin(vault) {
      open = observed(vault);
      revision += 1;
    },
    async end(reason, afterwards) {
      if (open === null) return;
      const closing = open;
      open = null;
      revision += 1;
      views.clear();
      for (const stop of stops) stop();
      let told = reason;
      try {
        await closing.close();
        if (afterwards !== undefined) told = await afterwards();
      } finally {
        events.locked(told);
      }
    },
    beforeEnd(stop) {
      stops.push(stop);
    },
    refused(note) {
      if (open !== null) refused(open, note);
    },
  };
}
