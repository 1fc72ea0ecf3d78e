import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import { noVisits } from '../../../electron/services/importing/stored-visits.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { clerkRegister } from '../../fixtures/registers/clerk-register.ts';

const nothing = { mapping: null, remembered: [], visits: noVisits };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-clerks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function imported(seed: number) {
  const { bytes, meanings, inmates } = clerkRegister(seed);
  const [book, register] = [join(folder, `${seed}.csv`), join(folder, 'wbp.csv')];
  await writeFile(book, bytes);
  await writeFile(register, inmates);
  const quiet = (): undefined => undefined;
  const known = await makePlan({ ...nothing, people: [], path: register, kind: 'inmates' }, quiet);
  const people = known.created.map(({ reference, fields }) => ({ id: reference, version: 1, fields }));
  const plan = await makePlan({ ...nothing, people, path: book, kind: 'visits' }, quiet);
  return { meanings, people, plan };
}

describe('a register that a clerk keeps in a way of his own', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed + 1))(
    'says the right inmate, day, time and telephone, and no row is lost (clerk %i)',
    async (seed) => {
      const { meanings, people, plan } = await imported(seed);
      const { counts, visits, rejected, created } = plan;
      const numberOf = new Map(people.map(({ id, fields }) => [id, inmateRole(fields)?.registrationNumber]));
      const phonesOf = new Map(created.map(({ reference, fields }) => [reference, fields.phones]));
      const text = (column: 'inmateId' | 'visitorId', at: number): string =>
        visits?.texts[column].distinct[visits.texts[column].index[at] ?? -1] ?? '';
      const told = [...(visits?.sourceRow ?? [])].map((row, at) => {
        const minutes = visits?.time[at] ?? -1;
        const meant = meanings[row - 1];
        return {
          row,
          date: new Date((visits?.date[at] ?? 0) * 86_400_000).toISOString().slice(0, 10),
          time: minutes < 0 ? null : new Date(minutes * 60_000).toISOString().slice(11, 16),
          inmate: numberOf.get(text('inmateId', at)),
          phone: phonesOf.get(text('visitorId', at))?.find((phone) => phone === meant?.phone),
        };
      });
      const meant = meanings.flatMap((meaning, index) => (meaning === null ? [] : [{ row: index + 1, ...meaning }]));
      expect(told).toEqual(meant);
      expect(rejected.map(({ row }) => row)).toEqual(
        meanings.flatMap((meaning, index) => (meaning === null ? [index + 1] : [])),
      );
      expect(counts).toEqual({ rows: meanings.length, created: meant.length, updated: 0, unchanged: 0 });
      // Nobody but visitors: every inmate was known.
      expect(created.every(({ fields }) => inmateRole(fields) === undefined)).toBe(true);
    },
  );
});
