import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeLines } from '../../fixtures/registers/synthetic-registers.ts';
import type { Deed, Place } from '../contestants/contestant.ts';
import { describeMachine } from '../machine.ts';
import type { ContestantName } from '../messages.ts';
import { Runner } from '../runner.ts';
import type { Settings } from '../settings.ts';
import { renderScale, type ScaleLine } from './scale-table.ts';
import { inventWorld, questions, worldOf } from './world.ts';

const progress = (text: string): void => void process.stderr.write(`${text}\n`);

/** A whole prison: taken in, opened, searched, gone through for patterns and looked after, beside a peer for each. */
export async function benchScale(settings: Settings): Promise<void> {
  await mkdir(settings.out, { recursive: true });
  const base = await mkdtemp(join(settings.out, 'bench-'));
  try {
    const machine = await describeMachine(base);
    const lines: ScaleLine[] = [];
    for (const visits of settings.visits) lines.push(...(await benchSize(base, visits, settings)));
    const report = { date: new Date().toISOString(), machine, queries: questions, lines };
    await writeFile(join(settings.out, 'bench-scale.json'), `${JSON.stringify(report, null, 2)}\n`);
    process.stdout.write(renderScale(report));
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

async function benchSize(base: string, visits: number, { sqlcipher }: Settings): Promise<readonly ScaleLine[]> {
  const folder = join(base, String(visits));
  await mkdir(folder, { recursive: true });
  const size = worldOf(visits);
  const world = inventWorld(size);
  const file = (name: string): string => join(folder, name);
  const paths = { inmates: file('inmates.csv'), visits: file('visits.csv'), calls: file('calls.csv') };
  progress(`${visits} visits: registers`);
  await writeLines(paths.inmates, world.inmates());
  await writeLines(paths.visits, world.visits());
  await writeLines(paths.calls, world.calls());
  await writeFile(file('truth.json'), JSON.stringify(world.truth));
  const peer = 'folder' in sqlcipher ? sqlcipher.folder : '';
  const source = file('sinergi');
  const common = { ...paths, source, peer, truth: file('truth.json'), visitor: '', people: [] };
  const place = (name: string): Place => ({ ...common, folder: file(name) });

  const lines: ScaleLine[] = [];
  /** Deeds one after the other in one process; those that only make ready stand in no table. */
  async function performs(
    name: ContestantName,
    steps: readonly (readonly [Deed, string | null, number?])[],
  ): Promise<void> {
    const runner = await Runner.start(name, place(name));
    try {
      for (const [deed, title, times = 1] of steps) {
        progress(`${visits} visits: ${name}, ${deed}`);
        const done = await runner.perform(deed, times);
        if (title !== null) lines.push({ discipline: title, visits, contestant: name, ...done });
      }
    } finally {
      await runner.end();
    }
  }
  await performs('sinergi', [
    ['prepare', null],
    ['import', 'import visits'],
    ['calls', 'import calls'],
    ['reports', 'write 20,000 reports'],
  ]);
  await performs('papaparse', [['import', 'import visits']]);
  await performs('sinergi', [
    ['open', 'unlock'],
    ['index', 'make the index of people'],
    ['search', 'search', questions],
    ['detect', 'detect'],
    ['verify', 'verify'],
    ['backup', 'backup'],
  ]);
  await performs('sinergi', [
    ['open', null],
    ['detect', 'detect, first thing'],
  ]);
  const searching = [
    ['fill', null],
    ['index', 'make the index of people'],
    ['search', 'search', questions],
  ] as const;
  await performs('minisearch', searching);
  if (peer === '') return lines;
  await performs('fts5', searching);
  await performs('fts5-trigram', searching);
  await performs('sql', [
    ['fill', null],
    ['index', null],
    ['detect', 'detect'],
  ]);
  return lines;
}
