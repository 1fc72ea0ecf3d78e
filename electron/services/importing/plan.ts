import type { Id } from '../../../shared/domain/basics.ts';
import type { FieldsOf } from '../../../shared/domain/document.ts';
import type { ColumnMapping, Rejection, RegisterKind } from '../../../shared/domain/register.ts';
import type { VisitCorrection } from '../../../shared/domain/visit.ts';
import type { EventBatch, VisitBatch } from '../../vault/port.ts';
import type { RememberedMapping } from './mapping.ts';
import type { StaffContent } from './staff-plan.ts';
import type { KnownEvents } from './stored-events.ts';
import type { KnownVisits } from './stored-visits.ts';

/** What the import needs of a person that the vault holds. */
export interface KnownPerson {
  readonly id: Id;
  readonly version: number;
  readonly fields: PersonContent;
}

export type PersonContent = Omit<FieldsOf<'people'>, 'provenance' | 'retention'>;

export interface ImportRequest {
  readonly path: string;
  readonly kind: RegisterKind;
  /** Null takes what the headings propose. */
  readonly mapping: ColumnMapping | null;
  readonly remembered: readonly RememberedMapping[];
  readonly people: readonly KnownPerson[];
  readonly visits: KnownVisits;
  /** Rows of the same register of events. */
  readonly events?: KnownEvents | undefined;
  /** The roster, when one is imported. */
  readonly staff?: readonly KnownStaff[] | undefined;
}

export interface KnownStaff {
  readonly id: Id;
  readonly version: number;
  readonly fields: StaffContent;
}

/** A person the import makes; visits name it by `reference` until the vault has given it an identifier. */
export interface NewPerson {
  readonly reference: string;
  readonly fields: PersonContent;
  readonly sourceRow: number;
}

export interface ChangedPerson {
  readonly id: Id;
  readonly version: number;
  readonly fields: Partial<PersonContent>;
}

/** Everything an import would change, worked out without touching the vault. */
/** New visits; their import has no identifier yet. */
export type PlannedVisits = Omit<VisitBatch, 'importId'>;

export interface ImportPlan {
  readonly file: {
    readonly sha256: string;
    readonly bytes: number;
    readonly encoding: string;
    readonly header: readonly string[];
  };
  readonly mapping: ColumnMapping;
  readonly counts: {
    readonly rows: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
  };
  readonly rejected: readonly RejectedRow[];
  readonly created: readonly NewPerson[];
  readonly changed: readonly ChangedPerson[];
  readonly visits: PlannedVisits | null;
  readonly corrections: readonly VisitChange[];
  /** The import's identifier is not known yet. */
  readonly events: Omit<EventBatch, 'importId'> | null;
  readonly staff: {
    readonly created: readonly StaffContent[];
    readonly changed: readonly KnownStaff[];
  };
}

/** As it comes from a thread: visits in pieces. */
export type DividedPlan = Omit<ImportPlan, 'visits'> & { readonly visits: readonly PlannedVisits[] };

/** What a corrected row says of a visit the vault holds; visitor and inmate may be the reference of a new person. */
export interface VisitChange {
  readonly visitId: string;
  readonly set: VisitCorrection['set'] & { readonly visitorId: string; readonly inmateId: string };
}

export interface RejectedRow extends Rejection {
  readonly values: readonly string[];
}

export type PlanProgress = (step: 'reading' | 'matching', share: number) => void;
