import type { FindingKind } from '../../domain/finding.ts';

/** What a finding is told from another by, of a run or as it was kept. */
export interface Recognisable {
  readonly id: string;
  readonly kind: FindingKind;
  readonly people: readonly string[];
  readonly inmates: readonly string[];
}

/** A group that shares at least this much of everybody in either is the same group; what outgrew it is looked at anew. */
const leastShared = 0.5;
const windowDays = 28;
const hasWindow: ReadonlySet<FindingKind> = new Set([
  'sudden-rise',
  'sudden-fall',
  'calls-rise',
  'calls-fall',
] as const);

/**
 * Whether both tell the same pattern. New rows give a group another member or move the four weeks of a rise by a few
 * days; that must not bring back what an officer set aside.
 */
export function isSameFinding(one: Recognisable, other: Recognisable): boolean {
  if (one.kind !== other.kind) return false;
  if (one.id === other.id) return true;
  if (one.kind === 'co-visits') return shared(one.people, other.people) >= leastShared;
  return (
    hasWindow.has(one.kind) &&
    one.inmates[0] === other.inmates[0] &&
    Math.abs(firstDay(one.id) - firstDay(other.id)) < windowDays
  );
}

/** Part of all in either that is in both (Jaccard's index). */
function shared(one: readonly string[], other: readonly string[]): number {
  const within = new Set(one);
  const both = other.filter((each) => within.has(each)).length;
  return both / (one.length + other.length - both);
}

/** The identifier of a change ends with the first day of its four weeks, counted from 1970. */
const firstDay = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1));

/** Those already known, found by identifier first and by likeness else */
export function knownAmong<K extends Recognisable>(known: readonly K[]): (finding: Recognisable) => K | undefined {
  const byId = new Map(known.map((each) => [each.id, each]));
  const byKind = new Map<FindingKind, K[]>();
  for (const each of known) byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  return (finding) => byId.get(finding.id) ?? byKind.get(finding.kind)?.find((each) => isSameFinding(each, finding));
}
