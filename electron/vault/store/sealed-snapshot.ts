import type { Adapter } from 'lowdb';
import type { VaultState } from './state.ts';

/**
 * lowdb's seam to the disk. It reads the sealed snapshot once, when the vault is opened, and writes it only when the
 * journal is folded into a new one: in between, the journal makes changes durable.
 */
export class SealedSnapshot implements Adapter<VaultState> {
  readonly #read: () => Promise<VaultState>;
  readonly #write: (state: VaultState) => Promise<void>;

  constructor(read: () => Promise<VaultState>, write: (state: VaultState) => Promise<void>) {
    this.#read = read;
    this.#write = write;
  }

  read(): Promise<VaultState> {
    return this.#read();
  }

  write(state: VaultState): Promise<void> {
    return this.#write(state);
  }
}
