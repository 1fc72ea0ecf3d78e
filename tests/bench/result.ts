import { type Done, Unable } from './runner.ts';
import type { ContestantName } from './messages.ts';
import { median, minimum } from './statistics.ts';

/** One contestant in one discipline at one size. Times in milliseconds. */
export interface Line {
  readonly discipline: string;
  readonly visits: number;
  readonly contestant: ContestantName;
  readonly samples: readonly number[];
  readonly minimum: number | null;
  readonly median: number | null;
  readonly peakMegabytes: number | null;
  readonly longestBlock: number | null;
  /** Why there is no figure. */
  readonly unable: string | null;
}

/** Who takes part, and why not, when that is already plain. */
export interface Entrant {
  readonly name: ContestantName;
  readonly unable: string | null;
}

/** Gathers what a contestant says over the rounds; one that was unable once is not asked again. */
export class Score {
  readonly #name: ContestantName;
  readonly #samples: number[] = [];
  #peak: number | null = null;
  #block: number | null = null;
  #unable: string | null;

  constructor({ name, unable }: Entrant) {
    this.#name = name;
    this.#unable = unable;
  }

  get unable(): boolean {
    return this.#unable !== null;
  }

  add(milliseconds: readonly number[], done: Pick<Done, 'peakMegabytes' | 'longestBlock'>): void {
    this.#samples.push(...milliseconds);
    this.#peak = Math.max(this.#peak ?? 0, done.peakMegabytes);
    this.#block = Math.max(this.#block ?? 0, done.longestBlock);
  }

  /** @throws what is no contestant's inability, but the bench's own failure */
  async attempt(work: () => Promise<void>): Promise<void> {
    if (this.unable) return;
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof Unable)) throw cause;
      this.#unable = cause.message;
    }
  }

  line(discipline: string, visits: number): Line {
    const samples = this.#samples;
    const measured = this.#unable === null && samples.length > 0;
    return {
      discipline,
      visits,
      contestant: this.#name,
      samples,
      minimum: measured ? minimum(samples) : null,
      median: measured ? median(samples) : null,
      peakMegabytes: this.#peak,
      longestBlock: this.#block,
      unable: this.#unable,
    };
  }
}
