const day = 86_400_000;

/** Beside the newest ones, the newest of each of so many days, weeks and months that have any. */
const ladder = [
  { steps: 7, of: (at: number) => Math.floor(at / day) },
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  { steps: 4, of: (at: number) => Math.floor((at / day + 3) / 7) },
  { steps: 12, of: (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth() },
] as const;

export interface Dated {
  readonly name: string;
  /** ISO 8601, UTC; days, weeks and months are those of UTC. */
  readonly at: string;
}

/**
 * Which backups stay. Only days that have a backup count, so that a clock gone wrong or a long pause ages nothing out.
 *
 * @param backups newest first, by their numbers
 * @param keep how many of the newest stay whatever their dates
 */
export function retained(backups: readonly Dated[], keep: number): ReadonlySet<string> {
  const kept = new Set(backups.slice(0, keep).map(({ name }) => name));
  for (const { steps, of } of ladder) {
    const seen = new Set<number>();
    for (const { name, at } of backups) {
      const step = of(Date.parse(at));
      if (seen.has(step)) continue;
      if (seen.size === steps) break;
      seen.add(step);
      kept.add(name);
    }
  }
  return kept;
}
