import type { Id } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, toBase64, utf8, wipe } from '../crypto/bytes.ts';
import { boxTo, openBox } from '../crypto/box.ts';
import type { HeaderBody, SourceKeys } from '../format/header.ts';
import { newDataKey } from '../format/keys.ts';
import {
  type Holder,
  newestEpoch,
  openSourceKeys,
  openSourceText,
  type SealedPlace,
  sealSourceText,
  type SourceKeyring,
  wrapSourceKeys,
} from '../format/source-keys.ts';
import { membersOf } from '../officers/members.ts';
import type { HeaderDesk } from '../officers/officer-register.ts';
import type { OwnBox, SealedText, SourceSeal } from '../port.ts';
import { handlersOf, holdersToKeep, isTrustedStatement } from './source-holders.ts';

/** The register's keys in the hands of the officer who has the vault open. */
export class HeldSourceSeal implements SourceSeal {
  readonly #desk: HeaderDesk;
  #opened: { readonly by: SourceKeys; readonly keys: SourceKeyring | undefined } | undefined;

  constructor(desk: HeaderDesk) {
    this.#desk = desk;
  }

  state(): 'none' | 'held' | 'withheld' {
    if (this.#desk.header().sources === undefined) return 'none';
    return this.#keys() === undefined ? 'withheld' : 'held';
  }

  waiting(): readonly Id[] {
    const header = this.#desk.header();
    const { sources } = header;
    if (sources === undefined) return [];
    return handlersOf(header)
      .filter(({ id }) => !sources.boxes.some(({ officerId }) => officerId === id))
      .map(({ id }) => id);
  }

  async prepare(): Promise<void> {
    const header = this.#desk.header();
    const { sources } = header;
    const handlers = handlersOf(header);
    if (!handlers.some(({ id }) => id === this.#desk.actorId)) throw new SinergiError('not-allowed');
    if (sources === undefined) {
      await this.#write('source-key.create', () => ({ keys: new Map([[1, newDataKey()]]), holders: handlers }));
      return;
    }
    const gone = sources.holders.some((holder) => !handlers.some(({ id }) => id === holder));
    if (!gone && isTrustedStatement(header) && sources.recoveryKey === header.roster.recovery.boxKey) return;
    const held = this.#requireKeys();
    await this.#write('source-key.renew', (current) => ({
      keys: new Map([...held, [newestEpoch(held) + 1, newDataKey()]]),
      holders: holdersToKeep(current, this.#desk.actorId),
    }));
  }

  async admit(id: Id): Promise<void> {
    const keys = this.#keysToWrite();
    if (!this.waiting().includes(id)) throw new SinergiError('officer-unknown');
    await this.#write('source-key.give', (current) => ({ keys, holders: holdersToKeep(current, id) }), id);
  }

  seal(place: SealedPlace, text: string): SealedText {
    return sealSourceText(this.#keysToWrite(), this.#desk.header().vaultId, place, text);
  }

  open(place: SealedPlace, sealed: SealedText): string {
    const text = openSourceText(this.#requireKeys(), this.#desk.header().vaultId, place, sealed);
    if (text === undefined) throw new SinergiError('sources-damaged');
    return text;
  }

  get epoch(): number {
    return newestEpoch(this.#requireKeys());
  }

  boxFor(officerId: Id, context: string, text: string): OwnBox {
    const officer = membersOf(this.#desk.header()).find(({ id, status }) => id === officerId && status === 'active');
    if (officer === undefined) throw new SinergiError('officer-unknown');
    const box = boxTo(fromBase64(officer.boxKey), utf8(text), this.#boxContext(officerId, context));
    return { ephemeral: toBase64(box.ephemeral), sealed: toBase64(box.sealed) };
  }

  openOwn(box: OwnBox, context: string): string {
    const opened = openBox(
      this.#desk.keyring().boxPrivate,
      { ephemeral: fromBase64(box.ephemeral), sealed: fromBase64(box.sealed) },
      this.#boxContext(this.#desk.actorId, context),
    );
    if (opened === undefined) throw new SinergiError('sources-damaged');
    const text = Buffer.from(opened).toString('utf8');
    wipe(opened);
    return text;
  }

  wipe(): void {
    if (this.#opened?.keys !== undefined) wipe(...this.#opened.keys.values());
    this.#opened = undefined;
  }

  #boxContext(officerId: Id, context: string): string {
    return `sinergi/1/own/${this.#desk.header().vaultId}/${officerId}/${context}`;
  }

  #keys(): SourceKeyring | undefined {
    const { vaultId, sources } = this.#desk.header();
    if (sources === undefined) return undefined;
    if (this.#opened?.by !== sources) {
      const keys = openSourceKeys(vaultId, sources, this.#desk.keyring().boxPrivate, this.#desk.actorId);
      this.#opened = { by: sources, keys };
    }
    return this.#opened?.keys;
  }

  #requireKeys(): SourceKeyring {
    const keys = this.#keys();
    if (keys === undefined) throw new SinergiError('sources-withheld');
    return keys;
  }

  /** Nothing new is sealed by a key that somebody else may have put there. */
  #keysToWrite(): SourceKeyring {
    if (!isTrustedStatement(this.#desk.header())) throw new SinergiError('sources-withheld');
    return this.#requireKeys();
  }

  async #write(
    action: string,
    make: (header: HeaderBody) => { readonly keys: SourceKeyring; readonly holders: readonly Holder[] },
    entityId: Id = this.#desk.header().vaultId,
  ): Promise<void> {
    await this.#desk.rewrite({ action, entity: 'sources', entityId }, (header) => {
      const { keys, holders } = make(header);
      const { boxKey } = header.roster.recovery;
      return {
        ...header,
        sources: wrapSourceKeys(header.vaultId, keys, holders, boxKey, this.#desk.keyring().signSeed),
      };
    });
  }
}
