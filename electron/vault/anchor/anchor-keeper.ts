import type { AuditHead } from '../format/audit.ts';
import type { HeaderBody } from '../format/header.ts';
import type { Keyring } from '../store/keyring.ts';
import { type SealedState, sealState, statesIn, writeAnchor } from './anchor.ts';
import type { AnchorStore } from './anchor-store.ts';

/** Between two changes of one session; opening, closing and new keys are kept at once. */
const pause = 10_000;

export interface Seen {
  readonly header: HeaderBody;
  readonly head: AuditHead;
  readonly keyring: Keyring;
}

/** Moves on what a workstation remembers of an open vault, always behind what is durable in the vault itself. */
export class AnchorKeeper {
  readonly #store: AnchorStore;
  readonly #now: () => number;
  #others: readonly SealedState[];
  #last = Number.NEGATIVE_INFINITY;
  #writing: Promise<void> = Promise.resolve();

  /** @param others states known besides, until this vault is changed: from then on it alone is the one that counts */
  constructor(store: AnchorStore, now: () => number, others: readonly SealedState[]) {
    this.#store = store;
    this.#now = now;
    this.#others = others;
  }

  /** The next that is kept makes this the only known state. */
  changed(): void {
    this.#others = [];
  }

  /** Written when the promise is done, or given up: see `#write`. */
  async keep(seen: Seen): Promise<void> {
    const { vaultId } = seen.header;
    const bytes = writeAnchor(vaultId, [this.#stateOf(seen), ...this.#others]);
    this.#last = this.#now();
    this.#writing = this.#writing.then(() => this.#write(vaultId, bytes));
    await this.#writing;
  }

  /** Another vault of this id that was just made here is known too, beside what was known. */
  async knowBeside(seen: Seen): Promise<void> {
    const { vaultId } = seen.header;
    const before = await this.#store.read(vaultId);
    const others = before === undefined ? [] : statesIn(before, vaultId);
    await this.#write(vaultId, writeAnchor(vaultId, [this.#stateOf(seen), ...others]));
  }

  /** Nobody waits for this one. */
  keepSoon(seen: Seen): void {
    const since = this.#now() - this.#last;
    if (since >= 0 && since < pause) return;
    void this.keep(seen);
  }

  async #write(vaultId: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.#store.write(vaultId, bytes);
    } catch {
      // A user folder that is full must not keep the vault from working; what was remembered before still holds.
    }
  }

  #stateOf({ header, head, keyring }: Seen): SealedState {
    const { vaultId, revision, generation, device, files } = header;
    const others = files.auditHeads.filter((each) => each.device !== device);
    return sealState(keyring.newestDataKey, vaultId, {
      at: new Date(this.#now()).toISOString(),
      epoch: keyring.newestEpoch,
      revision,
      generation,
      heads: [...others, { device, ...head }],
    });
  }
}
