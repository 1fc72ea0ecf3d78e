import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Contestant, Place } from './contestant.ts';
import { recordedSave } from './recorded-save.ts';
import { copyAndReadBack } from './copy.ts';
import { type Database, openSqlCipher, rekey } from './sqlite.ts';
import { openBenchVault } from './vault.ts';

const schema = `
  CREATE TABLE people (id TEXT PRIMARY KEY, version INTEGER, name TEXT, aliases TEXT, birth_date TEXT, national_ids TEXT,
    phones TEXT, addresses TEXT, roles TEXT, notes TEXT, created_at TEXT, changed_at TEXT) WITHOUT ROWID;
  CREATE TABLE visits (id INTEGER PRIMARY KEY, import_id TEXT, source_row INTEGER, date TEXT, time TEXT, queue TEXT,
    visitor_id TEXT, inmate_id TEXT, relation TEXT, visitor_name TEXT, national_id TEXT, phone TEXT, address TEXT,
    inmate_name TEXT, registration_number TEXT, cell TEXT);
  CREATE INDEX visits_by_visitor ON visits (visitor_id);
  CREATE INDEX visits_by_inmate ON visits (inmate_id);`;
const places = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/**
 * An encrypted SQLite database as a careful program would keep it: WAL, synchronous=FULL, an index for either person.
 *
 * @param promise `row` saves the changed row and nothing else; `recorded` also what it was and a signed entry about it
 */
export function sqlcipherContestant(
  { folder, source, visits, peer, visitor, people }: Place,
  promise: 'row' | 'recorded',
): Contestant {
  const path = join(folder, 'case.db');
  let database: Database | undefined;
  let save: ((id: string, phones: string) => void) | undefined;
  let saves = 0;
  let rotated = false;
  const medium = `${folder}-medium`;
  const open = (): Database => (database ??= openSqlCipher(peer, path));
  /** With its log folded in and nobody writing, the file is the database. */
  const backUp = async (): Promise<number> => {
    check(open());
    open().pragma('wal_checkpoint(TRUNCATE)');
    open().exec('BEGIN IMMEDIATE');
    try {
      return await copyAndReadBack(path, medium);
    } finally {
      open().exec('COMMIT');
    }
  };

  return {
    async fill() {
      const vault = await openBenchVault(source);
      open().exec(`${schema} BEGIN`);
      const addPerson = open().prepare(`INSERT INTO people VALUES (${places(12)})`);
      for (const person of Object.values(vault.document.people)) {
        const { id, version, name, birthDate = null, notes, createdAt, changedAt } = person;
        const [aliases, nationalIds, phones] = [person.aliases, person.nationalIds, person.phones].map(json);
        const [addresses, roles] = [json(person.addresses), json(person.roles)];
        const texts = [aliases ?? '', birthDate, nationalIds ?? '', phones ?? '', addresses, roles, notes];
        addPerson.run(id, version, name, ...texts, createdAt, changedAt);
      }
      const addVisit = open().prepare(`INSERT INTO visits VALUES (NULL, ${places(15)})`);
      for (const {
        importId,
        sourceRow,
        date,
        time,
        queueNumber,
        visitorId,
        inmateId,
        relation,
        asWritten,
      } of vault.visits.all()) {
        const { visitorName, nationalId, phone, address, inmateName, registrationNumber, cell } = asWritten;
        const written = [visitorName, nationalId, phone, address, inmateName, registrationNumber, cell];
        addVisit.run(importId, sourceRow, date, time, queueNumber, visitorId, inmateId, relation, ...written);
      }
      open().exec('COMMIT');
      open().pragma('wal_checkpoint(TRUNCATE)');
      const { length } = vault.visits;
      await vault.close();
      return length;
    },
    open: () => Promise.resolve(open().prepare('SELECT id FROM visits ORDER BY id DESC LIMIT 1').all().length),
    look: () => Promise.resolve(open().prepare('SELECT * FROM visits WHERE visitor_id = ?').all(visitor).length),
    read() {
      // Counted by the database first: a program that shows a list asks for its length.
      open().prepare('SELECT count(*) FROM visits').get();
      let read = 0;
      for (const visit of open().prepare('SELECT * FROM visits').iterate()) read += visit === null ? 0 : 1;
      return Promise.resolve(read);
    },
    save() {
      save ??= promise === 'row' ? rowSave(open()) : recordedSave(open());
      const id = people[saves++ % people.length] ?? '';
      save(id, JSON.stringify([`+62812${String(saves).padStart(8, '0')}`]));
      return Promise.resolve(1);
    },
    prepare() {
      open().exec(
        'CREATE TABLE register (no, date, time, queue, name, nik, phone, address, relation, inmate, number, cell)',
      );
      return Promise.resolve(0);
    },
    import: () => insertRows(open(), visits),
    verify() {
      check(open());
      return Promise.resolve(1);
    },
    backup: backUp,
    'backup-again': backUp,
    rotate() {
      rekey(open(), 'other');
      rotated = true;
      return Promise.resolve(1);
    },
    close() {
      if (rotated) rekey(open(), 'usual');
      database?.close();
      return Promise.resolve();
    },
  };
}

/** Every page is authenticated when it is read, and the check reads them all. */
function check(database: Database): void {
  const found = database.prepare('PRAGMA quick_check').pluck().all();
  if (found.length !== 1 || found[0] !== 'ok') throw new Error('the database is damaged');
}

function rowSave(database: Database): (id: string, phones: string) => void {
  const change = database.prepare('UPDATE people SET phones = ?, version = version + 1, changed_at = ? WHERE id = ?');
  return (id, phones) => void change.run(phones, new Date().toISOString(), id);
}

const json = (value: unknown): string => JSON.stringify(value);

/** The register's cells as they stand, in one transaction: no dates read, nobody recognised, nothing found twice. */
function insertRows(database: Database, path: string): Promise<number> {
  const insert = database.prepare(`INSERT INTO register VALUES (${places(12)})`);
  database.exec('BEGIN');
  let rows = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path), {
      delimiter: ';',
      chunk: ({ data }) => {
        for (const cells of data) {
          if (cells.length !== 12) continue;
          insert.run(...cells);
          rows += 1;
        }
      },
      complete: () => {
        database.exec('COMMIT');
        resolve(rows);
      },
      error: reject,
    });
  });
}
