import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Database } from './sqlite.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS history (person TEXT, version INTEGER, at TEXT, field TEXT, before TEXT, after TEXT);
  CREATE INDEX IF NOT EXISTS history_by_person ON history (person);
  CREATE TABLE IF NOT EXISTS audit (sequence INTEGER PRIMARY KEY, entry TEXT, hash TEXT, signature BLOB);`;

/**
 * What a save has to do in SQLite for the promises Sinergi makes with each: the record, what it was before, and a signed
 * entry in a chain of hashes, together or not at all.
 *
 * @returns saves the telephone numbers of a person
 */
export function recordedSave(database: Database): (id: string, phones: string) => void {
  database.exec(schema);
  const { privateKey } = generateKeyPairSync('ed25519');
  const before = database.prepare('SELECT phones FROM people WHERE id = ?').pluck();
  const change = database.prepare('UPDATE people SET phones = ?, version = version + 1, changed_at = ? WHERE id = ?');
  const remember = database.prepare(
    `INSERT INTO history SELECT id, version, changed_at, 'phones', ?, phones FROM people WHERE id = ?`,
  );
  const note = database.prepare('INSERT INTO audit (entry, hash, signature) VALUES (?, ?, ?)');
  let previous = '0'.repeat(64);
  return (id, phones) => {
    const at = new Date().toISOString();
    database.exec('BEGIN IMMEDIATE');
    const old = String(before.get(id));
    change.run(phones, at, id);
    remember.run(old, id);
    const entry = JSON.stringify({ at, action: 'person.change', entity: 'people', entityId: id, phones, previous });
    const hash = createHash('sha256').update(entry).digest();
    previous = hash.toString('hex');
    note.run(entry, previous, sign(null, hash, privateKey));
    database.exec('COMMIT');
  };
}
