import { dirname, join, resolve } from 'node:path';
import { type PolicyStanding, refusalBy } from '../../../shared/domain/policy.ts';
import { type ErrorCode, SinergiError } from '../../../shared/errors.ts';
import { isWithin, linksBelow, realPlace } from './real-place.ts';

/** Where this workstation's policy lets vaults, backups and copies lie. With a faulty policy: nowhere. */
export interface Places {
  /** @returns where the vault really lies, to be opened or made there. @throws SinergiError `policy-vault-place`, or the policy's fault */
  vault(folder: string): Promise<string>;
  /** @throws SinergiError `policy-backup-place`, or the policy's fault */
  backup(folder: string): Promise<void>;
  /** For a file that leaves the vault. @throws SinergiError `policy-export-place`, or the policy's fault */
  copy(file: string): Promise<void>;
  /** Where a dialog begins that asks where to save a copy. @throws SinergiError `policy-exports-none`, or the policy's fault */
  offer(name: string): string;
  /** For a picture that leaves the vault by the clipboard. @throws SinergiError `policy-exports-none`, or the policy's fault */
  picture(): void;
}

export function placesOf(standing: PolicyStanding): Places {
  const { policy } = standing;

  function requireSound(): void {
    const refusal = refusalBy(standing);
    if (refusal !== null) throw refusal;
  }

  /** @returns the real place */
  async function require(path: string, folders: readonly string[], refusal: ErrorCode): Promise<string> {
    const place = await realPlace(path);
    // Asked each time: a medium that is put in may be what a folder's name leads to.
    for (const folder of folders) {
      const real = await realPlace(folder).catch(() => null);
      if (real !== null && isWithin(place, real)) return place;
    }
    throw new SinergiError(refusal, { folders });
  }

  return {
    async vault(folder) {
      requireSound();
      const { vaultFolders } = policy;
      if (vaultFolders === undefined) return resolve(folder);
      const place = await require(folder, vaultFolders, 'policy-vault-place');
      // A vault whose files lie elsewhere does not lie here.
      for (const link of await linksBelow(place)) await require(link, vaultFolders, 'policy-vault-place');
      return place;
    },
    async backup(folder) {
      requireSound();
      if (policy.backupFolders !== undefined) await require(folder, policy.backupFolders, 'policy-backup-place');
    },
    offer(name) {
      requireSound();
      if (policy.exportFolders === undefined) return name;
      const [first] = policy.exportFolders;
      if (first === undefined) throw new SinergiError('policy-exports-none');
      return join(first, name);
    },
    async copy(path) {
      requireSound();
      const { exportFolders } = policy;
      if (exportFolders === undefined) return;
      // The folder, not the file: a link of the file's name is replaced and not followed.
      await require(dirname(resolve(path)), exportFolders, 'policy-export-place');
    },
    picture() {
      requireSound();
      if (policy.exportFolders !== undefined) throw new SinergiError('policy-exports-none');
    },
  };
}
