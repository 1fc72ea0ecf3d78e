import type { KeyObject } from 'node:crypto';
import type { Id } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { signingKey } from '../crypto/signing.ts';
import {
  type AuditBody,
  type AuditEntry,
  type AuditHead,
  auditPayload,
  headAfter,
  makeAuditEntry,
} from '../format/audit.ts';
import type { AuditNote } from '../port.ts';
import type { LogFile } from './log-file.ts';

/** When and by whom an entry is made. */
export interface AuditMoment {
  readonly stamp: string;
  readonly at: string;
  readonly actor: Id;
  readonly device: Id;
}

/**
 * The audit chain of this device. Entries of changes stand in the journal first, which makes them durable; here they are
 * written behind it, and what a failing disk keeps out now is tried again with the next entry.
 */
export class AuditTrail {
  #log: LogFile;
  /** Held for as long as the vault is open: one copy of the key instead of one for each entry. */
  #signer: KeyObject | undefined;
  readonly #behind: AuditEntry[] = [];
  #catchingUp: Promise<void> | undefined;
  #head: AuditHead;

  constructor(log: LogFile, head: AuditHead, signSeed: Uint8Array) {
    this.#log = log;
    this.#head = head;
    this.#signer = signingKey(signSeed);
  }

  get head(): AuditHead {
    return this.#head;
  }

  get log(): Pick<LogFile, 'path' | 'length'> {
    return this.#log;
  }

  get broken(): boolean {
    return this.#log.broken;
  }

  /** An entry that would follow `head`; it belongs to the chain only after `follow` or `write`. */
  entryAfter(head: AuditHead, note: AuditNote, moment: AuditMoment, change?: AuditBody['change']): AuditEntry {
    const { stamp, at, actor, device } = moment;
    const { action, entity, entityId, reason } = note;
    const body: AuditBody = {
      sequence: head.count + 1,
      device,
      stamp,
      at,
      actor,
      action,
      ...(entity === undefined ? {} : { entity }),
      ...(entityId === undefined ? {} : { entityId }),
      ...(reason === undefined ? {} : { reason }),
      ...(change === undefined ? {} : { change }),
      previous: head.head,
    };
    if (this.#signer === undefined) throw new SinergiError('locked');
    return makeAuditEntry(body, this.#signer);
  }

  /**
   * Takes entries the journal already holds. Nobody waits for them to be written: they are durable in the journal, and a
   * failure here loses nothing, so it is not the change's failure.
   */
  follow(entries: readonly AuditEntry[]): void {
    for (const entry of entries) {
      this.#behind.push(entry);
      this.#head = headAfter(entry);
    }
    this.#catchUp().catch(() => {
      // Kept in `#behind`; `write` and `settle` report it when it lasts.
    });
  }

  /** Appends an entry that stands nowhere else, durable when the promise is done. */
  async write(entry: AuditEntry): Promise<void> {
    await this.#catchUp();
    await this.#log.append(auditPayload(entry), 'now');
    this.#head = headAfter(entry);
  }

  /** Everything written and durable: needed before the journal that also holds the entries goes. */
  async settle(): Promise<void> {
    await this.#catchUp();
    await this.#log.sync();
  }

  /** The chain goes on in another file; `settle` comes first. */
  continueIn(log: LogFile): void {
    this.#log.wipe();
    this.#log = log;
  }

  /** Writes what is behind, one caller's entries after the other's. @throws SinergiError as `LogFile.append` */
  async #catchUp(): Promise<void> {
    while (this.#behind.length > 0) {
      this.#catchingUp ??= this.#writeBehind().finally(() => {
        this.#catchingUp = undefined;
      });
      await this.#catchingUp;
    }
  }

  async #writeBehind(): Promise<void> {
    for (let entry = this.#behind[0]; entry !== undefined; entry = this.#behind[0]) {
      if (this.#signer === undefined) throw new SinergiError('locked');
      await this.#log.append(auditPayload(entry), 'later');
      this.#behind.shift();
    }
  }

  /** The signing key's memory is OpenSSL's, which clears it when nothing refers to it any more. */
  wipe(): void {
    this.#signer = undefined;
    this.#log.wipe();
  }
}
