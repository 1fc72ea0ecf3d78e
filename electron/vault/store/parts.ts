import type { Low } from 'lowdb';
import type { Doubt } from '../../../shared/domain/vault-health.ts';
import type { AnchorKeeper } from '../anchor/anchor-keeper.ts';
import type { KeyDerivation } from '../crypto/key-derivation.ts';
import type { HeaderBody } from '../format/header.ts';
import type { Directory } from '../format/keys.ts';
import type { VaultPort } from '../port.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { MemoryEvents } from './event-table.ts';
import type { Files } from './files.ts';
import type { Keyring } from './keyring.ts';
import type { VaultLock } from './lock-file.ts';
import type { LogFile } from './log-file.ts';
import type { VaultPaths } from './paths.ts';
import type { SealedSnapshot } from './sealed-snapshot.ts';
import type { VaultState } from './state.ts';
import type { MemoryVisits } from './visit-table.ts';

export interface Writing {
  readonly journal: LogFile;
  readonly trail: AuditTrail;
}

export interface Withheld {
  readonly doubt: Doubt;
  /** Brings what a crash left half done to an end, as opening a vault that is not in doubt does. */
  begin(): Promise<{ readonly writing: Writing; readonly header: HeaderBody }>;
}

/** What an open vault is made of, as loading hands it over. */
export interface VaultParts {
  readonly files: Files;
  readonly paths: VaultPaths;
  readonly lock: VaultLock;
  readonly keyring: Keyring;
  readonly header: HeaderBody;
  readonly actor: Pick<VaultPort['actor'], 'officerId' | 'name'>;
  readonly directory: Directory;
  readonly store: Low<VaultState>;
  readonly snapshots: SealedSnapshot;
  readonly visits: MemoryVisits;
  readonly events: MemoryEvents;
  /** Absent when the vault can only be read. */
  readonly writing: Writing | undefined;
  /** Set when nothing is damaged, yet this workstation saw the vault further: writing begins once that is accepted. */
  readonly withheld: Withheld | undefined;
  /** What this workstation remembers of the vault; absent where nothing is remembered. */
  readonly anchor: AnchorKeeper | undefined;
  readonly kdf: KeyDerivation;
  readonly now: () => number;
}
