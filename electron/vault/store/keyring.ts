import { wipe } from '../crypto/bytes.ts';
import type { OwnKeys } from '../format/slot.ts';

/** The secrets of an open vault; wiped when it is closed. */
export class Keyring {
  readonly vaultKey: Uint8Array;
  readonly signSeed: Uint8Array;
  /** The officer's own X25519 key: opens what was boxed to this officer alone. */
  readonly boxPrivate: Uint8Array;
  readonly #dataKeys: ReadonlyMap<number, Uint8Array>;

  constructor(vaultKey: Uint8Array, own: OwnKeys, dataKeys: ReadonlyMap<number, Uint8Array>) {
    this.vaultKey = vaultKey;
    this.signSeed = own.signSeed;
    this.boxPrivate = own.boxPrivate;
    this.#dataKeys = dataKeys;
  }

  /** The same keys in another officer's hands. */
  heldBy(own: OwnKeys): Keyring {
    return new Keyring(this.vaultKey, own, this.#dataKeys);
  }

  /** Another vault key, and one more data key, which writes from now on; what the older ones sealed can still be read. */
  renewed(vaultKey: Uint8Array, dataKey: Uint8Array): Keyring {
    return new Keyring(vaultKey, this, new Map([...this.#dataKeys, [this.newestEpoch + 1, dataKey]]));
  }

  /** Every data key with its epoch. */
  get epochs(): readonly (readonly [number, Uint8Array])[] {
    return [...this.#dataKeys];
  }

  readonly dataKeyOf = (epoch: number): Uint8Array | undefined => this.#dataKeys.get(epoch);

  get newestEpoch(): number {
    return Math.max(...this.#dataKeys.keys());
  }

  get newestDataKey(): Uint8Array {
    const key = this.#dataKeys.get(this.newestEpoch);
    if (key === undefined) throw new RangeError('a vault without a data key');
    return key;
  }

  wipe(): void {
    wipe(this.vaultKey, this.signSeed, this.boxPrivate, ...this.#dataKeys.values());
  }
}
