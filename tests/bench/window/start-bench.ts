import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron as electron, test } from '@playwright/test';
import { displayEnvironment, executable, rootArguments } from '../../e2e/harness.ts';
import { describeMachine } from '../machine.ts';
import { median, minimum, turn } from '../statistics.ts';
import { align, inMilliseconds, ratio } from '../table.ts';

const bare = process.env['SINERGI_BENCH_BARE'] ?? '';
const rounds = Number(process.env['SINERGI_BENCH_ROUNDS'] ?? '9');
const out = process.env['SINERGI_BENCH_OUT'] ?? 'out';
const atRest = 5000;

interface Started {
  /** Milliseconds from the start of the process to the first word on the screen. */
  readonly milliseconds: number;
  /** Proportional share of all processes once nothing happens any more, megabytes. */
  readonly megabytes: number;
}

/** Starts a program, waits until it shows something and then does nothing, and ends it. */
async function startOnce(path: string): Promise<Started> {
  const userData = await mkdtemp(join(tmpdir(), 'sinergi-start-'));
  const environment = Object.entries({ ...process.env, ...(await displayEnvironment()) });
  const env = Object.fromEntries(environment.filter((entry): entry is [string, string] => entry[1] !== undefined));
  const begun = Date.now();
  const app = await electron.launch({
    executablePath: path,
    args: [...rootArguments, `--user-data-dir=${userData}`],
    env,
  });
  try {
    const page = await app.firstWindow();
    const handle = await page.waitForFunction(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return paint === undefined ? false : performance.timeOrigin + paint.startTime;
    });
    const painted = await handle.jsonValue();
    await page.waitForTimeout(atRest);
    const megabytes = await shareOf(app.process().pid ?? 0);
    return { milliseconds: (painted === false ? Number.NaN : painted) - begun, megabytes };
  } finally {
    await app.close();
    await rm(userData, { recursive: true, force: true });
  }
}

/** Of a process and everything it started. Memory that several share counts once, divided among them. */
async function shareOf(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc'))
    if (/^\d+$/.test(name)) {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    }
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of [...parents.keys()].filter(isOurs)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes / 1_000_000;
}

/** Files of both programs are then read from the disk again; only root may ask for it. */
async function dropCaches(): Promise<boolean> {
  return await writeFile('/proc/sys/vm/drop_caches', '3').then(
    () => true,
    () => false,
  );
}

test('start, memory at rest and size, beside the least that Electron can be', async () => {
  await mkdir(out, { recursive: true });
  const programs = { Sinergi: executable, 'bare Electron': bare } as const;
  const names = ['Sinergi', 'bare Electron'] as const;
  const cold: Record<string, Started[]> = { Sinergi: [], 'bare Electron': [] };
  const warm: Record<string, Started[]> = { Sinergi: [], 'bare Electron': [] };
  const dropped = await dropCaches();
  for (let round = 0; round < rounds; round += 1)
    for (const name of turn(names, round)) {
      if (await dropCaches()) cold[name]?.push(await startOnce(programs[name]));
      warm[name]?.push(await startOnce(programs[name]));
    }
  const size = { Sinergi: await sizeOf(dirname(executable)), 'bare Electron': await sizeOf(dirname(bare)) };
  const machine = await describeMachine(out);
  const figures = { date: new Date().toISOString(), machine, rounds, cold, warm, size };
  await writeFile(join(out, 'bench-start.json'), `${JSON.stringify(figures, null, 2)}\n`);

  const figure = (
    of: Record<string, Started[]>,
    name: string,
    key: keyof Started,
    pick: 'least' | 'median',
  ): number => {
    const values = (of[name] ?? []).map((each) => each[key]);
    return pick === 'least' ? minimum(values) : median(values);
  };
  const line = (title: string, value: (name: (typeof names)[number]) => number, show: (value: number) => string) => [
    title,
    ...names.map((name) => show(value(name))),
    ratio(value('Sinergi'), value('bare Electron')),
  ];
  const megabytes = (value: number): string => `${Math.round(value)} MB`;
  const starts = (title: string, of: Record<string, Started[]>): string[][] => [
    line(`${title}, least`, (name) => figure(of, name, 'milliseconds', 'least'), inMilliseconds),
    line(`${title}, median`, (name) => figure(of, name, 'milliseconds', 'median'), inMilliseconds),
  ];
  const rows = [
    [`${rounds} rounds`, ...names, 'ratio'],
    ...(dropped ? starts('start, files not in memory', cold) : []),
    ...starts('start, files in memory', warm),
    line('memory at rest, median', (name) => figure(warm, name, 'megabytes', 'median'), megabytes),
    line('installed', (name) => size[name], megabytes),
  ];
  process.stdout.write(`${align(rows).join('\n')}\n`);
});
