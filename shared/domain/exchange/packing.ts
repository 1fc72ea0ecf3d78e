import { type Id, type Marking, markings } from '../basics.ts';
import type { Case } from '../case.ts';
import type { Commitment } from '../coordination/commitment.ts';
import type { Meeting } from '../coordination/meeting.ts';
import type { Operation } from '../coordination/operation.ts';
import { type Handling, stricter } from '../handling.ts';
import type { Link } from '../link.ts';
import type { Person } from '../person.ts';
import type { Report } from '../report.ts';
import type { StoredFile } from '../stored-file.ts';
import type { ItemType, PackageItem, VisitItemRow } from './item.ts';
import { type Origin, releaseBar, type WireOrigin } from './origin.ts';

/** From this marking on, what tells of a source stays here, whatever two officers release. */
export const sanitisedFrom: Marking = 'rahasia';

/** What of a vault a package can be made from. */
export interface PackSource {
  readonly cases: Readonly<Record<Id, Case>>;
  readonly people: Readonly<Record<Id, Person>>;
  readonly links: Iterable<Link>;
  readonly reports: Iterable<Report>;
  readonly files: Iterable<StoredFile>;
  readonly meetings: Readonly<Record<Id, Meeting>>;
  readonly operations: Readonly<Record<Id, Operation>>;
  readonly commitments: Iterable<Commitment>;
  /** Who somebody turned out to be. */
  personNow(personId: Id): Id;
  /** Of a person, also what came by people who were joined to this one. */
  originsOf(personId: Id): readonly Origin[];
  /** Visits of one of these people to another of them, by pair. */
  visitsAmong(people: ReadonlySet<Id>): Iterable<VisitsOfPair>;
}

export interface VisitsOfPair {
  readonly visitorId: Id;
  readonly inmateId: Id;
  readonly rows: readonly VisitItemRow[];
  readonly origins: readonly Origin[];
}

export interface PackRequest {
  readonly caseIds: readonly Id[];
  /** Named one by one: also lawyers and clergy go when they are named. */
  readonly personIds: readonly Id[];
  /** Beside those of the cases. */
  readonly reportIds: readonly Id[];
  /** Of coordination; commitments beside those of the meetings. */
  readonly meetingIds: readonly Id[];
  readonly operationIds: readonly Id[];
  readonly commitmentIds: readonly Id[];
  /** Whether photos and files go along with what they hang on. */
  readonly withFiles: boolean;
  readonly recipient: { readonly agencyId: Id; readonly ceiling: Marking };
  /** Stands where a source would be told. */
  readonly ownName: string;
  /** Laid upon everything that goes. */
  readonly handling: Handling;
  /** A calendar day. */
  readonly today: string;
}

export const outcomes = ['goes', 'sanitised', 'stays'] as const;
export const stayReasons = [
  'marking',
  'protected',
  'recalled',
  's2',
  'end-stays',
  'too-many',
  'not-passed-on',
  'source',
  'lost',
  'not-approved',
  'case-stays',
] as const;
export type StayReason = (typeof stayReasons)[number];

/** What becomes of one thing, exactly as it will be sealed. */
export interface PreviewItem {
  readonly type: ItemType;
  readonly id: string;
  readonly label: string;
  readonly outcome: (typeof outcomes)[number];
  /** Fields emptied before it goes. */
  readonly withheld: readonly string[];
  /** Why it stays; null when it goes. */
  readonly reason: StayReason | null;
  readonly item: PackageItem | null;
}

type Kept = { readonly item: PackageItem; readonly withheld: readonly string[] };

export function decided(
  about: Pick<PreviewItem, 'type' | 'id' | 'label'>,
  reason: StayReason | null,
  pack: () => Kept,
): PreviewItem {
  if (reason !== null) return { ...about, outcome: 'stays', withheld: [], reason, item: null };
  const { item, withheld } = pack();
  const outcome = withheld.length === 0 ? 'goes' : 'sanitised';
  return { ...about, outcome, withheld, reason: null, item: { ...item, withheld: [...withheld] } };
}

export const originReason = (origins: readonly Origin[], recipientId: Id): StayReason | null => {
  for (const origin of origins) {
    const bar = releaseBar(origin, recipientId);
    if (bar !== null) return bar;
  }
  return null;
};

export const wireOrigins = (origins: readonly Origin[]): WireOrigin[] =>
  origins.slice(0, 50).map(({ agencyId, agency, itemId, handling, conditions, reference }) => ({
    agencyId,
    agency,
    itemId,
    handling,
    conditions,
    reference,
  }));

/** The strictest of what the record, its originators and the package say. */
export const handlingOf = (own: Handling | undefined, origins: readonly Origin[], request: PackRequest): Handling =>
  [...origins.map(({ handling }) => handling), ...(own === undefined ? [] : [own])].reduce(stricter, request.handling);

export const conditional = (own: Handling | undefined, origins: readonly Origin[]): boolean =>
  own?.code === 'C' || origins.some(({ handling }) => handling.code === 'C');

export const above = (marking: Marking, ceiling: Marking): boolean =>
  markings.indexOf(marking) > markings.indexOf(ceiling);

export const caseReason = (file: Case, { recipient }: PackRequest): StayReason | null =>
  above(file.marking, recipient.ceiling) ? 'marking' : originReason(file.origins ?? [], recipient.agencyId);
