/** How long work may hold its thread before others come round: a click is felt as late from 50 ms on. */
const sliceMilliseconds = 8;

/** Long work on the main thread, cut up: where it is due, it waits until everybody else had a turn. */
export interface Slices {
  due(): boolean;
  pause(): Promise<void>;
}

export function createSlices(): Slices {
  let began = performance.now();
  return {
    due: () => performance.now() - began >= sliceMilliseconds,
    async pause() {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    },
  };
}

/** All steps in one turn. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Step by step, with a turn for others where it is due.
 *
 * @param holds asked behind each turn: whether what the steps work on is still as it was
 * @returns `undefined` when it is not
 */
export async function finishInSlices<T>(steps: Generator<void, T>, holds: () => boolean): Promise<T | undefined> {
  const slices = createSlices();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (!slices.due()) continue;
    await slices.pause();
    if (!holds()) return undefined;
  }
}
