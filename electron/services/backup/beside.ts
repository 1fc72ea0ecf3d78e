import { resolve } from 'node:path';
import { may, type Verb } from '../../../shared/domain/access.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { type OpenOptions, openVault } from '../../vault/open-vault.ts';
import type { VaultPort } from '../../vault/port.ts';
import { withSecret } from '../vault/key-files.ts';

/** What opens a vault other than the session's. */
export interface Key {
  readonly passphrase: string;
  /** Path of the key file, where the passphrase needs one. */
  readonly keyFile?: string | undefined;
  readonly officerName?: string | undefined;
}

/** How such a vault is opened. */
export type Opening = Pick<OpenOptions, 'kdf' | 'practice' | 'anchors' | 'vouched'>;

export const officerOf = ({ officerName }: Key): { officer?: string } =>
  officerName === undefined ? {} : { officer: officerName };

/**
 * Opens a vault beside the session's for as long as the work takes.
 *
 * @throws SinergiError `not-allowed` when the officer's roles there do not allow the verb, and as `openVault`
 */
export async function beside<T>(
  opening: Opening,
  folder: string,
  key: Key,
  verb: Verb,
  work: (vault: VaultPort) => Promise<T>,
): Promise<T> {
  const { vault } = await withSecret(key.passphrase, key.keyFile, (passphrase) =>
    openVault({ ...opening, ...officerOf(key), folder: resolve(folder), passphrase }),
  );
  try {
    if (!may(vault.actor.roles, verb)) throw new SinergiError('not-allowed', { verb });
    return await work(vault);
  } finally {
    await vault.close();
  }
}
