import { randomBytes } from 'node:crypto';
import type { Id } from '../../../shared/domain/basics.ts';
import type { CollectionName, HistoryEntry, VaultDocument } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { toBase64, utf8, wipe } from '../crypto/bytes.ts';
import { publicHalf } from '../crypto/raw-keys.ts';
import { signAs } from '../crypto/signing.ts';
import type { AuditHead } from '../format/audit.ts';
import { HybridClock } from '../format/clock.ts';
import type { HeaderBody } from '../format/header.ts';
import { type Directory, newDataKey, openDirectory } from '../format/keys.ts';
import { decodeBlocks, encodeBlock, splitByMonth } from '../format/segment.ts';
import { newId } from '../ids.ts';
import type { VerifyReport } from '../../../shared/domain/vault-health.ts';
import { backUp } from '../backup/back-up.ts';
import { examineOpen } from '../verifying/examine-open.ts';
import type { Limits } from '../verifying/examine-files.ts';
import type { Source } from './reading.ts';
import { membersOf, rolesOf } from '../officers/members.ts';
import { type HeaderDesk, OfficerRegister } from '../officers/officer-register.ts';
import { type Draft, draftOf, rekeyed, signed } from '../officers/roster-draft.ts';
import type { AuditLog, AuditNote, BackupReport, Transaction, VaultPort, VisitBatch, Watch } from '../port.ts';
import { readAuditLog } from './audit-log.ts';
import type { AuditTrail } from './audit-trail.ts';
import { CommitQueue, type Waiting } from './commit-queue.ts';
import { compact, createSealed } from './compaction.ts';
import { diskError } from './files.ts';
import { commitGroup, type Request, type WrittenSegment } from './group-commit.ts';
import { nextRevision, saveHeader } from './header-file.ts';
import { historyOf } from './history.ts';
import { createLog } from './log-file.ts';
import type { VaultParts } from './parts.ts';
import type { Authorship, VaultState } from './state.ts';
import type { MemoryVisits } from './visit-table.ts';

/** Beyond these the journal is folded into a new snapshot when the vault is closed. */
const compactionBytes = 4 * 1024 * 1024;
const compactionFrames = 2000;

/** What changes how stored visits show. */
const laidOverVisits = new Set<CollectionName>(['visitCorrections', 'joins']);

/** An open vault: one writer, one queue, memory that changes only after the disk has. */
export class JournalledVault implements VaultPort {
  readonly vaultId: Id;
  readonly folder: string;
  readonly officers: OfficerRegister;
  #parts: VaultParts;
  readonly #clock: HybridClock;
  /** Long readings under way; their files must stay until they are done. */
  readonly #readings = new Set<Promise<unknown>>();
  readonly #queue = new CommitQueue<Request>((group) => this.#commit(group));
  #header: HeaderBody;
  #directory: Directory;
  #writing: VaultParts['writing'];
  #closing: Promise<void> | undefined;
  #closed = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.vaultId = parts.header.vaultId;
    this.folder = parts.paths.folder;
    this.#header = parts.header;
    this.#directory = parts.directory;
    this.#writing = parts.writing;
    this.#clock = new HybridClock(() => parts.now(), parts.store.data.stamp);
    this.officers = new OfficerRegister(this.#desk());
  }

  get actor(): VaultPort['actor'] {
    const { officerId, name } = this.#parts.actor;
    const own = membersOf(this.#header).find(({ id }) => id === officerId);
    return { officerId, name, roles: own === undefined ? [] : rolesOf(own) };
  }

  get readOnly(): boolean {
    return this.#writing === undefined;
  }

  get document(): VaultDocument {
    return this.#state.document;
  }

  get visits(): MemoryVisits {
    this.#requireOpen();
    return this.#parts.visits;
  }

  transact<T>(note: AuditNote, change: (transaction: Transaction) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = (transaction: Transaction) => {
        const answer = change(transaction);
        return () => resolve(answer);
      };
      this.#queue.add({ change: { note, run }, reject });
    });
  }

  note(note: AuditNote): Promise<void> {
    return this.#queue.alone(async () => {
      this.#requireOpen();
      // A vault opened for reading only keeps no trace of being read; the report given when it was opened says so.
      if (this.#parts.writing === undefined) return;
      await this.#writeNote(note, this.#requireWritable().trail);
    });
  }

  auditLog(): Promise<AuditLog> {
    return this.#queue.alone(async () => {
      this.#requireOpen();
      await this.#writing?.trail.settle();
      const { files, paths, keyring } = this.#parts;
      return readAuditLog({ files, paths, keyring, body: this.#header });
    });
  }

  sign(text: string): { readonly key: string; readonly signature: string } {
    this.#requireOpen();
    const { signSeed } = this.#parts.keyring;
    return {
      key: toBase64(publicHalf('ed25519', signSeed)),
      signature: toBase64(signAs('act', signSeed, utf8(text))),
    };
  }

  history(collection: CollectionName, id: Id): readonly HistoryEntry[] {
    return historyOf(this.#state, collection, id, (officer) => this.officerName(officer));
  }

  officerName(id: Id): string {
    this.#requireOpen();
    return this.#directory[id] ?? '';
  }

  async info(): Promise<{ readonly generation: number; readonly bytes: number }> {
    const { files, paths } = this.#parts;
    const { snapshot, journals, audit } = this.#header.files;
    const every = [
      paths.header,
      paths.snapshot(snapshot),
      ...journals.map(({ file }) => paths.journal(file)),
      ...audit.map(({ file }) => paths.audit(file)),
      ...this.#state.segments.map(({ file }) => paths.segment(file)),
    ];
    const sizes = await Promise.all(every.map((path) => files.size(path)));
    return { generation: this.#header.generation, bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) };
  }

  compact(): Promise<void> {
    return this.#queue.alone(() => this.#compact());
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.alone(async () => {
      try {
        const { journal, trail } = this.#writing ?? {};
        if (journal !== undefined && (journal.length > compactionBytes || journal.frames > compactionFrames))
          await this.#compact();
        else await trail?.settle();
        await this.#sealHead();
      } finally {
        await this.#end();
      }
    });
    return this.#closing;
  }

  /** The header tells how long the audit log is, so that whole entries cut from its end are missed. */
  async #sealHead(): Promise<void> {
    const { trail } = this.#writing ?? {};
    const { files, paths, keyring, now } = this.#parts;
    const known = this.#header.files.auditHeads.find(({ device }) => device === this.#header.device);
    if (trail === undefined || known?.count === trail.head.count) return;
    this.#header = withHead(nextRevision(this.#header, now()), trail.head);
    await saveHeader(files, paths, keyring.vaultKey, this.#header);
  }

  /** Reads everything through while others go on; folding and closing wait for it, so its files stay. */
  async examine(watch: Watch): Promise<VerifyReport> {
    return await this.#besides((source, limits) => examineOpen(source, limits, watch));
  }

  async backup(out: string, keep: number, watch: Watch): Promise<BackupReport> {
    const report = await this.#besides((source, limits) => {
      const { segments, retired } = this.#state;
      const order = { out, keep, segments: [...segments.map(({ file }) => file), ...retired], now: this.#parts.now() };
      return backUp(source, limits, order, watch);
    });
    await this.note({ action: 'vault.backup', entity: 'vault', entityId: this.vaultId, reason: report.backup });
    return report;
  }

  /** Begins a long reading between two changes and lets the next ones go on before it ends. */
  async #besides<T>(read: (source: Source, limits: Limits) => Promise<T>): Promise<T> {
    const { reading } = await this.#queue.alone(async () => {
      this.#requireOpen();
      await this.#writing?.trail.settle();
      const { files, paths, keyring } = this.#parts;
      const begun = read({ files, paths, body: this.#header, keyring }, this.#limits());
      this.#readings.add(begun);
      return { reading: begun };
    });
    return await reading.finally(() => this.#readings.delete(reading));
  }

  #limits(): Map<string, number> {
    const { journal, trail } = this.#writing ?? {};
    return new Map(
      [journal, trail?.log].flatMap((log) => (log === undefined ? [] : [[log.path, log.length] as const])),
    );
  }

  async #end(): Promise<void> {
    await Promise.allSettled(this.#readings);
    const { files, keyring, lock, visits } = this.#parts;
    this.#closed = true;
    this.#stopWriting();
    keyring.wipe();
    visits.clear();
    try {
      await files.release();
    } finally {
      await lock.release();
    }
  }

  async #commit(group: Waiting<Request>[]): Promise<void> {
    const { journal, trail } = this.#requireWritable();
    const { store, visits } = this.#parts;
    try {
      const committed = await commitGroup(
        {
          state: store.data,
          journal,
          journalId: this.#journalId,
          trail,
          moment: () => this.#moment(),
          writeSegments: (batches) => this.#writeSegments(batches),
        },
        group,
      );
      for (const { segments, steps, settle } of committed) {
        for (const { blocks } of segments) visits.add(blocks);
        if (steps.some(({ operation }) => laidOverVisits.has(operation.collection))) visits.correctionsChanged();
        settle();
      }
    } finally {
      this.#stopIfBroken();
    }
  }

  #moment(): Authorship & { readonly now: number } {
    const now = this.#parts.now();
    return {
      now,
      stamp: this.#clock.tick(),
      at: new Date(now).toISOString(),
      by: this.#parts.actor.officerId,
      device: this.#header.device,
    };
  }

  get #state(): VaultState {
    this.#requireOpen();
    return this.#parts.store.data;
  }

  get #journalId(): Id {
    const own = this.#header.files.journals.find(({ device }) => device === this.#header.device);
    if (own === undefined) throw new RangeError('a device without a journal');
    return own.file;
  }

  async #writeSegments(batches: readonly VisitBatch[]): Promise<readonly WrittenSegment[]> {
    const written: WrittenSegment[] = [];
    for (const batch of batches)
      for (const [month, part] of splitByMonth(batch)) {
        const content = encodeBlock(part);
        const file = newId(this.#parts.now());
        await createSealed(this.#parts, this.#header, 'segment', file, content);
        const epoch = this.#parts.keyring.newestEpoch;
        written.push({ reference: { file, month, rows: part.length, epoch }, blocks: decodeBlocks(content) });
      }
    return written;
  }

  async #compact(): Promise<void> {
    const { trail } = this.#requireWritable();
    await this.#switchTo(this.#parts, this.#header, trail);
  }

  /** Folds everything into a new generation, which `header` begins and the keys of `parts` seal. */
  async #switchTo(parts: VaultParts, header: HeaderBody, trail: AuditTrail): Promise<void> {
    const { journal: before } = this.#requireWritable();
    await Promise.allSettled(this.#readings);
    let switching = false;
    try {
      const compacted = await compact(parts, trail, header, () => {
        switching = true;
      });
      before.wipe();
      this.#parts = parts;
      this.#header = compacted.header;
      this.#writing = { journal: compacted.journal, trail };
      switching = false;
      await this.#remove(compacted.obsolete);
    } catch (cause) {
      // From the rename on, the disk may already hold the new generation: writing on in the old one would be lost.
      if (switching) this.#stopWriting();
      throw diskError(cause);
    }
  }

  #desk(): HeaderDesk {
    return {
      header: () => {
        this.#requireOpen();
        return this.#header;
      },
      keyring: () => this.#parts.keyring,
      directory: () => this.#directory,
      actorId: this.#parts.actor.officerId,
      kdf: this.#parts.kdf,
      now: () => this.#parts.now(),
      rewrite: (note, change) => this.#queue.alone(() => this.#rewrite(note, change)),
      rekey: (note, change) => this.#queue.alone(() => this.#rekey(note, change)),
    };
  }

  /** The note comes first: a change without a trace is worse than a trace of a change that failed. */
  async #rewrite(note: AuditNote, change: (current: HeaderBody) => HeaderBody): Promise<void> {
    const { trail } = this.#requireWritable();
    const { files, paths, keyring, now } = this.#parts;
    const changed = change(this.#header);
    await this.#writeNote(note, trail);
    const header = withHead(nextRevision(changed, now()), trail.head);
    let switching = false;
    try {
      await saveHeader(files, paths, keyring.vaultKey, header, () => {
        switching = true;
      });
    } catch (cause) {
      if (switching) this.#stopWriting();
      throw cause;
    }
    this.#know(header);
  }

  async #rekey(note: AuditNote, change: (current: Draft) => Draft): Promise<void> {
    const { trail } = this.#requireWritable();
    const { files, paths, keyring, now } = this.#parts;
    const { vaultId, device, generation } = this.#header;
    const draft = change(draftOf(this.#header));
    await this.#writeNote(note, trail);
    await trail.settle();
    const fresh = keyring.renewed(new Uint8Array(randomBytes(32)), newDataKey());
    const file = newId(now());
    const fields = {
      kind: 'audit',
      fileId: file,
      device,
      generation: generation + 1,
      epoch: fresh.newestEpoch,
    } as const;
    const log = await createLog(files, paths.audit(file), fields, vaultId, fresh.newestDataKey).catch(
      (cause: unknown) => {
        throw diskError(cause);
      },
    );
    const audit = [...draft.files.audit, { device, file, first: trail.head }];
    const renewed = rekeyed({ ...draft, files: { ...draft.files, audit } }, fresh, this.#directory);
    try {
      await this.#switchTo({ ...this.#parts, keyring: fresh }, signed(renewed, keyring.signSeed), trail);
    } catch (cause) {
      if (this.#writing !== undefined) await this.#remove([log.path]);
      throw cause;
    }
    trail.continueIn(log);
    wipe(keyring.vaultKey);
    this.#know(this.#header);
  }

  #know(header: HeaderBody): void {
    this.#header = header;
    this.#directory = openDirectory(this.#parts.keyring.vaultKey, this.vaultId, header.directory) ?? this.#directory;
  }

  async #writeNote(note: AuditNote, trail: AuditTrail): Promise<void> {
    const { stamp, at, by, device } = this.#moment();
    try {
      await trail.write(trail.entryAfter(trail.head, note, { stamp, at, actor: by, device }));
    } finally {
      this.#stopIfBroken();
    }
  }

  async #remove(obsolete: readonly string[]): Promise<void> {
    for (const path of obsolete)
      try {
        await this.#parts.files.remove(path);
      } catch {
        // Nothing names the file any more; opening the vault the next time removes what was left over.
      }
  }

  /** A write that failed and could not be taken back leaves a vault that is only read until it is opened again. */
  #stopIfBroken(): void {
    if (this.#writing?.journal.broken === true || this.#writing?.trail.broken === true) this.#stopWriting();
  }

  #stopWriting(): void {
    this.#writing?.journal.wipe();
    this.#writing?.trail.wipe();
    this.#writing = undefined;
  }

  #requireOpen(): void {
    if (this.#closed) throw new SinergiError('locked');
  }

  #requireWritable(): NonNullable<VaultParts['writing']> {
    this.#requireOpen();
    if (this.#writing === undefined) throw new SinergiError('vault-read-only');
    return this.#writing;
  }
}

/** How far the chain had come when the header was written. */
function withHead(header: HeaderBody, head: AuditHead): HeaderBody {
  const { auditHeads } = header.files;
  const others = auditHeads.filter(({ device }) => device !== header.device);
  return { ...header, files: { ...header.files, auditHeads: [...others, { device: header.device, ...head }] } };
}
