import type { Adapter } from 'lowdb';
import { stateBytes } from './snapshot-content.ts';
import type { VaultState } from './state.ts';

/**
 * lowdb's seam to the disk. It reads the sealed snapshot once, when the vault is opened, and writes one only when the
 * journal is folded into it: in between, the journal makes changes durable.
 */
export class SealedSnapshot implements Adapter<VaultState> {
  readonly #read: () => Promise<VaultState>;
  #seal: ((content: Uint8Array) => Promise<void>) | undefined;

  constructor(read: () => Promise<VaultState>) {
    this.#read = read;
  }

  /** Where the next `write` goes; each snapshot is a file of its own. */
  aim(seal: (content: Uint8Array) => Promise<void>): void {
    this.#seal = seal;
  }

  read(): Promise<VaultState> {
    return this.#read();
  }

  async write(state: VaultState): Promise<void> {
    const seal = this.#seal;
    if (seal === undefined) throw new RangeError('a snapshot without a file to go to');
    this.#seal = undefined;
    await seal(await stateBytes(state));
  }
}
