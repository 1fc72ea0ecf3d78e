import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { SinergiError, toSinergiError } from '../../shared/errors.ts';
import type { AnchorStore } from './anchor/anchor-store.ts';
import { toHex } from './crypto/bytes.ts';
import type { KeyDerivation } from './crypto/key-derivation.ts';
import type { SlotSecret } from './format/slot.ts';
import { type LoadedVault, loadVault, type OpenReport } from './load-vault.ts';
import type { AuditNote, VaultPort } from './port.ts';
import { diskError, type Files, nodeFiles } from './store/files.ts';
import { loadHeader, type StoredHeader } from './store/header-file.ts';
import { lockVault, type VaultLock } from './store/lock-file.ts';
import { pathsOf, type VaultPaths } from './store/paths.ts';
import { turnsOf } from './store/attempts.ts';
import { memberNamed, unlock } from './unlocking.ts';

export type { OpenReport } from './load-vault.ts';

export interface OpenOptions {
  readonly folder: string;
  readonly passphrase: SlotSecret;
  /** Needed once several officers use the vault. */
  readonly officer?: string;
  readonly kdf: KeyDerivation;
  /** For tests: opens a vault whose weak parameters its header admits to; see `CreateOptions`. */
  readonly practice?: boolean;
  readonly files?: Files;
  readonly now?: () => number;
  /** What this workstation remembers of vaults; without it none is ever found to be older than it was. */
  readonly anchors?: AnchorStore;
  /** The vault was restored just now by somebody who may: not in doubt, and known from now on. */
  readonly vouched?: boolean;
}

export interface OpenedVault {
  readonly vault: VaultPort;
  readonly report: OpenReport;
}

/**
 * Opens a vault that is there; never makes one.
 *
 * @throws SinergiError `vault-not-found`, `vault-in-use`, `vault-version-unknown`, `vault-damaged`, `passphrase-wrong`,
 * `key-file-required`, `key-file-wrong`, `throttled`, `officer-unknown`, `officer-required`, `disk-failed`, `permission-denied`
 */
export async function openVault(options: OpenOptions): Promise<OpenedVault> {
  const { passphrase, officer, kdf, practice = false } = options;
  return held(options, 'reading', async (vault) => {
    const turns = turnsOf(vault.paths.folder, vault.now);
    const { id } = memberNamed(vault.header.body, officer);
    await turns.require(id);
    const unlocked = await unlock(vault.header, passphrase, officer, kdf, practice).catch(async (cause: unknown) => {
      if (toSinergiError(cause).code === 'passphrase-wrong') await turns.failed(id);
      throw cause;
    });
    const wrongPassphrases = await turns.succeeded(id);
    const { keyring, directory, renewedSlot } = unlocked;
    const { body, fromCopy } = vault.header;
    const { vouched } = options;
    const loaded = await loadVault({
      ...vault,
      vouched,
      body,
      fromCopy,
      keyring,
      directory,
      officer: unlocked.officer,
      renewedSlot,
      kdf,
    });
    return { ...loaded, report: { ...loaded.report, wrongPassphrases } };
  });
}

/** A vault nobody else has, its header read, nothing unlocked yet. */
export interface HeldVault {
  readonly files: Files;
  readonly paths: VaultPaths;
  readonly lock: VaultLock;
  readonly header: StoredHeader;
  /** Why nothing may be written, when that is already plain. */
  readonly problem: string | undefined;
  readonly now: () => number;
  readonly anchors: AnchorStore | undefined;
}

/**
 * Enters into the audit log what led to an open vault; when that fails the vault is closed again, so that its lock does
 * not outlive the failure.
 */
export async function noted(vault: VaultPort, note: AuditNote): Promise<void> {
  try {
    await vault.note(note);
  } catch (cause) {
    await vault.close().catch(() => undefined);
    throw toSinergiError(cause);
  }
}

/**
 * Takes the lock, reads the header and hands both over; what fails on the way gives the lock back.
 *
 * @param intent for `reading`, a medium that cannot be written to and a damaged header are no obstacle
 */
export async function held(
  options: Pick<OpenOptions, 'folder' | 'files' | 'now' | 'anchors'>,
  intent: 'reading' | 'changing',
  work: (vault: HeldVault) => Promise<LoadedVault>,
): Promise<LoadedVault> {
  const files = options.files ?? nodeFiles();
  const paths = pathsOf(resolve(options.folder));
  // Before the lock: a folder without a vault is left as it is.
  await loadHeader(files, paths);
  const lock = await lockFor(paths.folder, intent);
  try {
    const header = await loadHeader(files, paths);
    if (header.failure !== undefined && intent === 'changing') throw diskError(header.failure);
    if (header.fromCopy && intent === 'changing') throw new SinergiError('vault-damaged', { file: 'header.json' });
    const problem = lock.held ? (header.fromCopy ? 'header.json' : undefined) : 'read-only medium';
    const { anchors, now = Date.now } = options;
    return await work({ files, paths, lock, header, problem, now, anchors });
  } catch (cause) {
    await files.release();
    await lock.release();
    throw toSinergiError(cause);
  }
}

export async function lockFor(
  folder: string,
  intent: 'reading' | 'changing',
): Promise<VaultLock & { readonly held: boolean }> {
  try {
    return { ...(await lockVault(folder, toHex(randomBytes(16)))), held: true };
  } catch (cause) {
    const { code } = toSinergiError(cause);
    if (intent === 'changing' || code !== 'permission-denied') throw cause;
    return { release: () => Promise.resolve(), held: false };
  }
}
