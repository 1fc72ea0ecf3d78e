import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventFacts } from '../../../electron/services/analysis/event-facts.ts';
import { visitFacts } from '../../../electron/services/analysis/visit-facts.ts';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import { noVisits } from '../../../electron/services/importing/stored-visits.ts';
import type { EventBatch } from '../../../electron/vault/port.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import { detect } from '../../../shared/analysis/detection/detect.ts';
import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import { hasRole } from '../../../shared/domain/person.ts';
import { inventPrison } from '../../fixtures/prison/invented-prison.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-detection-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Registers = Readonly<Record<'inmates' | 'visits' | 'calls' | 'finds', string>>;

interface Truth {
  readonly visitors: readonly string[];
  readonly rings: readonly { readonly couriers: readonly string[] }[];
  readonly offices: ReadonlySet<string>;
}

/** Findings over registers as they come in, with everybody called as the truth calls them. */
async function found(
  { inmates, visits, calls, finds }: Registers,
  { visitors }: Truth,
  withOffices = false,
): Promise<readonly Finding[]> {
  const nothing = { mapping: null, remembered: [], visits: noVisits };
  const quiet = (): undefined => undefined;
  const wbp = join(folder, 'wbp.csv');
  const book = join(folder, 'kunjungan.csv');
  await writeFile(wbp, inmates);
  await writeFile(book, visits);
  const first = await makePlan({ ...nothing, people: [], path: wbp, kind: 'inmates' }, quiet);
  const known = first.created.map(({ reference, fields }) => ({ id: reference, version: 1, fields }));
  const plan = await makePlan({ ...nothing, people: known, path: book, kind: 'visits' }, quiet);
  if (plan.visits === null) throw new Error('no visits');
  const facts = visitFacts({ ...noVisits, batches: [{ ...plan.visits, importId: 'register' }] });
  const people = [...first.created, ...plan.created].map(({ reference, fields }) => ({ id: reference, ...fields }));
  const events: EventBatch[] = [];
  for (const [kind, content] of [
    ['calls', calls],
    ['finds', finds],
  ] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, content);
    const told = await makePlan({ ...nothing, people: known, path, kind }, quiet);
    if (told.events === null) throw new Error(`no ${kind}`);
    events.push({ ...told.events, importId: kind });
  }
  const of = (kind: EventKind) => eventFacts(kind, events, new Map());
  const office = people.filter((person) => hasRole(person, 'lawyer') || hasRole(person, 'clergy'));
  const offices = new Set(office.map(({ id }) => id));
  const called = new Map<string, string>();
  facts.visitor.forEach((visitor, row) =>
    called.set(facts.people[visitor] ?? '', visitors[(facts.sourceRow[row] ?? 0) - 1] ?? ''),
  );
  const findings = detect(
    {
      visits: facts,
      goods: of('goods'),
      calls: of('calls'),
      finds: of('finds'),
      moves: of('moves'),
      people,
      cells: new Map(),
      bans: [],
      staff: null,
      offices,
      withOffices,
      withFamilies: false,
    },
    quiet,
  );
  return findings.map((finding) => ({ ...finding, people: finding.people.map((id) => called.get(id) ?? id) }));
}

/** Rings that are not together among the first 20; lawyers, clergy and families among the first 50. */
function judged(findings: readonly Finding[], { rings, offices }: Truth) {
  const together = ({ couriers }: Truth['rings'][number]): boolean =>
    findings.slice(0, 20).some(({ people }) => couriers.every((courier) => people.includes(courier)));
  const shown = findings.slice(0, 50);
  const couriers = new Set(rings.flatMap((ring) => ring.couriers));
  const families = shown.filter(({ people }) => people.length > 0 && !people.some((person) => couriers.has(person)));
  return {
    missed: rings.filter((ring) => !together(ring)),
    offices: shown.flatMap(({ people }) => people).filter((person) => offices.has(person)),
    tooManyFamilies: families.length > 5,
  };
}
const asAgreed = { missed: [], offices: [], tooManyFamilies: false };

function invented(seed: number) {
  const { truth, ...registers } = inventPrison({ seed, inmates: 300, days: 200 });
  const { rows, rings, offices } = truth;
  return { registers, truth: { visitors: rows.map(({ visitor }) => visitor), rings, offices } };
}

describe('planted groups in invented registers', () => {
  it.each([31, 32, 33, 34, 35])('come first, without lawyers, clergy and families (seed %i)', async (seed) => {
    const { registers, truth } = invented(seed);
    expect(judged(await found(registers, truth), truth)).toEqual(asAgreed);
  });

  it('have the same identifiers again, and lawyers when they are asked for', async () => {
    const { registers, truth } = invented(31);
    const ids = async () => (await found(registers, truth)).map(({ id }) => id);
    const first = await ids();
    expect(await ids()).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    const all = await found(registers, truth, true);
    expect(all.some(({ kind, people }) => kind === 'many-inmates' && truth.offices.has(people[0] ?? ''))).toBe(true);
  });
});

const samples = resolve(import.meta.dirname, '../../../../shared/data/registers');
const truthSchema = z.object({
  visit_rows: z.array(z.object({ visitor: z.string() })),
  rings: z.array(z.object({ couriers: z.array(z.string()) })),
  legitimate_frequent: z.array(z.string()),
});

describe.skipIf(!existsSync(samples))("the prison's sample registers (skipped where they are not at hand)", () => {
  it('show every planted group first', async () => {
    const read = (name: string): Promise<string> => readFile(join(samples, name), 'utf8');
    const sample = truthSchema.parse(JSON.parse(await read('truth.json')));
    const visitors = sample.visit_rows.map(({ visitor }) => visitor);
    const truth = { visitors, rings: sample.rings, offices: new Set(sample.legitimate_frequent) };
    const registers = {
      inmates: await read('register_wbp.csv'),
      visits: await read('buku_kunjungan.csv'),
      calls: await read('wartelsuspas.csv'),
      finds: await read('temuan.csv'),
    };
    const findings = await found(registers, truth);
    expect(judged(findings, truth)).toEqual(asAgreed);
  });
});
