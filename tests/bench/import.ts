import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { makePlan } from '../../electron/services/importing/make-plan.ts';
import type { ImportPlan, KnownPerson } from '../../electron/services/importing/plan.ts';
import { inmateLines, type RegisterSizes, visitLines, writeLines } from '../fixtures/registers/synthetic-registers.ts';

/** What importing costs beside merely cutting the same file into cells. */
export interface ImportBench {
  readonly rows: number;
  readonly megabytes: number;
  /** Reading the file with Papa alone, its own streaming. */
  readonly papaSeconds: number;
  /** Read, map, normalise, match; into an empty visit table. */
  readonly importSeconds: number;
  /** The same file again, when every visit is known. */
  readonly againSeconds: number;
  /** `importSeconds` over `papaSeconds`. */
  readonly ratio: number;
  readonly rowsPerSecond: number;
  /** Highest resident memory of the process so far. */
  readonly peakMegabytes: number;
  readonly created: number;
  readonly rejected: number;
  readonly unchangedAgain: number;
}

/** @param sizes of the generated registers; a million visits need about 1.5 GB of memory */
export async function benchImport(sizes: RegisterSizes): Promise<ImportBench> {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-bench-import-'));
  try {
    const inmates = join(folder, 'inmates.csv');
    const visits = join(folder, 'visits.csv');
    await writeLines(inmates, inmateLines(sizes));
    await writeLines(visits, visitLines(sizes));
    const papaSeconds = await seconds(() => readWithPapa(visits));
    const nothing = { mapping: null, remembered: [], visits: { batches: [], corrections: [] } };
    const quiet = (): undefined => undefined;
    const registered = await makePlan({ ...nothing, path: inmates, kind: 'inmates', people: [] }, quiet);
    const known = peopleOf(registered);
    let plan: ImportPlan | null = null;
    const importSeconds = await seconds(async () => {
      plan = await makePlan({ ...nothing, path: visits, kind: 'visits', people: known }, quiet);
    });
    const first = required<ImportPlan>(plan);
    const importId = '01900000-0000-7000-8000-000000000001';
    const batches = [{ ...required(first.visits), importId }];
    const people = [...known, ...peopleOf(first)];
    const again = { ...nothing, path: visits, kind: 'visits', people, visits: { batches, corrections: [] } } as const;
    let second: ImportPlan | null = null;
    const againSeconds = await seconds(async () => {
      second = await makePlan(again, quiet);
    });
    const { rows, created } = first.counts;
    return {
      rows,
      megabytes: (await stat(visits)).size / 1024 ** 2,
      papaSeconds,
      importSeconds,
      againSeconds,
      ratio: importSeconds / papaSeconds,
      rowsPerSecond: rows / importSeconds,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      created,
      rejected: first.rejected.length,
      unchangedAgain: required<ImportPlan>(second).counts.unchanged,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const peopleOf = ({ created }: ImportPlan): KnownPerson[] =>
  created.map(({ reference, fields }) => ({ id: reference, version: 1, fields }));

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('the bench expected a result');
  return value;
}

function readWithPapa(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let cells = 0;
    Papa.parse<string[]>(createReadStream(path), {
      delimiter: ';',
      chunk: ({ data }) => {
        for (const row of data) cells += row.length;
      },
      complete: () => (cells > 0 ? resolve() : reject(new Error('nothing read'))),
      error: reject,
    });
  });
}
