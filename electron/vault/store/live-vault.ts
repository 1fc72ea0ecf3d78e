import type { Id } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Seen } from '../anchor/anchor-keeper.ts';
import { HybridClock } from '../format/clock.ts';
import type { HeaderBody } from '../format/header.ts';
import { type Directory, openDirectory } from '../format/keys.ts';
import type { AuditNote } from '../port.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { VaultParts, Withheld, Writing } from './parts.ts';
import type { Authorship, VaultState } from './state.ts';

/** What of an open vault changes while it is open, and what has to hold before it is touched. Used inside the queue only. */
export class LiveVault {
  /** Long readings under way; their files must stay until they are done. */
  readonly readings = new Set<Promise<unknown>>();
  readonly #clock: HybridClock;
  #parts: VaultParts;
  #header: HeaderBody;
  #directory: Directory;
  #writing: VaultParts['writing'];
  #withheld: VaultParts['withheld'];
  /** What happened before an older state was accepted; it stands in the trail in front of that. */
  readonly #unwritten: AuditNote[] = [];
  #closed = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.#header = parts.header;
    this.#directory = parts.directory;
    this.#writing = parts.writing;
    this.#withheld = parts.withheld;
    this.#clock = new HybridClock(() => parts.now(), parts.store.data.stamp);
  }

  get parts(): VaultParts {
    return this.#parts;
  }

  get header(): HeaderBody {
    return this.#header;
  }

  get directory(): Directory {
    return this.#directory;
  }

  /** Absent when the vault can only be read. */
  get writing(): VaultParts['writing'] {
    return this.#writing;
  }

  get withheld(): Withheld | undefined {
    return this.#withheld;
  }

  get state(): VaultState {
    this.requireOpen();
    return this.#parts.store.data;
  }

  get journalId(): Id {
    const own = this.#header.files.journals.find(({ device }) => device === this.#header.device);
    if (own === undefined) throw new RangeError('a device without a journal');
    return own.file;
  }

  moment(): Authorship & { readonly now: number } {
    const now = this.#parts.now();
    return {
      now,
      stamp: this.#clock.tick(),
      at: new Date(now).toISOString(),
      by: this.#parts.actor.officerId,
      device: this.#header.device,
    };
  }

  /** A header that is on the disk now. */
  know(header: HeaderBody): void {
    this.#header = header;
    this.#directory = openDirectory(this.#parts.keyring.vaultKey, header.vaultId, header.directory) ?? this.#directory;
  }

  /** A generation that is on the disk now, perhaps under other keys. */
  goOnIn(parts: VaultParts, header: HeaderBody, writing: Writing): void {
    this.#parts = parts;
    this.#writing = writing;
    this.know(header);
  }

  /** A vault opened for reading only keeps no trace of being read; the report given when it was opened says so. */
  async note(note: AuditNote): Promise<void> {
    if (this.#withheld !== undefined) this.#unwritten.push(note);
    else if (this.#parts.writing !== undefined) await this.writeNote(note, this.requireWritable().trail);
  }

  /** Writing begins in a vault that was in doubt. @throws SinergiError `vault-read-only` */
  async accept(note: AuditNote): Promise<void> {
    const withheld = this.#withheld;
    if (withheld === undefined) throw new SinergiError('vault-read-only');
    // Whatever fails from here on, the vault is only read until it is opened anew.
    this.#withheld = undefined;
    const { writing, header } = await withheld.begin();
    for (const each of [...this.#unwritten.splice(0), note]) await this.writeNote(each, writing.trail);
    this.goOnIn({ ...this.#parts, writing }, header, writing);
    this.#parts.anchor?.changed();
    await this.remember();
  }

  /** Moves on what this workstation remembers; of a vault that is damaged or in doubt it keeps what it knew. */
  async remember(): Promise<void> {
    const seen = this.#seen();
    if (seen !== undefined) await this.#parts.anchor?.keep(seen);
  }

  /** As `remember`, behind something that nobody should wait longer for. */
  rememberSoon(what: 'change' | 'reading'): void {
    const seen = this.#seen();
    if (what === 'change') this.#parts.anchor?.changed();
    if (seen !== undefined) this.#parts.anchor?.keepSoon(seen);
  }

  #seen(): Seen | undefined {
    if (this.#writing === undefined) return undefined;
    return { header: this.#header, head: this.#writing.trail.head, keyring: this.#parts.keyring };
  }

  async writeNote(note: AuditNote, trail: AuditTrail): Promise<void> {
    const { stamp, at, by, device } = this.moment();
    try {
      await trail.write(trail.entryAfter(trail.head, note, { stamp, at, actor: by, device }));
    } finally {
      this.stopIfBroken();
    }
  }

  /** A write that failed and could not be taken back leaves a vault that is only read until it is opened again. */
  stopIfBroken(): void {
    if (this.#writing?.journal.broken === true || this.#writing?.trail.broken === true) this.stopWriting();
  }

  stopWriting(): void {
    this.#writing?.journal.wipe();
    this.#writing?.trail.wipe();
    this.#writing = undefined;
  }

  requireOpen(): void {
    if (this.#closed) throw new SinergiError('locked');
  }

  requireWritable(): Writing {
    this.requireOpen();
    if (this.#withheld !== undefined) throw new SinergiError('vault-rolled-back');
    if (this.#writing === undefined) throw new SinergiError('vault-read-only');
    return this.#writing;
  }

  async end(): Promise<void> {
    await Promise.allSettled(this.readings);
    const { files, keyring, lock, visits, events } = this.#parts;
    this.#closed = true;
    this.stopWriting();
    keyring.wipe();
    visits.clear();
    events.clear();
    try {
      await files.release();
    } finally {
      await lock.release();
    }
  }
}
