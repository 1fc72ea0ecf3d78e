import type { ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';

const pageFramesSchema = z.strictObject({
  frames: z.int(),
  /** Frames that came more than 50 ms after the one before. */
  late: z.int(),
  /** Milliseconds between two frames, at most. */
  longest: z.number(),
});
const mainBlockSchema = z.strictObject({ longest: z.number(), late: z.int() });

/** What the officer felt while something was done: frames of the page, and how long the main process answered nothing. */
export interface Felt {
  readonly page: z.infer<typeof pageFramesSchema>;
  readonly main: z.infer<typeof mainBlockSchema>;
}

/** A frame is late after this many milliseconds; the aim is none. */
const late = 50;

/** Begins to count the page's frames; a page that is gone after a lock is watched anew. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate((limit) => {
    const seen = { frames: 0, late: 0, longest: 0 };
    let before = performance.now();
    const next = (now: number): void => {
      const gap = now - before;
      before = now;
      seen.frames += 1;
      if (gap > limit) seen.late += 1;
      seen.longest = Math.max(seen.longest, gap);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(globalThis, {
      takeFrames: () => {
        const taken = { ...seen };
        Object.assign(seen, { frames: 0, late: 0, longest: 0 });
        return taken;
      },
    });
  }, late);
}

/** Begins to watch how late the main process comes round to a timer of 5 ms. */
export async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate((_electron, limit) => {
    const every = 5;
    const seen = { late: 0, longest: 0 };
    let before = performance.now();
    setInterval(() => {
      const now = performance.now();
      const block = now - before - every;
      before = now;
      if (block > limit) seen.late += 1;
      seen.longest = Math.max(seen.longest, block);
    }, every);
    Object.assign(globalThis, {
      takeBlocks: () => {
        const taken = { ...seen };
        Object.assign(seen, { late: 0, longest: 0 });
        return taken;
      },
    });
  }, late);
}

/** What was felt since the last time one asked. */
export async function felt(app: ElectronApplication, page: Page): Promise<Felt> {
  const frames = await page.evaluate<unknown>('takeFrames()');
  const blocks = await app.evaluate<unknown>('takeBlocks()');
  return { page: pageFramesSchema.parse(frames), main: mainBlockSchema.parse(blocks) };
}

/** Resident memory of all the program's processes together, in megabytes. */
export async function memoryOf(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return Math.round(kilobytes / 1024);
}
