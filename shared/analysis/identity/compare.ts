import { editDistance } from './edit-distance.ts';
import { compareAddresses } from './address.ts';
import type { Frequencies } from './frequencies.ts';
import {
  addressChances,
  birthDateChances,
  nameRelative,
  nameSame,
  nationalIdChances,
  phoneChances,
  repeatedError,
  repeatedFrom,
  tieChances,
  togetherChances,
  typingNeighbours,
  wordSame,
} from './model.ts';
import { compareNames, type NameComparison, namesConflict } from './name-comparison.ts';
import type { NameWord } from './name-words.ts';
import { bornOn, compareNationalIds, type NationalIdAgreement } from './national-id-comparison.ts';
import type { Subject, SubjectNationalId } from './subject.ts';

export const evidenceFields = ['name', 'nationalId', 'birthDate', 'phone', 'address', 'tie', 'together'] as const;
export type EvidenceField = (typeof evidenceFields)[number];

/** One field of a comparison: what was found, and how likely that is of the same person, relatives, strangers. */
export interface Evidence {
  readonly field: EvidenceField;
  /** `name.spelling`, `nationalId.digit`, … : the words for it are found under this. */
  readonly found: string;
  readonly same: number;
  readonly relative: number;
  readonly stranger: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Everything that two people's records say about each other; a field that one of them lacks says nothing. */
export function compareSubjects(a: Subject, b: Subject, frequencies: Frequencies): Evidence[] {
  const evidence = [
    compareNaming(a, b, frequencies),
    compareIds(a, b),
    compareBirth(a, b),
    comparePhones(a, b, frequencies),
    compareHomes(a, b, frequencies),
    compareTies(a, b, frequencies),
    comparePresence(a, b),
  ];
  return evidence.filter((each) => each !== null);
}

const spelled = (words: readonly NameWord[]): string => words.map(({ text }) => text).join(' ');

function compareNaming(a: Subject, b: Subject, frequencies: Frequencies): Evidence | null {
  let best: { evidence: Evidence; left: readonly NameWord[]; right: readonly NameWord[] } | null = null;
  for (const left of a.ways)
    for (const right of b.ways) {
      const evidence = nameEvidence(compareNames(left, right), frequencies);
      if (best === null || gain(evidence) > gain(best.evidence)) best = { evidence, left, right };
    }
  return best === null ? null : { ...best.evidence, values: { a: spelled(best.left), b: spelled(best.right) } };
}

const gain = ({ same, relative, stranger }: Evidence): number => same / Math.max(relative, stranger);

function nameEvidence(comparison: NameComparison, frequencies: Frequencies): Evidence {
  const values = {};
  const { agreeing, onlyA, onlyB } = comparison;
  const field = 'name';
  if (agreeing.length === 0)
    return {
      field,
      found: 'name.nothing',
      values,
      same: nameSame.nothing,
      relative: nameRelative.nothing,
      stranger: 1,
    };
  let [same, stranger] = [1, 1];
  for (const { how, key } of agreeing) {
    same *= wordSame[how];
    const share = frequencies.name(key);
    if (how === 'initial') stranger *= frequencies.initial(key.slice(0, 1));
    else stranger *= Math.min(1, how === 'typing' || how === 'short' ? share * typingNeighbours : share);
  }
  if (namesConflict(comparison))
    return {
      field,
      found: 'name.conflict',
      values,
      same: same * nameSame.conflict,
      relative: nameRelative.conflict,
      stranger,
    };
  const hows = new Set(agreeing.map(({ how }) => how));
  if (onlyA.length + onlyB.length > 0)
    return { field, found: 'name.left', values, same: same * nameSame.left, relative: nameRelative.left, stranger };
  const relative = hows.has('typing') ? nameRelative.typing : nameRelative.whole;
  const weakest = (['initial', 'short', 'typing', 'spelling'] as const).find((how) => hows.has(how)) ?? 'same';
  return { field, found: `name.${weakest}`, values, same, relative: Math.max(relative, stranger), stranger };
}

const idOrder: readonly NationalIdAgreement[] = ['same', 'digit', 'serial', 'two', 'birth', 'different', 'partial'];

function compareIds(a: Subject, b: Subject): Evidence | null {
  let best: { how: NationalIdAgreement; left: SubjectNationalId; right: SubjectNationalId } | null = null;
  for (const left of a.nationalIds)
    for (const right of b.nationalIds) {
      const how = compareNationalIds(left.digits, right.digits);
      if (best === null || idOrder.indexOf(how) < idOrder.indexOf(best.how)) best = { how, left, right };
    }
  if (best === null) return null;
  const { how, left, right } = best;
  const chances = nationalIdChances[how];
  const repeated = how !== 'same' && Math.min(left.timesWritten, right.timesWritten) >= repeatedFrom;
  return {
    field: 'nationalId',
    found: `nationalId.${how}`,
    values: { a: left.digits, b: right.digits },
    ...chances,
    same: repeated ? chances.same * repeatedError : chances.same,
  };
}

/** A birth date that a register of inmates or an officer gave, against another one or against a NIK. */
function compareBirth(a: Subject, b: Subject): Evidence | null {
  const [born, other] = a.birthDate === undefined ? [b, a] : [a, b];
  const { birthDate } = born;
  if (birthDate === undefined) return null;
  const whole = other.nationalIds.filter(({ isWhole }) => isWhole);
  if (other.birthDate === undefined && whole.length === 0) return null;
  const same = other.birthDate === birthDate || whole.some(({ digits }) => bornOn(digits, birthDate));
  const found = same ? 'same' : 'different';
  return { field: 'birthDate', found: `birthDate.${found}`, values: { a: birthDate }, ...birthDateChances[found] };
}

function comparePhones(a: Subject, b: Subject, frequencies: Frequencies): Evidence | null {
  if (a.phones.length === 0 || b.phones.length === 0) return null;
  const shared = a.phones.filter((phone) => b.phones.includes(phone));
  const field = 'phone';
  const [rarest] = shared.sort((one, other) => frequencies.phone(one) - frequencies.phone(other));
  if (rarest !== undefined)
    return {
      field,
      found: 'phone.same',
      values: { a: rarest },
      ...phoneChances.same,
      stranger: frequencies.phone(rarest),
    };
  for (const phone of a.phones)
    for (const other of b.phones)
      if (editDistance(phone, other, 1) === 1)
        return { field, found: 'phone.digit', values: { a: phone, b: other }, ...phoneChances.digit };
  return {
    field,
    found: 'phone.different',
    values: { a: a.phones[0] ?? '', b: b.phones[0] ?? '' },
    ...phoneChances.different,
  };
}

function compareHomes(a: Subject, b: Subject, frequencies: Frequencies): Evidence | null {
  const field = 'address';
  let similar: Evidence | null = null;
  for (const home of a.addresses)
    for (const other of b.addresses) {
      const how = compareAddresses(home, other);
      if (how === 'same')
        return {
          field,
          found: 'address.same',
          values: { a: home.key },
          ...addressChances.same,
          stranger: frequencies.address(home.key),
        };
      if (how === 'similar')
        similar = { field, found: 'address.similar', values: { a: home.key, b: other.key }, ...addressChances.similar };
    }
  const [home, other] = [a.addresses[0], b.addresses[0]];
  if (similar !== null || home === undefined || other === undefined) return similar;
  return { field, found: 'address.different', values: { a: home.key, b: other.key }, ...addressChances.different };
}

function compareTies(a: Subject, b: Subject, frequencies: Frequencies): Evidence | null {
  if (a.ties.size === 0 || b.ties.size === 0) return null;
  const field = 'tie';
  const office = [...a.offices].find((each) => b.offices.has(each));
  if (office !== undefined)
    return {
      field,
      found: 'tie.sameOffice',
      values: { office },
      ...tieChances.sameOffice,
      stranger: frequencies.office(office),
    };
  if (a.offices.size > 0 || b.offices.size > 0)
    return { field, found: 'tie.otherOffice', values: {}, ...tieChances.otherOffice };
  const [fewer, more] = a.ties.size <= b.ties.size ? [a.ties, b.ties] : [b.ties, a.ties];
  let shared: { inmate: string; relation: string | null; share: number } | null = null;
  for (const [inmate, relations] of fewer) {
    const others = more.get(inmate);
    if (others === undefined) continue;
    const relation = [...relations].find((each) => each !== '' && others.has(each)) ?? null;
    const share = frequencies.inmate(inmate);
    if (shared === null || (relation !== null && shared.relation === null)) shared = { inmate, relation, share };
  }
  if (shared === null) return { field, found: 'tie.otherInmate', values: {}, ...tieChances.otherInmate };
  const { inmate, relation, share: stranger } = shared;
  return relation === null
    ? { field, found: 'tie.otherRelation', values: { inmate }, ...tieChances.otherRelation, stranger }
    : { field, found: 'tie.sameRelation', values: { inmate, relation }, ...tieChances.sameRelation, stranger };
}

function comparePresence(a: Subject, b: Subject): Evidence | null {
  const [fewer, more] = a.presences.size <= b.presences.size ? [a.presences, b.presences] : [b.presences, a.presences];
  let moments = 0;
  for (const moment of fewer) if (more.has(moment)) moments += 1;
  if (moments === 0) return null;
  return { field: 'together', found: 'together.seen', values: { moments: String(moments) }, ...togetherChances };
}

/** Together at the gate, or with NIK that no typing error explains: two people, whatever else agrees. */
export function contradict(a: Subject, b: Subject): boolean {
  return compareIds(a, b)?.found === 'nationalId.different' || comparePresence(a, b) !== null;
}
