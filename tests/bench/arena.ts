import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inmateLines, visitLines, writeLines } from '../fixtures/registers/synthetic-registers.ts';
import { Runner } from './runner.ts';
import type { Place } from './contestants/contestant.ts';
import { openBenchVault } from './contestants/vault.ts';
import { registerSizes, type Settings } from './settings.ts';

/** The registers of one size, and a vault they were imported into. */
export interface Arena {
  readonly visits: number;
  /** @param folder the contestant's own, by name */
  place(folder: string): Place;
}

const changedPeople = 200;

/** Makes the registers and imports them once; everybody else takes over what that vault then holds. */
export async function buildArena(base: string, visits: number, { sqlcipher }: Settings): Promise<Arena> {
  const folder = join(base, String(visits));
  await mkdir(folder, { recursive: true });
  const sizes = registerSizes(visits);
  const registers = { inmates: join(folder, 'inmates.csv'), visits: join(folder, 'visits.csv') };
  await writeLines(registers.inmates, inmateLines(sizes));
  await writeLines(registers.visits, visitLines(sizes));
  const source = join(folder, 'sinergi');
  const peer = 'folder' in sqlcipher ? sqlcipher.folder : '';
  const common = { source, ...registers, peer, calls: '', truth: '' };
  const maker = await Runner.start('sinergi', { ...common, folder: source, visitor: '', people: [] });
  try {
    await maker.perform('prepare');
    await maker.perform('import');
  } finally {
    await maker.end();
  }
  const known = await knownPeople(source);
  // Both ways of saving use the one database: it is filled once, and they never run at the same time.
  const folders = new Map([
    ['sinergi', source],
    ['sqlcipher-recorded', join(folder, 'sqlcipher')],
  ]);
  return { visits, place: (name) => ({ ...common, ...known, folder: folders.get(name) ?? join(folder, name) }) };
}

/** Somebody who visits as often as most, and people spread over the whole vault. */
async function knownPeople(source: string): Promise<Pick<Place, 'visitor' | 'people'>> {
  const vault = await openBenchVault(source);
  try {
    const { visitorId } = vault.visits.at(Math.floor(vault.visits.length / 2));
    const everybody = Object.keys(vault.document.people);
    const step = Math.max(1, Math.floor(everybody.length / changedPeople));
    return { visitor: visitorId, people: everybody.filter((_, number) => number % step === 0) };
  } finally {
    await vault.close();
  }
}
