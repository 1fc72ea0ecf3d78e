/** Below this a chart has room for every word. */
const fewLinks = 8;

/**
 * The kind that at least half of a chart's links share, said once beside the chart instead of on every line: a dozen
 * lines that all read "Visits" hide the one that does not. Null when there are few links or no such kind.
 */
export function commonKind(links: readonly { readonly kind: string }[]): string | null {
  if (links.length < fewLinks) return null;
  const counts = new Map<string, number>();
  for (const { kind } of links) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of counts) if (count * 2 >= links.length) return kind;
  return null;
}
