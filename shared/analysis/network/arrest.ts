import { betweennessScale, type Report, wayFigures } from './betweenness.ts';
import { components } from './components.ts';
import { type Network, without } from './network.ts';
import { afterRemoval, type Removal } from './removal.ts';
import type { LengthRule } from './shortest-paths.ts';

export interface Riser {
  readonly id: string;
  /** Normalised betweenness before and after. */
  readonly before: number;
  readonly after: number;
}

export interface Arrest {
  readonly before: Removal;
  readonly after: Removal;
  /** People no longer linked to anybody. */
  readonly alone: readonly string[];
  /** Those whose part in holding the rest together grows, most first. */
  readonly rising: readonly Riser[];
}

const shown = 20;

/** What taking people out would do: in how many pieces the rest falls, and who would step into the gap. */
export function arrest(network: Network, rule: LengthRule, ids: readonly string[], report?: Report): Arrest {
  const rest = without(network, new Set(ids));
  const half =
    (offset: number): Report =>
    (done, total) =>
      report?.(offset * total + done, 2 * total);
  const before = wayFigures(network, rule, half(0)).betweenness;
  const after = wayFigures(rest, rule, half(1)).betweenness;
  const [scaleBefore, scaleAfter] = [betweennessScale(network), betweennessScale(rest)];
  const parts = components(rest);
  const wasLinked = (id: string): boolean => {
    const person = network.indexOf.get(id) ?? 0;
    return [network.out, network.in].some(({ offsets }) => (offsets[person + 1] ?? 0) > (offsets[person] ?? 0));
  };
  const rising = rest.ids
    .map((id, person) => ({
      id,
      before: (before[network.indexOf.get(id) ?? 0] ?? 0) * scaleBefore,
      after: (after[person] ?? 0) * scaleAfter,
    }))
    .filter((person) => person.after > person.before + 1e-9)
    .sort((a, b) => b.after - b.before - (a.after - a.before));
  return {
    before: afterRemoval(network, []),
    after: { components: parts.sizes.length, largest: parts.sizes.reduce((most, size) => Math.max(most, size), 0) },
    alone: rest.ids.filter((id, person) => parts.sizes[parts.of[person] ?? 0] === 1 && wasLinked(id)),
    rising: rising.slice(0, shown),
  };
}
