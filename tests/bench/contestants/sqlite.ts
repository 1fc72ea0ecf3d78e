import { createRequire } from 'node:module';

/** The part of better-sqlite3's interface that the bench calls. */
export interface Statement {
  run(...values: readonly (string | number | Buffer | null)[]): unknown;
  get(...values: readonly (string | number)[]): unknown;
  all(...values: readonly string[]): readonly unknown[];
  iterate(): Iterable<unknown>;
  /** Gives the first column alone. */
  pluck(): Statement;
}
export interface Database {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): Statement;
  close(): unknown;
}
type DatabaseClass = new (path: string) => Database;

const isClass = (value: unknown): value is DatabaseClass => typeof value === 'function';

/** 256 bits given as they are, so that SQLCipher's own key derivation costs nothing here. */
const key = '2b'.repeat(32);
const otherKey = 'd4'.repeat(32);

/** A plain database; the peer reads and writes those, too. */
export function openSqlite(peer: string, path: string): Database {
  const loaded: unknown = createRequire(__filename)(peer);
  if (!isClass(loaded)) throw new TypeError('not the SQLite peer');
  return new loaded(path);
}

/** The peer is built outside the bundle, so it is loaded by its path. */
export function openSqlCipher(peer: string, path: string): Database {
  const database = openSqlite(peer, path);
  database.pragma(`cipher='sqlcipher'`);
  database.pragma('legacy=4');
  database.pragma(`key="x'${key}'"`);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  return database;
}

/** Every page under another key; SQLite does that without a write-ahead log. */
export function rekey(database: Database, to: 'other' | 'usual'): void {
  database.pragma('journal_mode=DELETE');
  database.pragma(`rekey="x'${to === 'other' ? otherKey : key}'"`);
  database.pragma('journal_mode=WAL');
}
