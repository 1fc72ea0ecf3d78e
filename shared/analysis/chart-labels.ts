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

interface LabelWords {
  kind(kind: string): string;
  several(count: number): string;
}

interface Labelled {
  readonly kind: string;
  readonly grade: string;
  readonly count: number;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** What stands on a line: kind and grade, the grade alone for the kind all share, and the period if it is wanted. */
export function linkLabel(link: Labelled, common: string | null, dates: boolean, words: LabelWords): string {
  if (link.count > 1) return words.several(link.count);
  const said = link.kind === common ? link.grade : `${words.kind(link.kind)} ${link.grade}`;
  const period = dates ? shortPeriod(link.since, link.until) : '';
  return period === '' ? said : `${said} · ${period}`;
}

/** `03-2025 – 11-2026`, `03-2025 →`, `→ 11-2026`; a single day in full; nothing when there is no date. */
function shortPeriod(since: string | undefined, until: string | undefined): string {
  const month = (day: string): string => `${day.slice(5, 7)}-${day.slice(0, 4)}`;
  if (since !== undefined && since === until) return `${since.slice(8, 10)}-${month(since)}`;
  if (since !== undefined && until !== undefined) return `${month(since)} – ${month(until)}`;
  if (since !== undefined) return `${month(since)} →`;
  return until === undefined ? '' : `→ ${month(until)}`;
}
