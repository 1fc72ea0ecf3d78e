import type { Machine } from '../machine.ts';
import type { ContestantName } from '../messages.ts';
import { median } from '../statistics.ts';
import { align, inMilliseconds, ratio, titles } from '../table.ts';

/** What one contestant did once. Times in milliseconds. */
export interface ScaleLine {
  readonly discipline: string;
  readonly visits: number;
  readonly contestant: ContestantName;
  readonly samples: readonly number[];
  readonly records: number;
  readonly processor: number;
  readonly peakMegabytes: number;
  readonly longestBlock: number;
}

export interface ScaleReport {
  readonly date: string;
  readonly machine: Machine;
  readonly queries: number;
  readonly lines: readonly ScaleLine[];
}

const heads = ['time', 'processor time', 'ratio', 'peak memory', 'longest block'];

export function renderScale({ date, machine, queries, lines }: ScaleReport): string {
  const { node, system, processor, cores, memoryGigabytes, fileSystem } = machine;
  const sizes = [...new Set(lines.map(({ visits }) => visits))];
  const tables = sizes.flatMap((visits) => {
    const here = lines.filter((line) => line.visits === visits);
    const works = here.filter(({ discipline }) => discipline !== 'search');
    const searches = here.filter(({ discipline }) => discipline === 'search');
    const title = `${visits.toLocaleString('en')} visits`;
    return [
      ...align([[title, '', ...heads, 'found'], ...works.map((line) => workCells(line, works))]),
      '',
      ...align([
        [`search, ${title}`, 'median', 'p95', 'ratio (p95)', 'slowest', 'on the first page'],
        ...searches.map((line) => searchCells(line, searches, queries)),
      ]),
      '',
    ];
  });
  return [
    `${date}: Node ${node}, ${system}, ${processor}, ${cores} cores, ${memoryGigabytes} GB, ${fileSystem}; one round`,
    'Ratio: Sinergi over the other; below 1 Sinergi is quicker.',
    '',
    ...tables,
  ].join('\n');
}

const oursOf = (line: ScaleLine, all: readonly ScaleLine[]): ScaleLine | undefined =>
  all.find(({ discipline, contestant }) => discipline === line.discipline && contestant === 'sinergi');

const sum = (samples: readonly number[]): number => samples.reduce((total, sample) => total + sample, 0);

function workCells(line: ScaleLine, all: readonly ScaleLine[]): string[] {
  const ours = oursOf(line, all);
  const time = sum(line.samples);
  return [
    line.discipline,
    titles[line.contestant],
    inMilliseconds(time),
    inMilliseconds(line.processor),
    line === ours || ours === undefined ? '' : ratio(sum(ours.samples), time),
    `${Math.round(line.peakMegabytes)} MB`,
    inMilliseconds(line.longestBlock),
    line.discipline.startsWith('detect') ? `${line.records} of 20 rings` : '',
  ];
}

function searchCells(line: ScaleLine, all: readonly ScaleLine[], queries: number): string[] {
  const ours = oursOf(line, all);
  return [
    titles[line.contestant],
    inMilliseconds(median(line.samples)),
    inMilliseconds(p95(line.samples)),
    line === ours || ours === undefined ? '' : ratio(p95(ours.samples), p95(line.samples)),
    inMilliseconds(Math.max(...line.samples)),
    `${((100 * line.records) / queries).toFixed(1)} %`,
  ];
}

/** What nineteen of twenty took at most. */
const p95 = (samples: readonly number[]): number =>
  [...samples].sort((a, b) => a - b)[Math.ceil(samples.length * 0.95) - 1] ?? 0;
