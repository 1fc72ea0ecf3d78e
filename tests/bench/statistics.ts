/** @throws RangeError for no samples */
export function minimum(samples: readonly number[]): number {
  if (samples.length === 0) throw new RangeError('no samples');
  return samples.reduce((least, sample) => Math.min(least, sample));
}

/** The middle one; of an even number the mean of the middle two. @throws RangeError for no samples */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('no samples');
  return (low + high) / 2;
}

/** The order of one round: everybody once, the one who begins moving on by one each round. */
export function turn<T>(contestants: readonly T[], round: number): readonly T[] {
  const first = contestants.length === 0 ? 0 : round % contestants.length;
  return [...contestants.slice(first), ...contestants.slice(0, first)];
}
