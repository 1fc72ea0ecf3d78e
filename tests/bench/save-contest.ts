import type { Arena } from './arena.ts';
import { Runner } from './runner.ts';
import type { ContestantName } from './messages.ts';
import { type Entrant, type Line, Score } from './result.ts';
import { turn } from './statistics.ts';

/** Saves in one turn; a lowdb of a million visits takes seconds for one. */
const savesOf = (name: ContestantName): number => (name === 'lowdb' ? 2 : 40);

/** One changed person, from the call to the answer, everybody in turns on the same disk. */
export async function saveContest(
  arena: Arena,
  entrants: readonly Entrant[],
  rounds: number,
): Promise<readonly Line[]> {
  const scores = entrants.map((entrant) => ({ name: entrant.name, score: new Score(entrant) }));
  const running = new Map<ContestantName, Runner>();
  try {
    for (const { name, score } of scores)
      await score.attempt(async () => {
        const runner = await Runner.start(name, arena.place(name));
        running.set(name, runner);
        await runner.perform('open');
        // The first turn warms the compiler; a program that runs all day is long past it.
        await runner.perform('save', savesOf(name));
      });
    for (let round = 0; round < rounds; round += 1)
      for (const { name, score } of turn(scores, round))
        await score.attempt(async () => {
          const done = await running.get(name)?.perform('save', savesOf(name));
          if (done !== undefined) score.add(done.samples, done);
        });
  } finally {
    for (const runner of running.values()) await runner.end();
  }
  return scores.map(({ score }) => score.line('save', arena.visits));
}
