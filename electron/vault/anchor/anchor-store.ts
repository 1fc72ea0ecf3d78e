import { join } from 'node:path';
import { type Files, isMissing, nodeFiles } from '../store/files.ts';

/** Where a workstation remembers, outside every vault, how far it has seen each of them come. */
export interface AnchorStore {
  /** `undefined` when the vault was never seen here. */
  read(vaultId: string): Promise<Uint8Array | undefined>;
  write(vaultId: string, bytes: Uint8Array): Promise<void>;
}

export function anchorsIn(folder: string, files: Files = nodeFiles()): AnchorStore {
  const pathOf = (vaultId: string): string => join(folder, `${vaultId}.json`);
  return {
    async read(vaultId) {
      try {
        return await files.read(pathOf(vaultId));
      } catch (cause) {
        // What is there and cannot be read is a note nobody can rely on, not the absence of one.
        return isMissing(cause) ? undefined : new Uint8Array();
      }
    },
    async write(vaultId, bytes) {
      const fresh = `${pathOf(vaultId)}.new`;
      await files.makeFolder(folder);
      await files.remove(fresh);
      await files.create(fresh, [bytes]);
      await files.rename(fresh, pathOf(vaultId));
    },
  };
}
