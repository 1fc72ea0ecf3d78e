import type { DerivationCost } from './key-derivation.ts';
import type { Machine } from './machine.ts';
import type { ContestantName } from './messages.ts';
import type { Line } from './result.ts';
import type { Peer } from './settings.ts';

/** What stands in bench.json. */
export interface Report {
  readonly date: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly sqlcipher: Peer;
  readonly derivation: DerivationCost;
  readonly lines: readonly Line[];
}

export const titles: Readonly<Record<ContestantName, string>> = {
  sinergi: 'Sinergi',
  sqlcipher: 'SQLCipher',
  'sqlcipher-recorded': 'SQLCipher, history, audit',
  lowdb: 'lowdb JSONFile',
  disk: 'disk alone',
  papaparse: 'papaparse alone',
  'sinergi-plan': 'Sinergi, unsaved',
  minisearch: 'MiniSearch',
  fts5: 'SQLite FTS5, unicode61',
  'fts5-trigram': 'SQLite FTS5, trigram',
  sql: 'SQLite, self-joins',
};

export function renderReport({ date, machine, rounds, sqlcipher, derivation, lines }: Report): string {
  const { node, system, processor, cores, memoryGigabytes, fileSystem } = machine;
  const cost = `${inMilliseconds(derivation.minimum)} at least, ${inMilliseconds(derivation.median)} median`;
  return [
    `${date}: Node ${node}, ${system}, ${processor}, ${cores} cores, ${memoryGigabytes} GB, ${fileSystem}; ${rounds} rounds`,
    'folder' in sqlcipher ? `SQLCipher: ${sqlcipher.version}` : `SQLCipher is left out: ${sqlcipher.missing}.`,
    `Argon2id, in no figure below: ${cost} (${derivation.memoryKiB / 1024} MiB, ${derivation.passes} passes, ${derivation.lanes} lanes)`,
    'Ratio: Sinergi over the other, of the minima and of the medians; below 1 Sinergi is quicker.',
    '',
    ...groups(lines).flatMap((group) => [...table(group), '']),
  ].join('\n');
}

/** One table for each discipline and size, in the order they were run. */
function groups(lines: readonly Line[]): Line[][] {
  const byKey = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.discipline} ${line.visits}`;
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  return [...byKey.values()];
}

const heads = ['minimum', 'median', 'ratio (min)', 'ratio (median)', 'peak memory', 'longest block'];

function table(lines: readonly Line[]): string[] {
  const [first] = lines;
  if (first === undefined) return [];
  const ours = lines.find(({ contestant }) => contestant === 'sinergi');
  const title = `${first.discipline}, ${first.visits.toLocaleString('en')} visits`;
  const rows = lines.map((line) => [titles[line.contestant], ...cells(line, ours)]);
  return align([[title, ...heads], ...rows]);
}

function cells(line: Line, ours: Line | undefined): string[] {
  if (line.unable !== null) return [`unable: ${line.unable}`];
  return [
    inMilliseconds(line.minimum),
    inMilliseconds(line.median),
    line === ours ? '' : ratio(ours?.minimum, line.minimum),
    line === ours ? '' : ratio(ours?.median, line.median),
    line.peakMegabytes === null ? '' : `${Math.round(line.peakMegabytes)} MB`,
    inMilliseconds(line.longestBlock),
  ];
}

/** @returns `ours` over `theirs` with two or three digits, empty when either was not measured */
export function ratio(ours: number | null | undefined, theirs: number | null): string {
  if (ours === null || ours === undefined || theirs === null || theirs === 0) return '';
  const value = ours / theirs;
  return value < 0.095 ? value.toPrecision(2) : value.toFixed(value < 10 ? 2 : 0);
}

/** @returns with a unit, so that a million visits and ten thousand are not mistaken for each other */
export function inMilliseconds(value: number | null): string {
  if (value === null) return '';
  if (value >= 1000) return `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** Markdown, so that a run can be put into a document as it is: the first column to the left, figures to the right. */
export function align(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows;
  // A contestant's inability is a sentence, and would make a column as wide as itself.
  const widths = head.map((_, column) =>
    Math.max(...rows.map((row) => (row.length > 2 ? (row[column] ?? '').length : 0)), 3),
  );
  widths[0] = Math.max(...rows.map(([name = '']) => name.length));
  const padded = rows.map((row) =>
    head.map((_, column) => pad(row[column] ?? '', widths[column] ?? 0, column === 0)).join(' | '),
  );
  const rule = widths
    .map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
    .join(' | ');
  return [padded[0] ?? '', rule, ...padded.slice(1)].map((line) => `| ${line} |`);
}

const pad = (text: string, width: number, left: boolean): string => (left ? text.padEnd(width) : text.padStart(width));
