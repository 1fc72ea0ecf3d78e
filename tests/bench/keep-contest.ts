import { rm } from 'node:fs/promises';
import type { Arena } from './arena.ts';
import { Runner } from './runner.ts';
import { type Entrant, type Line, Score } from './result.ts';
import { turn } from './statistics.ts';

const disciplines = ['verify', 'backup', 'backup-again', 'rotate'] as const;
const titles = {
  verify: 'verify',
  backup: 'backup',
  'backup-again': 'backup again',
  rotate: 'rotate keys',
} as const satisfies Record<(typeof disciplines)[number], string>;

/**
 * What keeps a store safe over the years: everything read and checked, copied to an empty medium, copied once more after
 * a change, and sealed anew by new keys. Each in a process of its own that has the store open already.
 */
export async function keepContest(
  arena: Arena,
  entrants: readonly Entrant[],
  rounds: number,
): Promise<readonly Line[]> {
  const scores = entrants.flatMap((entrant) =>
    disciplines.map((discipline) => ({ name: entrant.name, discipline, score: new Score(entrant) })),
  );
  for (let round = 0; round < rounds; round += 1)
    for (const { name } of turn(entrants, round)) {
      const place = arena.place(name);
      const medium = `${place.folder}-medium`;
      await rm(medium, { recursive: true, force: true });
      for (const { discipline, score } of scores.filter((each) => each.name === name))
        await score.attempt(async () => {
          const runner = await Runner.start(name, place);
          try {
            await runner.perform('open');
            if (discipline === 'backup-again') await runner.perform('save');
            const done = await runner.perform(discipline);
            score.add(done.samples, done);
          } finally {
            await runner.end();
          }
        });
      await rm(medium, { recursive: true, force: true });
    }
  return disciplines.flatMap((discipline) =>
    scores
      .filter((each) => each.discipline === discipline)
      .map(({ score }) => score.line(titles[discipline], arena.visits)),
  );
}
