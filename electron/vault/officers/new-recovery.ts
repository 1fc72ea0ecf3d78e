import type { Id } from '../../../shared/domain/basics.ts';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { toBase64, wipe } from '../crypto/bytes.ts';
import { newRecoverySeed, printRecoveryKey, type RecoveryKeys, recoveryKeys } from '../crypto/recovery-key.ts';
import { splitSeed } from '../crypto/recovery-shares.ts';
import type { Roster } from '../format/header.ts';

export interface NewRecovery {
  readonly keys: RecoveryKeys;
  /** What the roster says of it, but for the vault key's box. */
  readonly entry: Omit<Roster['recovery'], 'vaultKey'>;
  /** The key, or its shares: shown once, kept nowhere. */
  readonly texts: readonly string[];
}

/** @param split absent for a key in one piece */
export async function newRecovery(vaultId: Id, split: RecoverySplit | undefined): Promise<NewRecovery> {
  const seed = newRecoverySeed();
  try {
    const keys = recoveryKeys(seed);
    const entry = { boxKey: toBase64(keys.boxPublic), signKey: toBase64(keys.signPublic) };
    if (split === undefined) return { keys, entry, texts: [printRecoveryKey(seed)] };
    return {
      keys,
      entry: { ...entry, shares: split },
      texts: await splitSeed(seed, split, vaultId, keys.boxPublic),
    };
  } finally {
    wipe(seed);
  }
}
