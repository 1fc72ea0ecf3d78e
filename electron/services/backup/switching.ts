import { dirname, join } from 'node:path';
import type { Input, Output } from '../../../shared/contract.ts';
import type { Approval } from '../../../shared/domain/approval.ts';
import { SinergiError, toSinergiError } from '../../../shared/errors.ts';
import { messages } from '../../../shared/i18n/messages.ts';
import type { AnchorStore } from '../../vault/anchor/anchor-store.ts';
import { manifestOf, requireAsRestored } from '../../vault/backup/restored-copy.ts';
import { takePlace } from '../../vault/backup/take-place.ts';
import type { VaultPort } from '../../vault/port.ts';
import { nodeFiles } from '../../vault/store/files.ts';
import { loadHeader } from '../../vault/store/header-file.ts';
import { pathsOf } from '../../vault/store/paths.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { isGenuine, signDecision, signRequest } from '../approvals/statements.ts';
import type { Places } from '../policy/places.ts';
import type { PreferenceStore } from '../preferences.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import type { Readiness } from '../vault/readiness.ts';
import { vaultName } from '../vault/vault-folder.ts';
import { beside, type Opening } from './beside.ts';

/** A restored vault put into use: an act that takes two officers. */
export interface Switching {
  /**
   * From the vault in use, which is closed and kept aside.
   *
   * @throws SinergiError `approval-required`, `restored-changed`, `restored-other-vault`, and as `openVault`
   */
  fromInUse(input: Input<'restoring.switch'>): Promise<void>;
  /**
   * After a disaster, with no vault open: both officers unlock the restored vault, which keeps both signatures.
   *
   * @throws SinergiError `busy`, `approval-required`, `approval-own`, `restored-changed`, `restored-other-vault`
   */
  afterDisaster(input: Input<'restoring.finish'>): Promise<Output<'restoring.finish'>>;
}

export interface SwitchingOptions {
  readonly session: Session;
  readonly places: Places;
  readonly preferences: PreferenceStore;
  readonly approvals: Approvals;
  readonly ready: Readiness;
  readonly opening: Opening;
  readonly anchors?: AnchorStore;
  readonly now: () => Date;
}

type Given = Pick<Approval, 'act' | 'request' | 'decision'>;

export function createSwitching(options: SwitchingOptions): Switching {
  const { session, places, preferences, approvals, ready, anchors, now } = options;
  // Two officers put this vault into use: it is not in doubt for being older.
  const opening = anchors === undefined ? options.opening : { ...options.opening, anchors, vouched: true };

  /** Where the vault in use is kept from now on: beside its place, under a name that says since when and why. */
  function asideOf(place: string): string {
    const word = messages[preferences.get().language].backup.folder.aside;
    const moment = now().toISOString().slice(0, 19).replaceAll(':', '-');
    return join(dirname(place), `${vaultName(place)} ${word} ${moment}.cvault`);
  }

  /** What the restored vault keeps of its being put into use: who asked, who approved, or that there was one officer only. */
  async function keepTrace(vault: VaultPort, given: Given | null, backup: string): Promise<void> {
    const entry = { entity: 'vault', entityId: vault.vaultId, reason: backup } as const;
    if (given === null) return await vault.note({ action: 'vault.switch-alone', ...entry });
    const { act, request, decision } = given;
    // An officer who came after the backup is not known there; the vault kept aside has both signatures all the same.
    if (!isGenuine(vault, given)) return await vault.note({ action: 'vault.switch', ...entry });
    await vault.transact({ action: 'vault.switch', ...entry }, (transaction) =>
      transaction.create('approvals', {
        act,
        request,
        ...(decision === undefined ? {} : { decision }),
        usedAt: now().toISOString(),
      }),
    );
  }

  async function requireSameVault(place: string, vaultId: string): Promise<void> {
    try {
      const { body } = await loadHeader(nodeFiles(), pathsOf(place));
      if (body.vaultId !== vaultId) throw new SinergiError('restored-other-vault');
    } catch (cause) {
      // One whose header is gone is what a restoring is for.
      if (toSinergiError(cause).code !== 'vault-damaged') throw cause;
    }
  }

  return {
    async fromInUse({ id, ...key }) {
      await ready();
      const vault = session.vault('vault.restore');
      const { manifest, backup, ...restoration } = find(vault, 'restorations', id);
      const { folder: place, vaultId } = vault;
      const folder = await places.vault(restoration.folder);
      const aside = await places.vault(asideOf(place));
      await requireAsRestored(folder, manifest);
      const approval = approvals.approvalFor(vault, { kind: 'restore', manifest });
      await beside(opening, folder, key, 'vault.restore', async (restored) => {
        if (restored.vaultId !== vaultId) throw new SinergiError('restored-other-vault');
        await approvals.use(approval);
        const action = approval === null ? 'vault.switch-alone' : 'vault.switch';
        await vault.note({ action, entity: 'vault', entityId: vaultId, reason: backup });
        await keepTrace(restored, approval, backup);
      });
      const known = await anchors?.read(vaultId);
      let failure: unknown;
      await session.end('switch-failed', async () => {
        try {
          preferences.set({ lastVault: await takePlace({ restored: folder, place, aside }) });
          // The vault that was closed has just remembered itself once more.
          if (known !== undefined) await anchors?.write(vaultId, known);
          return 'switched';
        } catch (cause) {
          failure = cause;
          return 'switch-failed';
        }
      });
      if (failure !== undefined) throw toSinergiError(failure);
    },

    async afterDisaster({ folder: given, instead, reason, first, second }) {
      if (session.isUnlocked()) throw new SinergiError('busy');
      const folder = await places.vault(given);
      await ready();
      const manifest = await manifestOf(folder);
      if (manifest === undefined) throw new SinergiError('restored-changed');
      await requireAsRestored(folder, manifest);
      const wanted = instead === null ? folder : await places.vault(instead);
      const place = wanted === folder ? null : wanted;
      const aside = place === null ? null : await places.vault(asideOf(place));
      const act = { kind: 'restore', manifest } as const;
      const word = (vault: VaultPort) => ({
        by: vault.actor.officerId,
        at: now().toISOString(),
        reason: reason.trim(),
      });

      const request = await beside(opening, folder, first, 'vault.restore', async (vault) => {
        if (place !== null) await requireSameVault(place, vault.vaultId);
        if (!approvals.mayGoAlone(vault, 'restore')) {
          if (second === null) throw new SinergiError('approval-required', act);
          return signRequest(vault, act, word(vault));
        }
        await keepTrace(vault, null, manifest);
        return null;
      });
      if (request !== null && second !== null)
        await beside(opening, folder, second, 'approvals.restore', async (vault) => {
          if (vault.actor.officerId === request.by) throw new SinergiError('approval-own');
          const decision = signDecision(vault, request, 'approved', { ...word(vault), reason: '' });
          await keepTrace(vault, { act, request, decision }, manifest);
        });
      const lastVault = place === null || aside === null ? folder : await takePlace({ restored: folder, place, aside });
      preferences.set({ lastVault });
      return { folder: lastVault, aside };
    },
  };
}
