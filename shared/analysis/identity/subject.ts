import { isNationalId } from '../../domain/national-id.ts';
import { type Office, officeOfRelation } from '../registers.ts';
import { type Address, readAddress } from './address.ts';
import { type NameWord, waysOfNaming } from './name-words.ts';

/** Whom a visitor came to and as what, as often as the registers say so. */
export interface Tie {
  readonly inmate: string;
  readonly relation: string;
}

/** What the vault knows of a person who may be another one too. */
export interface IdentityProfile {
  readonly id: string;
  /** The name and every alias, as written. */
  readonly names: readonly string[];
  readonly nationalIds: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  readonly birthDate?: string | undefined;
  readonly ties: readonly Tie[];
  /** A number for each moment at an inmate; two people who share one stood at the gate together. */
  readonly presences: readonly number[];
  /** In how many visits each NIK was written. */
  readonly timesWritten: ReadonlyMap<string, number>;
}

export interface SubjectNationalId {
  readonly digits: string;
  readonly isWhole: boolean;
  readonly timesWritten: number;
}

/** A profile, read once for all the comparisons it takes part in. */
export interface Subject {
  readonly id: string;
  readonly ways: readonly (readonly NameWord[])[];
  readonly nationalIds: readonly SubjectNationalId[];
  readonly phones: readonly string[];
  readonly addresses: readonly Address[];
  readonly birthDate: string | undefined;
  /** Inmate → relations, in small letters. */
  readonly ties: ReadonlyMap<string, ReadonlySet<string>>;
  readonly offices: ReadonlySet<Office>;
  readonly presences: ReadonlySet<number>;
}

export function readSubject(profile: IdentityProfile): Subject {
  const ties = new Map<string, Set<string>>();
  const offices = new Set<Office>();
  for (const { inmate, relation } of profile.ties) {
    const folded = relation.trim().toLowerCase();
    const relations = ties.get(inmate);
    if (relations === undefined) ties.set(inmate, new Set([folded]));
    else relations.add(folded);
    const office = officeOfRelation(folded);
    if (office !== null) offices.add(office);
  }
  const addresses = new Map(profile.addresses.map((written) => readAddress(written)).map((each) => [each.key, each]));
  addresses.delete('');
  return {
    id: profile.id,
    ways: waysOfNaming(profile.names),
    nationalIds: profile.nationalIds.map((digits) => ({
      digits,
      isWhole: isNationalId(digits),
      timesWritten: profile.timesWritten.get(digits) ?? 1,
    })),
    phones: profile.phones,
    addresses: [...addresses.values()],
    birthDate: profile.birthDate,
    ties,
    offices,
    presences: new Set(profile.presences),
  };
}
