/** A change that waits for its turn; several waiting ones are made durable together. */
export interface Waiting<C> {
  readonly change: C;
  reject(cause: unknown): void;
}

type Job<C> =
  | { readonly kind: 'change'; readonly waiting: Waiting<C> }
  | { readonly kind: 'alone'; run(): Promise<void> };

/**
 * One writer: work is done in the order it was asked for. Changes that wait behind each other are handed over as one
 * group, so that they share one write and one wait for the disk (group commit); anything else runs alone.
 */
export class CommitQueue<C> {
  readonly #jobs: Job<C>[] = [];
  readonly #commit: (group: Waiting<C>[]) => Promise<void>;
  #running = false;

  /** @param commit settles every member of the group; what it leaves in the array is handed over again */
  constructor(commit: (group: Waiting<C>[]) => Promise<void>) {
    this.#commit = commit;
  }

  add(waiting: Waiting<C>): void {
    this.#jobs.push({ kind: 'change', waiting });
    void this.#run();
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ kind: 'alone', run: () => work().then(resolve, reject) });
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    // Whoever asks in this same turn of the event loop still joins the first group.
    await Promise.resolve();
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (job.kind === 'alone') await job.run();
      else await this.#commitGroup([job.waiting, ...this.#takeChanges()]);
    }
    this.#running = false;
  }

  #takeChanges(): Waiting<C>[] {
    const taken: Waiting<C>[] = [];
    for (let next = this.#jobs[0]; next?.kind === 'change'; next = this.#jobs[0]) {
      taken.push(next.waiting);
      this.#jobs.shift();
    }
    return taken;
  }

  async #commitGroup(group: Waiting<C>[]): Promise<void> {
    try {
      while (group.length > 0) await this.#commit(group);
    } catch (cause) {
      for (const waiting of group) waiting.reject(cause);
    }
  }
}
