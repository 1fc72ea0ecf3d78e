import type { Low } from 'lowdb';
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
  readonly writing: { readonly journal: LogFile; readonly trail: AuditTrail } | undefined;
  readonly kdf: KeyDerivation;
  readonly now: () => number;
}
