import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Arena, buildArena } from './arena.ts';
import { benchScale } from './scale/scale-bench.ts';
import { benchNetworks } from './network-bench.ts';
import { benchExchange } from './exchange-bench.ts';
import { writeDocument } from './documents/write-document.ts';
import { Runner, Unable } from './runner.ts';
import { serveAsContestant } from './contestant-process.ts';
import { importContest } from './import-contest.ts';
import { keepContest } from './keep-contest.ts';
import { measureDerivation } from './key-derivation.ts';
import { describeMachine } from './machine.ts';
import type { ContestantName } from './messages.ts';
import type { Entrant, Line } from './result.ts';
import { saveContest } from './save-contest.ts';
import { readSettings, type Settings } from './settings.ts';
import { renderReport, type Report } from './table.ts';
import { unlockContest } from './unlock-contest.ts';

const progress = (text: string): void => void process.stderr.write(`${text}\n`);

async function run(settings: Settings): Promise<void> {
  await mkdir(settings.out, { recursive: true });
  // Not in the system's folder for such things, which is often in memory.
  const base = await mkdtemp(join(settings.out, 'bench-'));
  try {
    const machine = await describeMachine(base);
    const derivation = await measureDerivation(settings.rounds);
    const lines: Line[] = [];
    for (const visits of settings.visits) lines.push(...(await runSize(base, visits, settings)));
    const { rounds, sqlcipher } = settings;
    const report: Report = { date: new Date().toISOString(), machine, rounds, sqlcipher, derivation, lines };
    await writeFile(join(settings.out, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
    process.stdout.write(renderReport(report));
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

async function runSize(base: string, visits: number, settings: Settings): Promise<readonly Line[]> {
  const { contests, rounds, sqlcipher } = settings;
  const able = (name: ContestantName): Entrant => ({ name, unable: null });
  const encrypted = 'folder' in sqlcipher ? [able('sqlcipher')] : [];
  // lowdb is a whole vault as objects and once more as one text: not made where it does not take part.
  const plain = contests.includes('save') || contests.includes('unlock') ? [able('lowdb')] : [];
  const recorded = 'folder' in sqlcipher ? [able('sqlcipher-recorded')] : [];
  progress(`${visits} visits: registers and vault`);
  const arena = await buildArena(base, visits, settings);
  const stores = [able('sinergi')];
  if (contests.some((contest) => contest !== 'import'))
    for (const { name } of [...encrypted, ...plain]) stores.push(await filled(name, arena));
  const lines: Line[] = [];
  for (const contest of contests) {
    progress(`${visits} visits: ${contest}`);
    switch (contest) {
      case 'save':
        lines.push(...(await saveContest(arena, [...stores, ...recorded, able('disk')], rounds)));
        break;
      case 'unlock':
        lines.push(...(await unlockContest(arena, stores, rounds)));
        break;
      case 'keep':
        lines.push(...(await keepContest(arena, [able('sinergi'), ...encrypted], rounds)));
        break;
      case 'import': {
        const importers = [able('sinergi'), able('sinergi-plan'), able('papaparse'), ...encrypted];
        lines.push(...(await importContest(arena, importers, rounds)));
        break;
      }
    }
  }
  return lines;
}

/** A peer with the vault's records; what it cannot hold it cannot be measured with. */
async function filled(name: ContestantName, arena: Arena): Promise<Entrant> {
  progress(`${arena.visits} visits: filling ${name}`);
  const runner = await Runner.start(name, arena.place(name));
  try {
    await runner.perform('fill');
    return { name, unable: null };
  } catch (cause) {
    if (!(cause instanceof Unable)) throw cause;
    return { name, unable: cause.message };
  } finally {
    await runner.end();
  }
}

if (process.argv[2] === 'contestant') serveAsContestant();
else if (process.argv.includes('networks')) benchNetworks(3);
else {
  started().catch((cause: unknown) => {
    console.error(cause);
    process.exitCode = 1;
  });
}

function started(): Promise<void> {
  if (process.argv[2] === 'document')
    return writeDocument(process.argv[3] ?? '', Number(process.argv[4]), process.argv[5] ?? '');
  if (process.argv[2] === 'exchange') return benchExchange(process.argv[3] ?? '');
  const settings = readSettings(process.argv.slice(2));
  return settings.scale ? benchScale(settings) : run(settings);
}
