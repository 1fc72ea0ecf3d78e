/**
 * Hybrid logical clock (Kulkarni et al., 2014): wall-clock milliseconds in 48 bits and a counter in 16, written as 16
 * hexadecimal digits, so that comparing the texts compares the moments. It never runs backwards, also when the
 * machine's clock is set back, and moves ahead of every stamp it has seen.
 */
export type Stamp = string;

export const zeroStamp: Stamp = '0'.repeat(16);
export const stampPattern = /^[0-9a-f]{16}$/;

const counterLimit = 0xffff;

export function makeStamp(milliseconds: number, counter: number): Stamp {
  return milliseconds.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');
}

export const stampMilliseconds = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 12), 16);
const stampCounter = (stamp: Stamp): number => Number.parseInt(stamp.slice(12), 16);

export class HybridClock {
  #last: Stamp;
  readonly #now: () => number;

  /** @param now milliseconds since 1970-01-01 UTC */
  constructor(now: () => number, last: Stamp = zeroStamp) {
    this.#now = now;
    this.#last = last;
  }

  get last(): Stamp {
    return this.#last;
  }

  /** A stamp greater than every one given or seen before. */
  tick(): Stamp {
    const wall = this.#now();
    const last = stampMilliseconds(this.#last);
    if (wall > last) this.#last = makeStamp(wall, 0);
    else if (stampCounter(this.#last) < counterLimit) this.#last = makeStamp(last, stampCounter(this.#last) + 1);
    else this.#last = makeStamp(last + 1, 0);
    return this.#last;
  }

  observe(stamp: Stamp): void {
    if (stamp > this.#last) this.#last = stamp;
  }
}
