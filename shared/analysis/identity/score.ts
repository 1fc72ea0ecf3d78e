import type { Evidence, EvidenceField } from './compare.ts';
import { type Band, bands, prior, twinsNamedAlike } from './model.ts';

/** Why two records may be one person, as the interface and the command line put it into words. */
export interface Reason {
  readonly field: EvidenceField;
  readonly found: string;
  readonly values: Readonly<Record<string, string>>;
  /** Bits for (above 0) or against being the same person, beside the likeliest other explanation. */
  readonly weight: number;
}

export interface PairScore {
  /** Base-2 logarithm of the odds that both are one person. */
  readonly bits: number;
  /** The same as a probability. */
  readonly probability: number;
  /** Null when it is not even possible. */
  readonly band: Band | null;
  readonly reasons: readonly Reason[];
}

/** What besides a name has to agree before two people may be one. */
const supports = new Set([
  'nationalId.same',
  'nationalId.digit',
  'nationalId.serial',
  'nationalId.two',
  'birthDate.same',
  'phone.same',
  'phone.digit',
  'address.same',
  'address.similar',
  'tie.sameRelation',
  'tie.otherRelation',
]);
const needsSupport = 2;

/** @param people how many are compared with each other */
export function scorePair(evidence: readonly Evidence[], people: number): PairScore {
  let [same, relative, stranger] = [prior.doublesEach / people, prior.relativesEach / people, 1];
  for (const each of evidence) {
    same *= each.same;
    relative *= each.relative;
    stranger *= each.stranger;
  }
  if (twinsPerhaps(evidence)) relative *= twinsNamedAlike;
  const odds = same / (relative + stranger);
  const probability = odds / (1 + odds);
  const likelier = relative > stranger ? 'relative' : 'stranger';
  const reasons = evidence
    .map((each) => {
      const { field, found, values } = each;
      return { field, found, values, weight: Math.round(10 * Math.log2(each.same / each[likelier])) / 10 };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { bits: Math.log2(odds), probability, band: bandOf(probability, evidence), reasons };
}

const ownName = new Set(['name.same', 'name.spelling']);

const twinsPerhaps = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ found }) => found === 'nationalId.serial') &&
  evidence.some(({ field, found }) => field === 'name' && !ownName.has(found));

function bandOf(probability: number, evidence: readonly Evidence[]): Band | null {
  const found = evidence.filter((each) => supports.has(each.found));
  if (found.length === 0) return null;
  const band = bands.find(({ from }) => probability >= from)?.band ?? null;
  const strong = found.length >= needsSupport || found.some((each) => each.found === 'nationalId.same');
  return band === 'certain' && !strong ? 'likely' : band;
}
