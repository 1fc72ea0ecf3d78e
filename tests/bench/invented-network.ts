import type { Tie } from '../../shared/analysis/network/network.ts';
import { Chance } from '../fixtures/prison/chance.ts';

export interface InventedNetwork {
  readonly ids: readonly string[];
  readonly ties: readonly Tie[];
}

const linksPerPerson = 1.5;

/** Most people have few links and a few have many, as in cases: each links to somebody who came before. */
export function inventNetwork(size: number): InventedNetwork {
  const chance = new Chance(size);
  const ids = Array.from({ length: size }, (_, index) => `p${String(index).padStart(5, '0')}`);
  const ties: Tie[] = [];
  const ends: number[] = [0];
  for (let index = 1; index < size * linksPerPerson; index += 1) {
    const from = index < size ? index : chance.below(size);
    const to = chance.below(2) === 0 ? (ends[chance.below(ends.length)] ?? 0) : chance.below(Math.min(from + 1, size));
    if (from === to) continue;
    ends.push(from, to);
    ties.push({ from: ids[from] ?? '', to: ids[to] ?? '', weight: 1 });
  }
  return { ids, ties };
}
