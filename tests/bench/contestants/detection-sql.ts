import { z } from 'zod';
import { readTruth } from '../scale/read-truth.ts';
import { ringsIn } from '../scale/truth.ts';
import type { Contestant, Place } from './contestant.ts';
import { openSqlite } from './sqlite.ts';
import { openBenchVault } from './vault.ts';

const schema = `
  CREATE TABLE visits (visitor INTEGER, inmate INTEGER, date TEXT, time TEXT, phone TEXT, address TEXT);
  CREATE TABLE calls (inmate INTEGER, number TEXT);
  CREATE TABLE people (number INTEGER PRIMARY KEY, national_ids TEXT);`;
const indexes = `
  CREATE INDEX visits_by_moment ON visits (date, time, visitor, inmate);
  CREATE INDEX visits_by_visitor ON visits (visitor, inmate);
  CREATE INDEX visits_by_phone ON visits (phone, visitor);
  CREATE INDEX visits_by_address ON visits (address, visitor);
  CREATE INDEX calls_by_number ON calls (number, inmate);
  ANALYZE;`;

/** Who came in the same minute at least three times, to more than one inmate; the most often first. */
const coVisits = `
  SELECT a.visitor, b.visitor AS other, count(*) AS times, count(DISTINCT a.inmate) AS inmates
  FROM visits a JOIN visits b ON b.date = a.date AND b.time = a.time AND b.visitor > a.visitor
  GROUP BY a.visitor, b.visitor HAVING times >= 3 AND inmates >= 2 ORDER BY times DESC`;
/** Two visitors without an inmate in common at one number, or one address. */
const shared = (column: 'phone' | 'address'): string => `
  SELECT DISTINCT a.visitor, b.visitor AS other FROM (SELECT DISTINCT ${column} AS at, visitor FROM visits WHERE ${column} <> '') a
  JOIN (SELECT DISTINCT ${column} AS at, visitor FROM visits WHERE ${column} <> '') b ON b.at = a.at AND b.visitor > a.visitor
  WHERE NOT EXISTS (SELECT 1 FROM visits c JOIN visits d ON d.inmate = c.inmate WHERE c.visitor = a.visitor AND d.visitor = b.visitor)`;
const sharedNumber = `
  SELECT number, count(DISTINCT inmate) AS inmates FROM calls GROUP BY number HAVING inmates >= 2 ORDER BY inmates DESC`;
const calledVisitor = `
  SELECT v.visitor, count(DISTINCT c.inmate) AS inmates FROM (SELECT DISTINCT visitor, phone FROM visits WHERE phone <> '') v
  JOIN calls c ON c.number = v.phone
  WHERE NOT EXISTS (SELECT 1 FROM visits w WHERE w.visitor = v.visitor AND w.inmate = c.inmate)
  GROUP BY v.visitor HAVING inmates >= 2 ORDER BY inmates DESC`;

const firstLines = 100;
const pairSchema = z.object({ visitor: z.number(), other: z.number() });
const personSchema = z.object({ national_ids: z.string() });

/**
 * Straightforward SQL over the visits and calls Sinergi holds, visitors already recognised by it: five of its sixteen
 * kinds of pattern, counted, without any idea of what chance would give.
 */
export function detectionInSql(place: Place): Contestant {
  const database = openSqlite(place.peer, ':memory:');
  return {
    async fill() {
      const vault = await openBenchVault(place.source);
      database.exec(`${schema} BEGIN`);
      const numbers = new Map<string, number>();
      const addPerson = database.prepare('INSERT INTO people VALUES (?, ?)');
      for (const { id, nationalIds } of Object.values(vault.document.people)) {
        addPerson.run(numbers.size, nationalIds.join(' '));
        numbers.set(id, numbers.size);
      }
      const addVisit = database.prepare('INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?)');
      const people = vault.document.people;
      for (const { visitorId, inmateId, date, time, asWritten } of vault.visits.all()) {
        const phone = asWritten.phone === '' ? '' : (people[visitorId]?.phones[0] ?? '');
        const [visitor, inmate] = [numbers.get(visitorId) ?? -1, numbers.get(inmateId) ?? -1];
        addVisit.run(visitor, inmate, date, time ?? '', phone, asWritten.address);
      }
      const addCall = database.prepare('INSERT INTO calls VALUES (?, ?)');
      for (const { texts } of vault.events.all('calls'))
        addCall.run(numbers.get(texts['inmateId'] ?? '') ?? -1, (texts['number'] ?? '').replace(/^0/, '+62'));
      database.exec('COMMIT');
      const { length } = vault.visits;
      await vault.close();
      return length;
    },
    index() {
      database.exec(indexes);
      return Promise.resolve(0);
    },
    detect() {
      const pairs = database.prepare(coVisits).all();
      for (const question of [shared('phone'), shared('address'), sharedNumber, calledVisitor])
        database.prepare(question).all();
      const idsOf = database.prepare('SELECT national_ids FROM people WHERE number = ?');
      const ids = (number: number): string[] => personSchema.parse(idsOf.get(number)).national_ids.split(' ');
      const groups = pairs.slice(0, firstLines).map((row) => {
        const { visitor, other } = pairSchema.parse(row);
        return new Set([...ids(visitor), ...ids(other)]);
      });
      return Promise.resolve(ringsIn(readTruth(place), groups));
    },
  };
}
