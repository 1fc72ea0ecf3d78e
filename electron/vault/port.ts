import type { Id, RecordMeta } from '../../shared/domain/basics.ts';
import type { CollectionName, FieldsOf, HistoryEntry, RecordOf, VaultDocument } from '../../shared/domain/document.ts';
import type { EventKind, EventRow } from '../../shared/domain/event.ts';
import type { Officer, OfficerRole } from '../../shared/domain/officer.ts';
import type { RecoverySplit } from '../../shared/domain/recovery.ts';
import type { SalvageReport } from '../../shared/domain/salvage.ts';
import type { StoredContent } from '../../shared/domain/stored-file.ts';
import type { Doubt, VerifyReport } from '../../shared/domain/vault-health.ts';
import type { AuditEntry } from './format/audit.ts';
import type { SlotSecret } from './format/slot.ts';
import type { Visit } from '../../shared/domain/visit.ts';

/** What services see of an open vault. The sealed implementation is `open-vault.ts`; nothing else may touch the document. */
export interface VaultPort {
  readonly vaultId: Id;
  readonly folder: string;
  readonly actor: { readonly officerId: Id; readonly name: string; readonly roles: readonly OfficerRole[] };
  readonly officers: OfficerChanges;
  readonly sources: SourceSeal;
  readonly blobs: BlobStore;
  /** Set when damage was found or the vault is in doubt: everything authentic can be read, nothing can be written. */
  readonly readOnly: boolean;
  /** Why this is not the state this workstation last saw, or one that came from it; gone once it was accepted. */
  readonly doubt: Doubt | undefined;
  /** Frozen records; replaced, never changed in place, by `transact`. */
  readonly document: VaultDocument;
  readonly visits: VisitTable;
  readonly events: EventTable;

  /**
   * Collects changes, validates every record against its schema, makes them durable in one journal frame together with
   * their audit entry, and only then changes what `document` shows. All or nothing; calls queue up one behind the other.
   *
   * @throws SinergiError `conflict` when a record is no longer at the version the change was based on, `not-found`,
   * `vault-read-only`, `disk-full`, `disk-failed`.
   */
  transact<T>(audit: AuditNote, change: (transaction: Transaction) => T | Promise<T>): Promise<T>;

  /**
   * As `transact`, for what must really go. The journal is folded twice behind it, so that no file the vault names holds it
   * any more; when that fails, `compact` twice does the same later.
   */
  erase<T>(audit: AuditNote, change: (transaction: Erasure) => T): Promise<T>;

  /** Appends an audit entry for something that reads or releases without changing a record. */
  note(audit: AuditNote): Promise<void>;

  /**
   * Takes an older state, such as a restored backup, for the one that counts: noted with its reason, and remembered here
   * from now on. Writing begins.
   *
   * @throws SinergiError `vault-read-only` when the vault is damaged or not in doubt; as `transact`
   */
  accept(reason: string): Promise<void>;

  /** Reads the whole vault through and says what is wrong; saving goes on meanwhile. @throws SinergiError `cancelled` */
  examine(watch: Watch): Promise<VerifyReport>;
  /** Entries of the audit trail so far, on this device; 0 when nothing can be written. */
  readonly auditLength: number;
  /** The whole audit trail, read from the disk and checked entry by entry. */
  auditLog(): Promise<AuditLog>;
  /** The officer's signature of something put into one text; anybody can check it with `key`. */
  sign(text: string): { readonly key: string; readonly signature: string };
  /**
   * Reads everything through, copies the sealed files to `out` and reads them back; saving goes on meanwhile.
   *
   * @throws SinergiError `backup-source-damaged`, `vault-rolled-back` while the vault is in doubt, and as `backUp`
   */
  backup(out: string, keep: number, watch: Watch): Promise<BackupReport>;
  /** Puts everything authentic into a new, whole vault at `out`. @throws SinergiError as `salvageInto` */
  salvage(out: string, watch: Watch): Promise<SalvageReport>;
  history(collection: CollectionName, id: Id): readonly HistoryEntry[];
  officerName(id: Id): string;
  info(): Promise<{ readonly generation: number; readonly bytes: number }>;
  /** Writes a new snapshot and merges small segments; a crash at any moment leaves the old or the new state. */
  compact(): Promise<void>;
  /** Flushes, wipes keys, releases the lock file. The port refuses every call afterwards with `locked`. */
  close(): Promise<void>;
}

/** What can be wrong with the audit trail at an entry. */
export const auditFaults = [
  'file-damaged',
  'entry-damaged',
  'hash-wrong',
  'chain-broken',
  'actor-unknown',
  'signature-wrong',
  'cut-off',
] as const;
export type AuditFault = (typeof auditFaults)[number];

export interface AuditLog {
  readonly entries: readonly AuditEntry[];
  /** Null when every entry is as its actor signed it and none is missing before the last. */
  readonly firstBad: { readonly sequence: number; readonly code: AuditFault } | null;
  /** Places where entries were lost with a damaged vault, as the officer who salvaged it signed. */
  readonly gaps: number;
}

/**
 * Who may open the vault. Only an administrator changes it, for others: `not-allowed`, `officer-self`. One active
 * administrator always stays: `last-administrator`.
 */
export interface OfficerChanges {
  list(): readonly Officer[];
  /** Public keys, base64, with which this officer signs and has signed. */
  signKeys(id: Id): readonly string[];
  /**
   * With a passphrase the officer is active at once; without one, an invitation code is handed back, good for one
   * `activateOfficer`.
   *
   * @throws SinergiError `officer-exists`, `passphrase-short`, `invalid-input`
   */
  add(officer: {
    readonly name: string;
    readonly roles: readonly OfficerRole[];
    readonly passphrase?: string | undefined;
  }): Promise<{ readonly officer: Officer; readonly invitation: string | undefined }>;
  /** @throws SinergiError `officer-unknown` */
  setRoles(id: Id, roles: readonly OfficerRole[]): Promise<void>;
  /** The officer's passphrase opens nothing any more; everybody else goes on with theirs. @throws SinergiError `officer-unknown` */
  disable(id: Id): Promise<void>;
  /** A new vault key and a new data key for everybody. */
  rotate(): Promise<void>;
  /** How the recovery key is kept; `undefined` for one in one piece. */
  recovery(): RecoverySplit | undefined;
  /**
   * A new recovery key, and new keys as in `rotate`: with the one before, only copies made before can be read.
   *
   * @returns the key, or its shares; shown once, kept nowhere
   */
  renewRecovery(split: RecoverySplit | undefined): Promise<readonly string[]>;
  /** What the acting officer's passphrase is kept with. */
  ownLock(): OwnLock;
  /** The acting officer's own. @throws SinergiError `passphrase-wrong`, `passphrase-short`, `key-file-required`, `key-file-wrong` */
  changePassphrase(before: SlotSecret, after: SlotSecret): Promise<void>;
}

export interface OwnLock {
  /** Argon2id's. */
  readonly memoryKiB: number;
  readonly passes: number;
  /** Whether the passphrase opens nothing without a key file. */
  readonly keyFile: boolean;
}

/** Ciphertext of a text only handlers of sources can read, base64, and which of the register's keys sealed it. */
export interface SealedText {
  readonly epoch: number;
  readonly content: string;
}

/** Something sealed to one officer's own key, base64. */
export interface OwnBox {
  readonly ephemeral: string;
  readonly sealed: string;
}

/**
 * The part of the vault that opens to handlers of sources alone, by the cipher: it has keys of its own, boxed to those
 * officers and to the recovery key.
 */
export interface SourceSeal {
  /** `none`: there is no register yet; `withheld`: this officer has no key to it. */
  state(): 'none' | 'held' | 'withheld';
  /** Officers with the role whom no handler has given the key yet. */
  waiting(): readonly Id[];
  /**
   * Makes the first key, or another when somebody who had it handles sources no more. What older keys sealed can be told by
   * `epoch` and is to be sealed again.
   *
   * @throws SinergiError `not-allowed` without the role, `sources-withheld`
   */
  prepare(): Promise<void>;
  /** Gives the key to an officer with the role. @throws SinergiError `sources-withheld`, `officer-unknown` */
  admit(id: Id): Promise<void>;
  /** Of the key that seals now. @throws SinergiError `sources-withheld` */
  readonly epoch: number;
  /** @throws SinergiError `sources-withheld` */
  seal(place: { readonly collection: CollectionName; readonly id: Id }, text: string): SealedText;
  /** @throws SinergiError `sources-withheld`, `sources-damaged` also when it was sealed for another place */
  open(place: { readonly collection: CollectionName; readonly id: Id }, sealed: SealedText): string;
  /** Seals a text to one officer's own key, whatever that officer's roles. @throws SinergiError `officer-unknown` */
  boxFor(officerId: Id, context: string, text: string): OwnBox;
  /** What was boxed for the acting officer. @throws SinergiError `sources-damaged` */
  openOwn(box: OwnBox, context: string): string;
}

/** Content of files, sealed each by a key of its own, read and written piece by piece. */
export interface BlobStore {
  /**
   * Seals content that no record names yet, durable when the promise is done.
   *
   * @throws SinergiError `attachment-too-large`, `cancelled`, `locked`, `vault-read-only`, `disk-full`, `disk-failed`
   */
  add(content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredContent>;
  /** @throws SinergiError `attachment-damaged` when anything is not as it was taken in, `locked`, `disk-failed` */
  open(content: StoredContent): AsyncIterable<Uint8Array>;
  /** Takes away what was added and no record came to name. */
  drop(content: StoredContent): Promise<void>;
}

/** Who watches a long reading, and may stop it. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** @param total files or bytes, as far as they are known */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

export interface BackupReport {
  /** Its name among the backups of the folder. */
  readonly backup: string;
  readonly at: string;
  readonly generation: number;
  readonly files: number;
  readonly bytes: number;
  /** What the folder did not have yet. */
  readonly copied: number;
  readonly copiedBytes: number;
  /** Backups now in the folder. */
  readonly kept: number;
  /** Everything was read back and is what was written. */
  readonly verified: true;
}

export interface AuditNote {
  /** `person.create`, `case.export`, … */
  readonly action: string;
  readonly entity?: CollectionName | 'vault' | 'visits' | 'officers';
  readonly entityId?: string;
  readonly reason?: string;
}

export interface Transaction {
  /** @param id when something in the fields is bound to it; else a new one is drawn */
  create<C extends CollectionName>(collection: C, fields: FieldsOf<C>, id?: Id): RecordOf<C>;
  /** `undefined` as a value takes an optional field away. */
  change<C extends CollectionName>(
    collection: C,
    id: Id,
    basedOn: RecordMeta['version'],
    fields: Partial<FieldsOf<C>>,
  ): RecordOf<C>;
  remove<C extends CollectionName>(collection: C, id: Id, basedOn: RecordMeta['version']): RecordOf<C>;
  restore<C extends CollectionName>(collection: C, id: Id, basedOn: RecordMeta['version']): RecordOf<C>;
  /** Written as sealed segments by month before the frame that makes them part of the vault. */
  addVisits(batch: VisitBatch): void;
  /** Rows of any other register, written in the same way. */
  addEvents(batch: EventBatch): void;
}

export interface Erasure extends Transaction {
  /** The record and its history, for good. @throws SinergiError `not-found` */
  erase(collection: CollectionName, id: Id): void;
  /** Other values for some fields, and the history of all of them gone. @throws SinergiError `not-found` */
  rewrite<C extends CollectionName>(collection: C, id: Id, fields: Partial<FieldsOf<C>>): RecordOf<C>;
  /**
   * Forgets who came or brought something, how they are related and what was written of them: date, time and inmate stay.
   *
   * @param rowId `<importId>:<source row>` of a visit or of a row of any other register
   */
  anonymise(rowId: string): void;
}

/**
 * Visits by column, ready to be handed between threads: whole numbers as typed arrays, texts as an index into a list of
 * distinct texts. All of one import.
 */
export interface VisitBatch {
  readonly importId: Id;
  readonly length: number;
  /** Days since 1970-01-01. */
  readonly date: Int32Array;
  /** Minutes since midnight, −1 when the register gave none. */
  readonly time: Int16Array;
  readonly sourceRow: Int32Array;
  readonly texts: Readonly<Record<VisitTextColumn, TextColumn>>;
}

export const visitTextColumns = [
  'visitorId',
  'inmateId',
  'queueNumber',
  'relation',
  'visitorName',
  'nationalId',
  'phone',
  'address',
  'inmateName',
  'registrationNumber',
  'cell',
] as const;
export type VisitTextColumn = (typeof visitTextColumns)[number];

export interface TextColumn {
  readonly distinct: readonly string[];
  readonly index: Int32Array;
}

/** Rows of one register of events and one import, by column, as `VisitBatch`. */
export interface EventBatch extends Omit<VisitBatch, 'texts'> {
  readonly kind: EventKind;
  /** In the order of `eventColumns(kind)`. */
  readonly texts: readonly TextColumn[];
}

/** All rows of the vault's registers of events. */
export interface EventTable {
  count(kind: EventKind): number;
  /** Oldest first, with people who turned out to be others under the name of those. */
  all(kind: EventKind): Iterable<EventRow>;
  /** Those of a register, without going through the others; in no order. */
  some(kind: EventKind, ids: ReadonlySet<string>): Iterable<EventRow>;
  /** As stored, segment by segment. */
  batches(kind: EventKind): Iterable<EventBatch>;
}

/** All visits of the vault with corrections applied. Row positions are stable until the next write. */
export interface VisitTable {
  readonly length: number;
  at(position: number): Visit;
  /** Positions, oldest visit first. */
  ofVisitor(personId: Id): readonly number[];
  ofInmate(personId: Id): readonly number[];
  /** Oldest first. */
  all(): Iterable<Visit>;
  /** As stored, segment by segment, for work over everything at once; corrections are not applied. */
  batches(): Iterable<VisitBatch>;
}
