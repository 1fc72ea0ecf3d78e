export const findingKinds = [
  'co-visits',
  'many-inmates',
  'rotating-visitors',
  'shared-phone',
  'shared-address',
  'sudden-rise',
  'sudden-fall',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A pattern worth a look, never an accusation. */
export interface Finding {
  /** The same for the same pattern in every run: its kind and whom it hangs on. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly people: readonly string[];
  readonly inmates: readonly string[];
  /** −log10 of how often chance alone would give as much anywhere in the registers; 2 is once in a hundred registers. */
  readonly score: number;
  /** How often chance alone would give it: the mean, in the unit of `observed`. */
  readonly expected: number;
  readonly observed: number;
  /** Identifiers of the visits it rests on. */
  readonly rows: readonly string[];
  /** What its text needs. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** How few chance gives at all: below this a pattern is no finding. */
export const leastScore = 1;
