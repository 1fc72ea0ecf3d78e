import type { SceneLink, SceneNode } from './chart-scene.ts';
import type { AnalysedLink } from './network/link-filter.ts';

export interface TimedVisit {
  readonly visitorId: string;
  readonly inmateId: string;
  readonly date: string;
  readonly time: string | null;
}

/** Something between two people with a place in time; milliseconds since 1970, of the prison's own clock. */
export interface TimedEvent {
  readonly id: string;
  /** The link it is; null for a visit of the register. */
  readonly linkId: string | null;
  /** Kind of the link; empty for a visit. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** Null: since before anybody knows, or until today and on. Never both. */
  readonly start: number | null;
  readonly end: number | null;
}

export const dayMs = 86_400_000;
const minutes = 60_000;

export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Links with a date and visits of the register, in the order of time. */
export function timedEvents(links: readonly AnalysedLink[], visits: readonly TimedVisit[]): TimedEvent[] {
  const events = links.flatMap(({ id, kind, from, to, since, until }): TimedEvent[] =>
    since === undefined && until === undefined
      ? []
      : [
          {
            id,
            linkId: id,
            kind,
            from,
            to,
            start: since === undefined ? null : startOf(since),
            end: until === undefined ? null : startOf(until) + dayMs,
          },
        ],
  );
  for (const [index, { visitorId, inmateId, date, time }] of visits.entries()) {
    const start = time === null ? startOf(date) : Date.parse(`${date}T${time}:00Z`);
    const end = time === null ? start + dayMs : start + 30 * minutes;
    events.push({ id: `visit ${index}`, linkId: null, kind: '', from: visitorId, to: inmateId, start, end });
  }
  return events.sort((a, b) => firstMoment(a) - firstMoment(b) || (a.id < b.id ? -1 : 1));
}

export const firstMoment = ({ start, end }: TimedEvent): number => start ?? end ?? 0;

/** From the first to the last moment anything is known of, a day wider on either side; null without any event. */
export function extentOf(events: readonly TimedEvent[]): readonly [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of events)
    for (const moment of [start, end]) {
      if (moment === null) continue;
      first = Math.min(first, moment);
      last = Math.max(last, moment);
    }
  return first > last ? null : [first - dayMs, last + dayMs];
}

export interface Lane {
  /** A person, or a kind; empty for visits of the register. */
  readonly id: string;
  readonly events: readonly TimedEvent[];
}

/** One lane for each person or for each kind, the fullest first. */
export function lanesOf(events: readonly TimedEvent[], by: 'person' | 'kind'): Lane[] {
  const lanes = new Map<string, TimedEvent[]>();
  for (const event of events)
    for (const id of by === 'kind' ? [event.kind] : [event.from, event.to]) {
      const lane = lanes.get(id);
      if (lane === undefined) lanes.set(id, [event]);
      else lane.push(event);
    }
  return [...lanes]
    .map(([id, inLane]) => ({ id, events: inLane }))
    .sort((a, b) => b.events.length - a.events.length || (a.id < b.id ? -1 : 1));
}

/**
 * What a chart knows nothing of at a moment: links that had not begun or were over, and people who have links but none
 * that holds. A link without dates always holds.
 */
export function asleepAt(
  nodes: readonly Pick<SceneNode, 'id'>[],
  links: readonly Pick<SceneLink, 'id' | 'from' | 'to' | 'since' | 'until'>[],
  moment: number,
): Set<string> {
  const asleep = new Set<string>();
  const [linked, awake] = [new Set<string>(), new Set<string>()];
  for (const { id, from, to, since, until } of links) {
    const holds =
      (since === undefined || startOf(since) <= moment) && (until === undefined || moment < startOf(until) + dayMs);
    if (!holds) asleep.add(id);
    for (const end of [from, to]) {
      linked.add(end);
      if (holds) awake.add(end);
    }
  }
  for (const { id } of nodes) if (linked.has(id) && !awake.has(id)) asleep.add(id);
  return asleep;
}
