import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Id } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { attemptsName } from '../format/constants.ts';

/** Wrong passphrases in a row, by officer: how many, and when the last one was, in milliseconds. */
const attemptsSchema = z.record(z.string(), z.object({ failed: z.int().positive(), at: z.number() }));
type Attempts = z.infer<typeof attemptsSchema>;

/** Everybody mistypes; from then on each wrong try doubles the wait, up to five minutes. Nobody is shut out for ever. */
const freeTries = 5;
const firstWait = 5000;
const longestWait = 5 * 60_000;
const waitAfter = (failed: number): number =>
  failed < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (failed - freeTries));

/** What a folder that cannot be written to would forget is kept for as long as the program runs. */
const remembered = new Map<string, Attempts>();

/** Slows down whoever guesses, also over a restart of the program. Guessing on a copy of the folder is what Argon2id is for. */
export interface Turns {
  /** @throws SinergiError `throttled` with the seconds that are left */
  require(officer: Id): Promise<void>;
  failed(officer: Id): Promise<void>;
  /** @returns how many were wrong before */
  succeeded(officer: Id): Promise<number>;
}

export function turnsOf(folder: string, now: () => number): Turns {
  const path = join(folder, attemptsName);

  async function read(): Promise<Attempts> {
    try {
      return attemptsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch {
      // None yet, or not readable: what this program saw itself still counts.
      return remembered.get(folder) ?? {};
    }
  }
  async function write(attempts: Attempts): Promise<void> {
    remembered.set(folder, attempts);
    try {
      if (Object.keys(attempts).length === 0) await rm(path, { force: true });
      else {
        await writeFile(`${path}.new`, `${JSON.stringify(attempts)}\n`, { mode: 0o600 });
        await rename(`${path}.new`, path);
      }
    } catch {
      // A full or read-only medium: kept in memory.
    }
  }

  return {
    async require(officer) {
      const attempts = await read();
      const last = attempts[officer];
      if (last === undefined) return;
      // A clock that was set back must not make the wait longer than it is.
      const since = Math.max(0, now() - last.at);
      if (last.at > now()) await write({ ...attempts, [officer]: { ...last, at: now() } });
      const left = waitAfter(last.failed) - since;
      if (left > 0) throw new SinergiError('throttled', { seconds: Math.ceil(left / 1000) });
    },
    async failed(officer) {
      const attempts = await read();
      await write({ ...attempts, [officer]: { failed: (attempts[officer]?.failed ?? 0) + 1, at: now() } });
    },
    async succeeded(officer) {
      const { [officer]: mine, ...others } = await read();
      if (mine !== undefined) await write(others);
      return mine?.failed ?? 0;
    },
  };
}
