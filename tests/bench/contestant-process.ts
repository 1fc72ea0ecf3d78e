import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contestant, Deed, Place } from './contestants/contestant.ts';
import { detectionInSql } from './contestants/detection-sql.ts';
import { diskContestant } from './contestants/disk.ts';
import { ftsContestant } from './contestants/fts.ts';
import { lowdbContestant } from './contestants/lowdb.ts';
import { miniSearchContestant } from './contestants/minisearch.ts';
import { papaContestant, planContestant } from './contestants/reading.ts';
import { sqlcipherContestant } from './contestants/sqlcipher.ts';
import { vaultContestant } from './contestants/vault.ts';
import { type Answer, type ContestantName, orderSchema } from './messages.ts';

function contestantOf(name: ContestantName, place: Place): Contestant {
  switch (name) {
    case 'sinergi':
      return vaultContestant(place);
    case 'sqlcipher':
      return sqlcipherContestant(place, 'row');
    case 'sqlcipher-recorded':
      return sqlcipherContestant(place, 'recorded');
    case 'lowdb':
      return lowdbContestant(place);
    case 'disk':
      return diskContestant(place);
    case 'papaparse':
      return papaContestant(place);
    case 'sinergi-plan':
      return planContestant(place);
    case 'minisearch':
      return miniSearchContestant(place);
    case 'fts5':
      return ftsContestant(place, 'unicode61');
    case 'fts5-trigram':
      return ftsContestant(place, 'trigram');
    case 'sql':
      return detectionInSql(place);
  }
}

/** A timer that should fire every so many milliseconds; by how much it was late at worst is the longest block. */
const resolution = 1;

async function measure(contestant: Contestant, deed: Deed, times: number): Promise<Answer> {
  const work = contestant[deed];
  if (work === undefined) return { kind: 'failed', reason: `does not ${deed}` };
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  // What is compared is one firing with the one before, so there has to be one.
  await pause(5);
  const samples: number[] = [];
  let records = 0;
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    records = await work();
    samples.push(performance.now() - started);
  }
  // The timer has to fire once more, or a block at the very end would not be seen.
  await pause(5);
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const longestBlock = Math.max(0, delay.max / 1e6 - resolution);
  return {
    kind: 'done',
    samples,
    records,
    processor: (user + system) / 1000,
    peakMegabytes: peakMegabytes(),
    longestBlock,
  };
}

/** Linux lets a process inherit its parent's peak in getrusage; what stands in /proc is its own. */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Does what the bench asks for and says how long it took, until the bench hangs up. */
export function serveAsContestant(): void {
  let contestant: Contestant = {};
  const follow = async (message: unknown): Promise<Answer> => {
    const order = orderSchema.parse(message);
    if (order.kind === 'do') return measure(contestant, order.deed, order.times);
    contestant = contestantOf(order.name, order.place);
    return { kind: 'done', samples: [], records: 0, processor: 0, peakMegabytes: 0, longestBlock: 0 };
  };
  process.on('disconnect', () => {
    Promise.resolve(contestant.close?.()).then(
      () => process.exit(0),
      (cause: unknown) => {
        console.error(cause);
        process.exit(1);
      },
    );
  });
  process.on('message', (message) => {
    follow(message)
      .catch((cause: unknown): Answer => ({ kind: 'failed', reason: reasonOf(cause) }))
      .then((answer) => process.send?.(answer))
      .catch(() => process.exit(1));
  });
}
