import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import { noVisits } from '../../../electron/services/importing/stored-visits.ts';
import type { ImportPlan, KnownPerson } from '../../../electron/services/importing/plan.ts';
import { inmateRole } from '../../../shared/domain/person.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/registers');
const truthSchema = z.object({
  inmates: z.array(z.object({ id: z.string(), reg: z.string() })),
  visit_rows: z.array(z.object({ row: z.number(), visitor: z.string(), inmate: z.string() })),
});

const pairs = (sizes: Iterable<number>): number => {
  let sum = 0;
  for (const size of sizes) sum += (size * (size - 1)) / 2;
  return sum;
};
const sizesOf = (keys: readonly string[]): IterableIterator<number> => {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return sizes.values();
};

describe.skipIf(!existsSync(folder))("the prison's sample registers (skipped where they are not at hand)", () => {
  let inmates: ImportPlan;
  let visits: ImportPlan;
  const known: KnownPerson[] = [];
  const truth = () => truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));

  beforeAll(async () => {
    const nothing = { mapping: null, remembered: [], people: [], visits: noVisits };
    inmates = await makePlan({ ...nothing, path: join(folder, 'register_wbp.csv'), kind: 'inmates' }, () => undefined);
    known.push(...inmates.created.map(({ reference, fields }) => ({ id: reference, version: 1, fields })));
    visits = await makePlan(
      { ...nothing, people: known, path: join(folder, 'buku_kunjungan.csv'), kind: 'visits' },
      () => undefined,
    );
  });

  it('come in whole: every row is a visit or stands in the report', () => {
    expect(inmates.counts).toEqual({ rows: 400, created: 400, updated: 0, unchanged: 0 });
    expect(visits.counts.rows).toBe(9702);
    expect(visits.counts.created + visits.rejected.length).toBe(9702);
    expect(visits.rejected.length).toBeLessThan(20);
  });

  it.each([
    ['calls', 'wartelsuspas.csv', 2637],
    ['finds', 'temuan.csv', 45],
  ] as const)('%s come in whole too, each row at an inmate', async (kind, name, rows) => {
    const plan = await makePlan(
      { mapping: null, remembered: [], people: known, visits: noVisits, path: join(folder, name), kind },
      () => undefined,
    );
    expect(plan.counts).toEqual({ rows, created: rows, updated: 0, unchanged: 0 });
    const named = plan.events?.texts[0]?.distinct ?? [];
    expect(named.filter((id) => !known.some((person) => person.id === id))).toEqual([]);
  });

  it('give every visit the inmate it was for', () => {
    const { inmates: numbers, visit_rows: rows } = truth();
    const numberOf = new Map(numbers.map(({ id, reg }) => [id, reg]));
    const person = new Map(known.map(({ id, fields }) => [id, inmateRole(fields)?.registrationNumber]));
    const table = visits.visits;
    if (table === null) throw new Error('no visits');
    const wrong = [...table.sourceRow].filter((sourceRow, position) => {
      const inmate = table.texts.inmateId.distinct[table.texts.inmateId.index[position] ?? -1] ?? '';
      return person.get(inmate) !== numberOf.get(rows[sourceRow - 1]?.inmate ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('hold hardly two people taken for one', () => {
    const { visit_rows: rows } = truth();
    const table = visits.visits;
    if (table === null) throw new Error('no visits');
    const ours = [...table.texts.visitorId.index].map(String);
    const theirs = [...table.sourceRow].map((sourceRow) => rows[sourceRow - 1]?.visitor ?? '');
    const joined = pairs(sizesOf(ours));
    const right = pairs(sizesOf(ours.map((person, index) => `${person} ${theirs[index] ?? ''}`)));
    const precision = right / joined;
    const recall = right / pairs(sizesOf(theirs));
    expect(precision).toBeGreaterThan(0.99);
    expect(recall).toBeGreaterThan(0.8);
  });
});
