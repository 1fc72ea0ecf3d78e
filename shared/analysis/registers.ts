/**
 * Visits as flat columns, corrections and joined people applied: what identity and detection count over. People,
 * relations and the rest are numbers into lists of distinct texts.
 */
export interface VisitFacts {
  readonly length: number;
  /** Days since 1970-01-01. */
  readonly date: Int32Array;
  /** Minutes since midnight, −1 when the register gave none. */
  readonly time: Int16Array;
  readonly visitor: Int32Array;
  readonly inmate: Int32Array;
  readonly relation: Int32Array;
  readonly queueNumber: Int32Array;
  readonly nationalId: Int32Array;
  readonly importOf: Int32Array;
  readonly sourceRow: Int32Array;
  readonly people: readonly string[];
  readonly relations: readonly string[];
  readonly queueNumbers: readonly string[];
  readonly nationalIds: readonly string[];
  readonly imports: readonly string[];
}

/** Rows of another register as flat columns, joined people applied. */
export interface EventFacts {
  readonly length: number;
  /** Days since 1970-01-01. */
  readonly date: Int32Array;
  /** Minutes since midnight, −1 when the register gave none. */
  readonly time: Int16Array;
  /** Inmate of each row, a number into `people`, −1 when it names none. */
  readonly inmate: Int32Array;
  /** Sender of goods; −1 in all other registers. */
  readonly visitor: Int32Array;
  /** What counts of a row besides: thing, number called, cell; a number into `texts`. */
  readonly text: Int32Array;
  /** The cell of a find. */
  readonly cell: Int32Array;
  readonly importOf: Int32Array;
  readonly sourceRow: Int32Array;
  readonly people: readonly string[];
  readonly texts: readonly string[];
  readonly imports: readonly string[];
}

/** Lawyers and clergy come often and by right; they are marked so that nothing counts it against them. */
export type Office = 'lawyer' | 'clergy';

export function officeOfRelation(relation: string): Office | null {
  const folded = relation.toLowerCase();
  if (/kuasa hukum|penasi?hat hukum|pengacara|advokat|lawyer/.test(folded)) return 'lawyer';
  if (/rohani|pendeta|pastor|ustad|ulama|kyai|kiai|bhiksu|pandita|clergy/.test(folded)) return 'clergy';
  return null;
}
