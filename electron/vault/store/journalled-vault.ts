import type { Low } from 'lowdb';
import type { Id } from '../../../shared/domain/basics.ts';
import type { CollectionName, HistoryEntry, VaultDocument } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { toHex } from '../crypto/bytes.ts';
import { type AuditBody, type AuditHead, auditPayload, headAfter, makeAuditEntry } from '../format/audit.ts';
import { sha256 } from '../format/canonical.ts';
import { HybridClock } from '../format/clock.ts';
import { newPreamble } from '../format/frame.ts';
import type { HeaderBody } from '../format/header.ts';
import { operationsBytes, type SegmentReference, transactionBytes } from '../format/journal.ts';
import type { Directory } from '../format/keys.ts';
import { decodeBlocks, encodeBlock, splitByMonth } from '../format/segment.ts';
import { sealStream } from '../format/stream.ts';
import { newId } from '../ids.ts';
import type { AuditNote, Transaction, VaultPort } from '../port.ts';
import { TransactionBuilder } from './builder.ts';
import { diskError, type Files } from './files.ts';
import { saveHeader } from './header-file.ts';
import type { Keyring } from './keyring.ts';
import type { VaultLock } from './lock-file.ts';
import { createLog, type LogFile } from './log-file.ts';
import type { VaultPaths } from './paths.ts';
import { applyStep, type VaultState } from './state.ts';
import type { MemoryVisits } from './visit-table.ts';

/** Beyond these the journal is folded into a new snapshot when the vault is closed. */
const compactionBytes = 4 * 1024 * 1024;
const compactionFrames = 2000;

export interface VaultParts {
  readonly files: Files;
  readonly paths: VaultPaths;
  readonly lock: VaultLock;
  readonly keyring: Keyring;
  readonly header: HeaderBody;
  readonly actor: VaultPort['actor'];
  readonly directory: Directory;
  readonly store: Low<VaultState>;
  readonly visits: MemoryVisits;
  readonly journal: LogFile;
  readonly audit: LogFile;
  readonly auditHead: AuditHead;
  readonly readOnly: boolean;
  readonly now: () => number;
}

/** An open vault: one writer, one queue, memory that changes only after the disk has. */
export class JournalledVault implements VaultPort {
  readonly vaultId: Id;
  readonly folder: string;
  readonly actor: VaultPort['actor'];
  readonly visits: MemoryVisits;
  readonly #parts: VaultParts;
  readonly #clock: HybridClock;
  #header: HeaderBody;
  #journal: LogFile;
  #audit: LogFile;
  #auditHead: AuditHead;
  #readOnly: boolean;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.vaultId = parts.header.vaultId;
    this.folder = parts.paths.folder;
    this.actor = parts.actor;
    this.visits = parts.visits;
    this.#header = parts.header;
    this.#journal = parts.journal;
    this.#audit = parts.audit;
    this.#auditHead = parts.auditHead;
    this.#readOnly = parts.readOnly;
    this.#clock = new HybridClock(() => parts.now(), parts.store.data.stamp);
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  get document(): VaultDocument {
    this.#requireOpen();
    return this.#parts.store.data.document;
  }

  transact<T>(note: AuditNote, change: (transaction: Transaction) => T): Promise<T> {
    return this.#queued(async () => {
      this.#requireWritable();
      const state = this.#parts.store.data;
      const now = this.#parts.now();
      const stamp = this.#clock.tick();
      const at = new Date(now).toISOString();
      const by = this.actor.officerId;
      const device = this.#header.device;
      const builder = new TransactionBuilder(state, { at, by, device, stamp, now });
      const answer = change(builder);

      const written = await this.#writeSegments(builder);
      const operations = operationsBytes(builder.steps.map((step) => step.operation));
      const entityId = note.entityId ?? builder.steps[0]?.operation.id;
      const entry = this.#entry({ ...note, ...(entityId === undefined ? {} : { entityId }) }, stamp, at, {
        journal: this.#journalFile,
        frame: this.#journal.frames,
        operations: toHex(sha256(operations)),
      });
      const segments = written.map(({ reference }) => reference);
      await this.#guarded(
        this.#journal.append(transactionBytes({ stamp, at, by, segments, audit: entry }, operations)),
      );
      this.#auditHead = headAfter(entry);

      for (const step of builder.steps) applyStep(state, step, at, by);
      state.segments.push(...segments);
      state.stamp = stamp;
      for (const { blocks } of written) this.visits.add(blocks);
      if (builder.steps.some((step) => step.operation.collection === 'visitCorrections')) this.visits.forget();
      // The entry stands in the journal too: what is lost here is written again when the vault is next opened.
      await this.#guarded(this.#audit.append(auditPayload(entry)));
      return answer;
    });
  }

  note(note: AuditNote): Promise<void> {
    return this.#queued(async () => {
      if (this.#readOnly) return;
      const stamp = this.#clock.tick();
      const entry = this.#entry(note, stamp, new Date(this.#parts.now()).toISOString());
      await this.#guarded(this.#audit.append(auditPayload(entry)));
      this.#auditHead = headAfter(entry);
    });
  }

  history(collection: CollectionName, id: Id): readonly HistoryEntry[] {
    const { document, history } = this.#parts.store.data;
    const record = document[collection][id];
    if (record === undefined) return [];
    const named = (by: Id) => ({ by, byName: this.officerName(by) });
    const made: HistoryEntry = {
      version: 1,
      at: record.createdAt,
      ...named(record.createdBy),
      change: 'created',
      fields: [],
    };
    const past = history[`${collection}/${id}`] ?? [];
    return [
      made,
      ...past.map((step) => ({
        ...step,
        byName: this.officerName(step.by),
        fields: step.fields.map(({ field, before, after }) => ({ field, before, after })),
      })),
    ];
  }

  officerName(id: Id): string {
    return this.#parts.directory[id] ?? '';
  }

  async info(): Promise<{ readonly generation: number; readonly bytes: number }> {
    this.#requireOpen();
    const { files, paths } = this.#parts;
    const { snapshot, journals, audit } = this.#header.files;
    const { segments } = this.#parts.store.data;
    const every = [
      paths.header,
      paths.snapshot(snapshot),
      ...journals.map(({ file }) => paths.journal(file)),
      ...audit.map(({ file }) => paths.audit(file)),
      ...segments.map(({ file }) => paths.segment(file)),
    ];
    const sizes = await Promise.all(every.map((path) => files.size(path)));
    return { generation: this.#header.generation, bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) };
  }

  compact(): Promise<void> {
    return this.#queued(() => this.#compact());
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#queued(async () => {
      try {
        if (!this.#readOnly && (this.#journal.length > compactionBytes || this.#journal.frames > compactionFrames))
          await this.#compact();
      } finally {
        this.#closed = true;
        await this.#parts.files.release();
        this.#journal.wipe();
        this.#audit.wipe();
        this.#parts.keyring.wipe();
        await this.#parts.lock.release();
      }
    });
  }

  get #journalFile(): Id {
    const own = this.#header.files.journals.find(({ device }) => device === this.#header.device);
    if (own === undefined) throw new RangeError('a device without a journal');
    return own.file;
  }

  async #writeSegments(builder: TransactionBuilder) {
    const { files, paths, keyring, now } = this.#parts;
    const written: { reference: SegmentReference; blocks: ReturnType<typeof decodeBlocks> }[] = [];
    for (const batch of builder.batches)
      for (const [month, part] of splitByMonth(batch)) {
        const file = newId(now());
        const content = encodeBlock(part);
        const preamble = newPreamble({ ...this.#fileFields('segment', file), epoch: keyring.newestEpoch });
        const parts = sealStream(keyring.newestDataKey, preamble, this.vaultId, content);
        await this.#guarded(files.create(paths.segment(file), parts));
        written.push({ reference: { file, month, rows: part.length }, blocks: decodeBlocks(content) });
      }
    return written;
  }

  #fileFields<K extends 'journal' | 'snapshot' | 'segment' | 'audit'>(kind: K, fileId: Id) {
    return { kind, fileId, device: this.#header.device, generation: this.#header.generation };
  }

  #entry(note: AuditNote, stamp: string, at: string, change?: AuditBody['change']) {
    const body: AuditBody = {
      sequence: this.#auditHead.count + 1,
      device: this.#header.device,
      stamp,
      at,
      actor: this.actor.officerId,
      action: note.action,
      ...(note.entity === undefined ? {} : { entity: note.entity }),
      ...(note.entityId === undefined ? {} : { entityId: note.entityId }),
      ...(note.reason === undefined ? {} : { reason: note.reason }),
      ...(change === undefined ? {} : { change }),
      previous: this.#auditHead.head,
    };
    return makeAuditEntry(body, this.#parts.keyring.signSeed);
  }

  /** New snapshot and journal beside the old ones, then the header that names them, and only then the old ones go. */
  async #compact(): Promise<void> {
    this.#requireWritable();
    const { files, paths, keyring, store, now } = this.#parts;
    const old = { snapshot: this.#header.files.snapshot, journal: this.#journalFile, log: this.#journal };
    const generation = this.#header.generation + 1;
    const journalFile = newId(now());
    const device = this.#header.device;
    await store.write();
    const snapshot = this.#newestSnapshot;
    const fields = { kind: 'journal', epoch: keyring.newestEpoch, fileId: journalFile, device, generation } as const;
    const journal = await createLog(files, paths.journal(journalFile), fields, this.vaultId, keyring.newestDataKey);
    const others = this.#header.files.journals.filter((each) => each.device !== device);
    const header: HeaderBody = {
      ...this.#header,
      revision: this.#header.revision + 1,
      generation,
      writtenAt: new Date(now()).toISOString(),
      files: {
        ...this.#header.files,
        snapshot,
        journals: [...others, { device, file: journalFile }],
        auditHeads: [
          ...this.#header.files.auditHeads.filter((head) => head.device !== device),
          { device, ...this.#auditHead },
        ],
      },
    };
    await saveHeader(files, paths, keyring.vaultKey, header);
    this.#header = header;
    this.#journal = journal;
    old.log.wipe();
    await files.remove(paths.journal(old.journal));
    await files.remove(paths.snapshot(old.snapshot));
  }

  #newestSnapshot = '';

  /** lowdb's adapter writes through here: the sealed snapshot of the next generation. */
  async writeSnapshot(content: Uint8Array): Promise<void> {
    const { files, paths, keyring, now } = this.#parts;
    const file = newId(now());
    const generation = this.#header.generation + 1;
    const preamble = newPreamble({ ...this.#fileFields('snapshot', file), generation, epoch: keyring.newestEpoch });
    await this.#guarded(
      files.create(paths.snapshot(file), sealStream(keyring.newestDataKey, preamble, this.vaultId, content)),
    );
    this.#newestSnapshot = file;
  }

  /** A write that fails and cannot be taken back leaves a vault that can only be read until it is opened again. */
  async #guarded<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } catch (cause) {
      if (!(cause instanceof SinergiError)) this.#readOnly = true;
      throw diskError(cause);
    }
  }

  #requireOpen(): void {
    if (this.#closed) throw new SinergiError('locked');
  }

  #requireWritable(): void {
    this.#requireOpen();
    if (this.#readOnly) throw new SinergiError('vault-read-only');
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => {
      this.#requireOpen();
      return work();
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
