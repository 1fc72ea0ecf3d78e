import type { Id } from '../../../shared/domain/basics.ts';
import type { CollectionName, HistoryEntry, VaultDocument } from '../../../shared/domain/document.ts';
import type { SalvageReport } from '../../../shared/domain/salvage.ts';
import type { Doubt, VerifyReport } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { backUp } from '../backup/back-up.ts';
import { toBase64, utf8 } from '../crypto/bytes.ts';
import { publicHalf } from '../crypto/raw-keys.ts';
import { signAs } from '../crypto/signing.ts';
import { encodeColumns, monthsOf } from '../format/block.ts';
import type { SegmentReference } from '../format/journal.ts';
import { decodeBlocks, decodeEventBlocks, encodeBlock, splitByMonth } from '../format/segment.ts';
import { newId } from '../ids.ts';
import { membersOf, rolesOf } from '../officers/members.ts';
import { type HeaderDesk, OfficerRegister } from '../officers/officer-register.ts';
import { HeldSourceSeal } from '../sources/source-seal.ts';
import type { AuditLog, AuditNote, BackupReport, BlobStore, Erasure, Transaction, VaultPort, Watch } from '../port.ts';
import { lookingHalf, salvageInto } from '../salvage/salvage.ts';
import type { Limits } from '../verifying/examine-files.ts';
import { examineOpen, headersOfOpen, requireSound } from '../verifying/examine-open.ts';
import { readAuditLog } from './audit-log.ts';
import { blobsIn, createBlobKeeper, removeBlobs } from './blob-keeper.ts';
import { CommitQueue, type Waiting } from './commit-queue.ts';
import { createSealed } from './compaction.ts';
import type { TransactionBuilder } from './builder.ts';
import type { MemoryEvents } from './event-table.ts';
import { reloadRows, rewriteSegments } from './forgetting.ts';
import { commitGroup, type Request, type WrittenSegment } from './group-commit.ts';
import { historyOf } from './history.ts';
import { LiveVault } from './live-vault.ts';
import type { VaultParts } from './parts.ts';
import type { Source } from './reading.ts';
import { fold, rekey, rewrite, sealHead } from './renewal.ts';
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
  readonly sources: HeldSourceSeal;
  readonly blobs: BlobStore;
  readonly #live: LiveVault;
  readonly #queue = new CommitQueue<Request>((group) => this.#commit(group));
  #closing: Promise<void> | undefined;
  /** A vault that was only looked at is not written anew when it is closed. */
  #changed = false;

  constructor(parts: VaultParts) {
    this.#live = new LiveVault(parts);
    this.vaultId = parts.header.vaultId;
    this.folder = parts.paths.folder;
    this.officers = new OfficerRegister(this.#desk());
    this.sources = new HeldSourceSeal(this.#desk());
    this.blobs = createBlobKeeper(this.#live, () => this.#closing !== undefined);
  }

  get actor(): VaultPort['actor'] {
    const { officerId, name } = this.#live.parts.actor;
    const own = membersOf(this.#live.header).find(({ id }) => id === officerId);
    return { officerId, name, roles: own === undefined ? [] : rolesOf(own) };
  }

  get readOnly(): boolean {
    return this.#live.writing === undefined;
  }

  get doubt(): Doubt | undefined {
    return this.#live.withheld?.doubt;
  }

  get document(): VaultDocument {
    return this.#live.state.document;
  }

  get visits(): MemoryVisits {
    this.#live.requireOpen();
    return this.#live.parts.visits;
  }

  get events(): MemoryEvents {
    this.#live.requireOpen();
    return this.#live.parts.events;
  }

  transact<T>(note: AuditNote, change: (transaction: Transaction) => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = async (transaction: Transaction) => {
        const answer = await change(transaction);
        return () => resolve(answer);
      };
      this.#queue.add({ change: { note, run }, reject });
    });
  }

  erase<T>(note: AuditNote, change: (transaction: Erasure) => T): Promise<T> {
    return this.#queue.alone(async () => {
      const before = this.readOnly ? [] : [...blobsIn(this.#live.state.document).keys()];
      const outcome = await new Promise<{ readonly answer: T }>((resolve, reject) => {
        const run = (transaction: Erasure) => {
          const answer = change(transaction);
          return Promise.resolve(() => resolve({ answer }));
        };
        this.#commit([{ change: { note, run }, reject }]).catch(reject);
      });
      await fold(this.#live);
      await fold(this.#live);
      const named = blobsIn(this.#live.state.document);
      await removeBlobs(
        this.#live.parts,
        before.filter((file) => !named.has(file)),
      );
      return outcome.answer;
    });
  }

  note(note: AuditNote): Promise<void> {
    return this.#queue.alone(async () => {
      this.#live.requireOpen();
      await this.#live.note(note);
      this.#live.rememberSoon('reading');
    });
  }

  accept(reason: string): Promise<void> {
    return this.#queue.alone(async () => {
      this.#live.requireOpen();
      const entityId = this.vaultId;
      await this.#live.accept({ action: 'vault.accept', entity: 'vault', entityId, reason });
    });
  }

  /** Called once when the vault was opened. */
  remember(): Promise<void> {
    return this.#live.remember();
  }

  get auditLength(): number {
    return this.#live.writing?.trail.head.count ?? 0;
  }

  auditLog(): Promise<AuditLog> {
    return this.#queue.alone(async () => {
      this.#live.requireOpen();
      await this.#live.writing?.trail.settle();
      const { files, paths, keyring } = this.#live.parts;
      return readAuditLog({ files, paths, keyring, body: this.#live.header });
    });
  }

  sign(text: string): { readonly key: string; readonly signature: string } {
    this.#live.requireOpen();
    const { signSeed } = this.#live.parts.keyring;
    return {
      key: toBase64(publicHalf('ed25519', signSeed)),
      signature: toBase64(signAs('act', signSeed, utf8(text))),
    };
  }

  history(collection: CollectionName, id: Id): readonly HistoryEntry[] {
    return historyOf(this.#live.state, collection, id, (officer) => this.officerName(officer));
  }

  officerName(id: Id): string {
    this.#live.requireOpen();
    return this.#live.directory[id] ?? '';
  }

  async info(): Promise<{ readonly generation: number; readonly bytes: number }> {
    const { files, paths } = this.#live.parts;
    const { snapshot, journals, audit } = this.#live.header.files;
    const every = [
      paths.header,
      paths.snapshot(snapshot),
      ...journals.map(({ file }) => paths.journal(file)),
      ...audit.map(({ file }) => paths.audit(file)),
      ...this.#live.state.segments.map(({ file }) => paths.segment(file)),
      ...[...blobsIn(this.#live.state.document).keys()].map((file) => paths.blob(file)),
    ];
    const sizes = await Promise.all(every.map((path) => files.size(path)));
    return {
      generation: this.#live.header.generation,
      bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    };
  }

  compact(): Promise<void> {
    return this.#queue.alone(() => fold(this.#live));
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.alone(async () => {
      try {
        const { journal, trail } = this.#live.writing ?? {};
        const long = journal !== undefined && (journal.length > compactionBytes || journal.frames > compactionFrames);
        if (long && this.#changed) await fold(this.#live);
        else await trail?.settle();
        await sealHead(this.#live);
        await this.#live.remember();
      } finally {
        this.sources.wipe();
        await this.#live.end();
      }
    });
    return this.#closing;
  }

  /** Reads everything through while others go on; folding and closing wait for it, so its files stay. */
  async examine(watch: Watch): Promise<VerifyReport> {
    return await this.#besides((source, limits) => examineOpen(source, limits, this.doubt !== undefined, watch));
  }

  async backup(out: string, keep: number, watch: Watch): Promise<BackupReport> {
    // An older state that was put back must not become the newest backup.
    if (this.doubt !== undefined) throw new SinergiError('vault-rolled-back');
    const report = await this.#besides(async (source, limits) => {
      const { segments, retired, replaced } = this.#live.state;
      const order = {
        out,
        keep,
        segments: [...segments.map(({ file }) => file), ...retired, ...replaced],
        blobs: [...blobsIn(this.#live.state.document).keys()],
        now: this.#live.parts.now(),
      };
      await requireSound(source, limits, { ...watch, progress: (done, all) => watch.progress?.(done / all, 3) });
      const rest = (done: number, all: number): void => watch.progress?.(1 + (2 * done) / Math.max(1, all), 3);
      return await backUp(source, limits, order, { ...watch, progress: rest });
    });
    await this.note({ action: 'vault.backup', entity: 'vault', entityId: this.vaultId, reason: report.backup });
    return report;
  }

  async salvage(out: string, watch: Watch): Promise<SalvageReport> {
    return await this.#besides(async (source, limits) => {
      const { actor, anchor, now } = this.#live.parts;
      const examination = await headersOfOpen(source, lookingHalf(watch));
      return await salvageInto(source, examination, { out, actor: actor.officerId, limits, now, anchor }, watch);
    });
  }

  /** Begins a long reading between two changes and lets the next ones go on before it ends. */
  async #besides<T>(read: (source: Source, limits: Limits) => Promise<T>): Promise<T> {
    const { reading } = await this.#queue.alone(async () => {
      this.#live.requireOpen();
      await this.#live.writing?.trail.settle();
      const { files, paths, keyring } = this.#live.parts;
      const begun = read({ files, paths, body: this.#live.header, keyring }, this.#limits());
      this.#live.readings.add(begun);
      return { reading: begun };
    });
    return await reading.finally(() => this.#live.readings.delete(reading));
  }

  #limits(): Map<string, number> {
    const { journal, trail } = this.#live.writing ?? {};
    return new Map(
      [journal, trail?.log].flatMap((log) => (log === undefined ? [] : [[log.path, log.length] as const])),
    );
  }

  async #commit(group: Waiting<Request>[]): Promise<void> {
    const { journal, trail } = this.#live.requireWritable();
    const { store, visits, events } = this.#live.parts;
    this.#changed = true;
    try {
      const committed = await commitGroup(
        {
          state: store.data,
          journal,
          journalId: this.#live.journalId,
          trail,
          moment: () => this.#live.moment(),
          writeSegments: (added) => this.#writeSegments(added),
          rewriteSegments: (anonymised) => rewriteSegments(this.#live.parts, this.#live.header, anonymised),
        },
        group,
      );
      for (const { segments, replaced, steps, settle } of committed) {
        for (const segment of segments) {
          visits.add(segment.visits);
          events.add(segment.events);
        }
        if (replaced.length > 0) await reloadRows(this.#live.parts, this.vaultId);
        if (steps.some(({ operation }) => laidOverVisits.has(operation.collection))) visits.correctionsChanged();
        await visits.prepare();
        settle();
      }
      this.#live.rememberSoon('change');
    } finally {
      this.#live.stopIfBroken();
    }
  }

  async #writeSegments({
    batches,
    events,
  }: Pick<TransactionBuilder, 'batches' | 'events'>): Promise<readonly WrittenSegment[]> {
    const written: WrittenSegment[] = [];
    for (const batch of batches)
      for (const [month, part] of splitByMonth(batch)) {
        const content = encodeBlock(part);
        const reference = await this.#writeSegment({ month, rows: part.length }, content);
        written.push({ reference, visits: decodeBlocks(content), events: [] });
      }
    for (const batch of events)
      for (const [month, part] of monthsOf(batch)) {
        const content = encodeColumns(part);
        const reference = await this.#writeSegment({ month, rows: part.length, kind: batch.kind }, content);
        written.push({ reference, visits: [], events: decodeEventBlocks(content, batch.kind) });
      }
    return written;
  }

  async #writeSegment(about: Omit<SegmentReference, 'file' | 'epoch'>, content: Uint8Array): Promise<SegmentReference> {
    const { parts, header } = this.#live;
    const file = newId(parts.now());
    await createSealed(parts, header, 'segment', file, content);
    return { file, ...about, epoch: parts.keyring.newestEpoch };
  }

  #desk(): HeaderDesk {
    return {
      header: () => {
        this.#live.requireOpen();
        return this.#live.header;
      },
      keyring: () => this.#live.parts.keyring,
      directory: () => this.#live.directory,
      actorId: this.#live.parts.actor.officerId,
      kdf: this.#live.parts.kdf,
      now: () => this.#live.parts.now(),
      rewrite: (note, change) => this.#queue.alone(() => rewrite(this.#live, note, change)),
      rekey: (note, change) => this.#queue.alone(() => rekey(this.#live, note, change)),
    };
  }
}
