import { join, resolve } from 'node:path';
import type { Input, Output } from '../../../shared/contract.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import { may, reachesCase, reachOf } from '../../../shared/domain/access.ts';
import type { VaultDocument } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { AnchorStore } from '../../vault/anchor/anchor-store.ts';
import { restoreVault } from '../../vault/backup/restore.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Approvals } from '../approvals/approvals.ts';
import type { Places } from '../policy/places.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import { withSecret } from '../vault/key-files.ts';
import type { Readiness } from '../vault/readiness.ts';
import { vaultCounts } from '../vault/vault-counts.ts';
import { holdsVault, vaultName } from '../vault/vault-folder.ts';
import { beside, type Key, officerOf, type Opening } from './beside.ts';
import { compareVaults } from './compare.ts';
import type { LongWork } from './long-work.ts';

export interface RestoreInput extends Key {
  readonly from: string;
  /** The new vault; nothing may be there. */
  readonly folder: string;
  /** The newest when none is given. */
  readonly backup?: string;
}

export type RestoreReport = Output<'restoring.restore'>;

/** Backups brought back: always into a new place, and compared with what there is. */
export interface Restoring {
  /** Leaves the restored vault locked. @throws SinergiError `busy`, and as `restoreVault` */
  restore(input: RestoreInput): Promise<RestoreReport>;
  /** The same into a new folder inside the one that was chosen, named after the backup. */
  restoreInto(input: Input<'restoring.restore'>): Promise<RestoreReport>;
  list(): Promise<Output<'restoring.list'>>;
  /** @param against the vault that is lacked of, when none is open. @throws SinergiError `not-allowed`, and as `openVault` */
  compare(input: { folder: string; against: string | null } & Key): Promise<Comparison>;
}

export interface RestoringOptions {
  readonly session: Session;
  readonly places: Places;
  readonly ready: Readiness;
  readonly longWork: LongWork;
  /** How vaults other than the session's are opened. */
  readonly opening: Opening;
  readonly approvals: Pick<Approvals, 'mayGoAlone'>;
  readonly anchors?: AnchorStore;
}

export function createRestoring({
  session,
  places,
  ready,
  longWork,
  opening,
  anchors,
  approvals,
}: RestoringOptions): Restoring {
  async function restore({ from, folder, backup, ...key }: RestoreInput): Promise<RestoreReport> {
    const inUse = session.isUnlocked() ? session.vault('vault.restore') : undefined;
    const wanted = await places.vault(folder);
    await ready();
    return await longWork.run('restore', 'restoring', async (watch) => {
      const restored = await withSecret(key.passphrase, key.keyFile, (passphrase) =>
        restoreVault({
          ...opening,
          ...(anchors === undefined ? {} : { anchors }),
          ...watch,
          ...officerOf(key),
          from: resolve(from),
          folder: wanted,
          passphrase,
          mayRestore: (roles) => may(roles, 'vault.restore'),
          ...(backup === undefined ? {} : { backup }),
        }),
      );
      const { vault, manifest, digest, files, frames } = restored;
      try {
        const { vaultId, at, generation } = manifest;
        if (inUse?.vaultId === vaultId && !inUse.readOnly)
          await inUse.transact(
            { action: 'vault.restore', entity: 'vault', entityId: vaultId, reason: restored.backup },
            (transaction) =>
              transaction.create('restorations', {
                folder: vault.folder,
                backup: restored.backup,
                backupAt: at,
                generation,
                manifest: digest,
              }),
          );
        const counts = vaultCounts(vault);
        const { folder: place } = vault;
        return {
          folder: place,
          vaultId,
          backup: restored.backup,
          at,
          generation,
          files,
          frames,
          counts,
          verified: true,
          manifest: digest,
          takesTwo: !approvals.mayGoAlone(vault, 'restore'),
        };
      } finally {
        await vault.close();
      }
    });
  }

  return {
    restore,
    async restoreInto({ into, from, backup, ...key }) {
      const base = session.isUnlocked() ? vaultName(session.vault('vault.restore').folder) : 'Sinergi';
      const day = backup.slice(backup.indexOf('-') + 1).replace(/\.json$/, '');
      return await restore({
        from,
        backup,
        ...key,
        folder: join(resolve(into), `${base} ${day.slice(0, 19)}.cvault`),
      });
    },
    async list() {
      const vault = session.vault('vault.verify');
      const rows: Output<'restoring.list'> = [];
      for (const { id, folder, backupAt, generation, createdAt, createdBy, manifest } of living(vault, 'restorations'))
        if (await holdsVault(folder))
          rows.push({
            id,
            folder,
            backupAt,
            restoredAt: createdAt,
            restoredBy: vault.officerName(createdBy),
            generation,
            manifest,
          });
      return rows.sort((a, b) => (a.restoredAt < b.restoredAt ? 1 : -1));
    },
    async compare({ folder, against, ...key }) {
      // Refused before a key is derived for the other vault.
      if (against === null) session.vault('vault.verify');
      const there = await places.vault(folder);
      const here = against === null ? null : await places.vault(against);
      await ready();
      return await longWork.run('compare', 'opening', ({ signal }) =>
        beside(opening, there, key, 'vault.verify', async (other) => {
          if (signal.aborted) throw new SinergiError('cancelled');
          if (here !== null && !session.isUnlocked())
            return await beside(opening, here, key, 'vault.verify', (own) => compared(own, own.document, other));
          const own = session.vault('vault.verify');
          await own.note({ action: 'vault.compare', entity: 'vault', entityId: own.vaultId, reason: other.folder });
          return await compared(own, own.beyondNeedToKnow, other);
        }),
      );
    },
  };
}

/** Everything is counted; only cases that the officer may see are named. */
function compared(here: VaultPort, document: VaultDocument, there: VaultPort): Promise<Comparison> {
  const { officerId, roles } = here.actor;
  const reach = reachOf(roles, 'cases.read');
  const seen = Object.values(document.cases).filter((file) => reachesCase(reach, officerId, file));
  const whole = {
    vaultId: here.vaultId,
    document,
    visits: here.visits,
    events: here.events,
    auditLog: () => here.auditLog(),
  };
  return compareVaults({ here: whole, there }, new Map(seen.map((file) => [file.id, file])));
}
