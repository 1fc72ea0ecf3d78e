import { rm } from 'node:fs/promises';
import type { Arena } from './arena.ts';
import { Runner } from './runner.ts';
import { type Entrant, type Line, Score } from './result.ts';
import { turn } from './statistics.ts';

/**
 * A visit register from the file to the answer. Sinergi's import ends with the visits durable in a new vault, then takes
 * the same file once more; each contestant in a new process with a folder of its own.
 */
export async function importContest(
  arena: Arena,
  entrants: readonly Entrant[],
  rounds: number,
): Promise<readonly Line[]> {
  const scores = entrants.map((entrant) => ({
    name: entrant.name,
    first: new Score(entrant),
    again: new Score(entrant),
  }));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, first, again } of turn(scores, round))
      await first.attempt(async () => {
        const place = arena.place(`import-${name}`);
        const runner = await Runner.start(name, place);
        try {
          if (name !== 'papaparse') await runner.perform('prepare');
          const done = await runner.perform('import');
          if (done.records < arena.visits) throw new Error(`${name} took ${done.records} of ${arena.visits} rows`);
          first.add(done.samples, done);
          if (name === 'sinergi') {
            const once = await runner.perform('again');
            again.add(once.samples, once);
          }
        } finally {
          await runner.end();
          await rm(place.folder, { recursive: true, force: true });
        }
      });
  return [
    ...scores.map(({ first }) => first.line('import', arena.visits)),
    ...scores.filter(({ name }) => name === 'sinergi').map(({ again }) => again.line('import again', arena.visits)),
  ];
}
