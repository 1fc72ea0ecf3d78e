import { z } from 'zod';
import { askingInTurn, type Shown } from '../scale/asking.ts';
import { readTruth } from '../scale/read-truth.ts';
import { firstPage } from '../scale/truth.ts';
import type { Contestant, Place } from './contestant.ts';
import { type PersonTexts, peopleTexts } from './people-texts.ts';
import { openSqlite } from './sqlite.ts';

const rowSchema = z.object({ name: z.string(), nationalIds: z.string() });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Every word must begin one of the record's: how FTS5 is used for people's names. */
const prefixes = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => `${quoted(word)}*`)
    .join(' ');

/** Any three letters that are there count, the rarest most: how FTS5 is used where errors have to be forgiven. */
function trigrams(text: string): string {
  const parts = text
    .split(/\s+/)
    .flatMap((word) =>
      word.length < 3 ? [] : Array.from({ length: word.length - 2 }, (_, at) => quoted(word.slice(at, at + 3))),
    );
  return parts.join(' OR ');
}

/** SQLite's own full-text search over a table in memory, by its ranking (bm25). */
export function ftsContestant(place: Place, tokenizer: 'unicode61' | 'trigram'): Contestant {
  const database = openSqlite(place.peer, ':memory:');
  let people: readonly PersonTexts[] = [];
  database.exec(
    `CREATE VIRTUAL TABLE people USING fts5 (names, numbers, places, name UNINDEXED, nationalIds UNINDEXED, tokenize = '${tokenizer}')`,
  );
  const look = database.prepare(
    `SELECT name, nationalIds FROM people WHERE people MATCH ? ORDER BY bm25(people, 3, 2, 1) LIMIT ${firstPage}`,
  );
  const shown = (row: unknown): Shown => {
    const { name, nationalIds } = rowSchema.parse(row);
    return { name, nationalIds: nationalIds.split(' ') };
  };
  const match = tokenizer === 'trigram' ? trigrams : prefixes;
  return {
    async fill() {
      people = await peopleTexts(place.source);
      return people.length;
    },
    index() {
      const add = database.prepare('INSERT INTO people VALUES (?, ?, ?, ?, ?)');
      database.exec('BEGIN');
      for (const { names, numbers, places, name, nationalIds } of people)
        add.run(names, numbers, places, name, nationalIds.join(' '));
      database.exec('COMMIT');
      return Promise.resolve(people.length);
    },
    search: askingInTurn(readTruth(place), (text) => look.all(match(text)).map(shown)),
  };
}
