import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { events } from '../../shared/contract.ts';
import { noPolicy } from '../../shared/domain/policy.ts';
import { SinergiError } from '../../shared/errors.ts';
import { usualUnlockTime } from '../services/ports.ts';
import { createServices, type Services } from '../services/services.ts';
import { warn } from './output.ts';
import { askPassphrase } from './passphrase.ts';
import { stateFolder } from './state-folder.ts';

/** Progress goes to standard error, and only where somebody watches. */
function showProgress(payload: unknown): void {
  const { data: progress } = events.progress.safeParse(payload);
  if (!process.stderr.isTTY || progress === undefined) return;
  const share =
    progress.total === null || progress.total === 0 ? '' : ` ${Math.floor((100 * progress.done) / progress.total)} %`;
  process.stderr.write(`\r${progress.task}: ${progress.step}${share}\u001b[K`);
}

const keyFileOption = ['--key-file <path>', "the officer's key file, where the passphrase needs one"] as const;

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a new passphrase is to cost each time it is used, in milliseconds; `SINERGI_UNLOCK_SECONDS` says otherwise, 0 for the least. */
function unlockTime(): number {
  const seconds = Number(process.env['SINERGI_UNLOCK_SECONDS'] ?? usualUnlockTime / 1000);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : usualUnlockTime;
}

const noDialog = (): Promise<never> => Promise.reject(new SinergiError('display-missing'));

/**
 * The services with a command line around them; whatever happens, the vault is closed and its lock released.
 *
 * @param options `remember`: whether this workstation is to know the vault again; not for one that is made to be shown
 * @throws SinergiError `cancelled` when the program is told to stop
 */
export async function withServices<T>(
  work: (services: Services, stopped: AbortSignal) => Promise<T>,
  { remember = true }: { readonly remember?: boolean } = {},
): Promise<T> {
  // Preferences belong to the window; the command line must not change what it shows next.
  const userData = mkdtempSync(join(tmpdir(), 'sinergi-cli-'));
  const services = createServices({
    userData,
    anchors: join(remember ? stateFolder() : userData, 'anchors'),
    // Who can run the sources can change them: the policy binds the program that officers are given.
    policy: noPolicy,
    dialogs: { openFile: noDialog, openFolder: noDialog, saveFile: noDialog },
    workers: { path: (name) => join(dirname(__filename), `${name}.worker.cjs`) },
    unlockTime: unlockTime(),
    about: { version: '', runtime: `Node ${process.versions.node}`, demo: null },
    emit: (_name, payload) => showProgress(payload),
    copy: noDialog,
    copyPicture: noDialog,
    locked: () => undefined,
  });
  const stopped = new AbortController();
  // Closing the vault stops an import or export that runs; what was not saved yet is left as it was.
  const stop = (): void => {
    stopped.abort();
    services.session.end('quit').catch(() => undefined);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    return await work(services, stopped.signal);
  } catch (failure) {
    throw stopped.signal.aborted ? new SinergiError('cancelled', undefined, { cause: failure }) : failure;
  } finally {
    for (const signal of stopSignals) process.off(signal, stop);
    await services.session.end('quit');
    rmSync(userData, { recursive: true, force: true });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

export interface VaultOptions {
  readonly vault: string;
  /** The officer, needed once a vault has several. */
  readonly as?: string;
  /** Path of the key file, where the officer's passphrase needs one; every verb with `--as` takes it, see `takeKeyFiles`. */
  readonly keyFile?: string;
  /** When it was asked for already. */
  readonly passphrase?: string;
}

/** Whatever verb an officer opens the vault for, the passphrase may need a key file. */
export function takeKeyFiles(command: Command): void {
  for (const verb of command.commands) {
    if (verb.name() !== 'recover' && verb.options.some(({ long }) => long === '--as')) verb.option(...keyFileOption);
    takeKeyFiles(verb);
  }
}

export async function withVault<T>(options: VaultOptions, work: (services: Services) => Promise<T>): Promise<T> {
  const passphrase = options.passphrase ?? (await askPassphrase('Passphrase: '));
  return await withServices(async (services, stopped) => {
    const { doubted } = await services.vaults.open({
      folder: options.vault,
      passphrase,
      keyFile: options.keyFile,
      ...(options.as === undefined ? {} : { officerName: options.as }),
    });
    if (doubted) await warn('vault-rolled-back');
    // While the key was derived there was nothing to close.
    if (stopped.aborted) throw new SinergiError('cancelled');
    return await work(services);
  });
}
