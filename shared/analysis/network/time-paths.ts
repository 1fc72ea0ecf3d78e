import type { AnalysedLink } from './link-filter.ts';

export interface TimedStep {
  readonly to: string;
  readonly link: AnalysedLink;
  /** First day on which the step can have been taken after the ones before it; null when nothing is dated so far. */
  readonly on: string | null;
}

/** A link as somebody can go along it, between its days; a missing day sets no bound. */
interface Way {
  readonly to: string;
  readonly link: AnalysedLink;
}

/** Before every date. */
const always = '';

/**
 * The way from one person to another on which no step comes before the one before it: what was handed on could have
 * travelled it. Of those the one with the fewest steps, and of these the one that arrives first. Links without dates can
 * be used at any time.
 *
 * @returns the steps, or null when there is no such way
 */
export function timedPath(
  links: readonly AnalysedLink[],
  from: string,
  to: string,
  directed: boolean,
): TimedStep[] | null {
  if (from === to) return [];
  const ways = waysFrom(links, directed);
  /** Earliest arrival at each person so far, with the step that led there. */
  const arrived = new Map<string, string>([[from, always]]);
  const levels: Map<string, { before: string; step: TimedStep }>[] = [];
  let rim = new Set([from]);
  for (; rim.size > 0 && !arrived.has(to); ) {
    const level = new Map<string, { before: string; step: TimedStep; at: string }>();
    for (const person of [...rim].sort()) {
      const at = arrived.get(person) ?? always;
      for (const { to: other, link } of ways.get(person) ?? []) {
        const start = link.since === undefined || link.since < at ? at : link.since;
        if (link.until !== undefined && link.until < start) continue;
        const known = level.get(other)?.at ?? arrived.get(other);
        if (known !== undefined && known <= start) continue;
        const step = { to: other, link, on: start === always ? null : start };
        level.set(other, { before: person, step, at: start });
      }
    }
    for (const [person, { at }] of level) arrived.set(person, at);
    levels.push(level);
    rim = new Set(level.keys());
  }
  const steps: TimedStep[] = [];
  let person = to;
  for (const level of levels.toReversed()) {
    const entry = level.get(person);
    if (entry === undefined) return null;
    steps.unshift(entry.step);
    person = entry.before;
  }
  return person === from ? steps : null;
}

function waysFrom(links: readonly AnalysedLink[], directed: boolean): Map<string, Way[]> {
  const ways = new Map<string, Way[]>();
  const put = (from: string, way: Way): void => {
    const known = ways.get(from);
    if (known === undefined) ways.set(from, [way]);
    else known.push(way);
  };
  for (const link of [...links].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    put(link.from, { to: link.to, link });
    if (!directed || !link.directed) put(link.to, { to: link.from, link });
  }
  return ways;
}
