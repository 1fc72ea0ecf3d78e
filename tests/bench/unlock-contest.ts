import type { Arena } from './arena.ts';
import { Runner } from './runner.ts';
import { type Entrant, type Line, Score } from './result.ts';
import { turn } from './statistics.ts';

/**
 * From the key to the first page about a person (`unlock`), and on to every visit read (`unlock and read all`). Each time
 * in a new process, as at the start of a day; the files are in the system's cache for everybody.
 */
export async function unlockContest(
  arena: Arena,
  entrants: readonly Entrant[],
  rounds: number,
): Promise<readonly Line[]> {
  const scores = entrants.map((entrant) => ({
    name: entrant.name,
    ready: new Score(entrant),
    everything: new Score(entrant),
  }));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, ready, everything } of turn(scores, round))
      await ready.attempt(async () => {
        const runner = await Runner.start(name, arena.place(name));
        try {
          const opened = await runner.perform('open');
          const looked = await runner.perform('look');
          const untilReady = sum(opened.samples) + sum(looked.samples);
          const longestBlock = Math.max(opened.longestBlock, looked.longestBlock);
          ready.add([untilReady], { peakMegabytes: looked.peakMegabytes, longestBlock });
          const read = await runner.perform('read');
          if (read.records !== arena.visits) throw new Error(`${name} read ${read.records} of ${arena.visits} visits`);
          everything.add([untilReady + sum(read.samples)], read);
        } finally {
          await runner.end();
        }
      });
  return scores.flatMap(({ ready, everything }) => [
    ready.line('unlock', arena.visits),
    everything.line('unlock and read all', arena.visits),
  ]);
}

const sum = (samples: readonly number[]): number => samples.reduce((total, sample) => total + sample, 0);
