import { compareNames, namesConflict } from '../../../shared/analysis/identity/name-comparison.ts';
import { nameWords } from '../../../shared/analysis/identity/name-words.ts';
import { officeOfRelation } from '../../../shared/analysis/registers.ts';
import { isNationalId } from '../../../shared/domain/national-id.ts';
import { nameTokens, namesFit } from '../../../shared/domain/person-name.ts';
import { hasRole } from '../../../shared/domain/person.ts';
import type { ChangedPerson, KnownPerson, NewPerson, PersonContent } from './plan.ts';

/** What a row tells of its visitor. */
export interface WrittenVisitor {
  /** As shown; never empty. */
  readonly name: string;
  /** The name's words for comparing. */
  readonly tokens: readonly string[];
  readonly aliases: readonly string[];
  readonly nationalId: string;
  /** Whether the NIK is a valid one. */
  readonly isWhole: boolean;
  readonly phones: readonly string[];
  readonly address: string;
  /** The address for comparing; empty when there is none. */
  readonly addressKey: string;
  readonly inmate: string;
  readonly relation: string;
}

interface Candidate {
  readonly reference: string;
  readonly version: number;
  readonly before: PersonContent | null;
  readonly fields: PersonContent;
  readonly sourceRow: number;
  readonly names: (readonly string[])[];
  /** Inmate → relations told, in small letters. */
  readonly relations: Map<string, Set<string>>;
  changed: boolean;
}

export const addressKey = (address: string): string =>
  address
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/**
 * Says which visitor a row means, or makes a new one. Careful rather than complete: a name has to fit, and something
 * else has to agree with it (NIK, telephone, address, or the same inmate visited as the same relation). What this leaves
 * apart is for a later, scored and reviewed comparison to join; what it joins wrongly would accuse somebody.
 */
export class VisitorFinder {
  readonly #all: Candidate[] = [];
  readonly #byReference = new Map<string, Candidate>();
  readonly #byKey = new Map<string, Candidate[]>();

  constructor(people: readonly KnownPerson[]) {
    for (const { id, version, fields } of people) {
      if (!hasRole(fields, 'visitor')) continue;
      const candidate: Candidate = {
        reference: id,
        version,
        before: fields,
        fields: copy(fields),
        sourceRow: 0,
        names: [fields.name, ...fields.aliases].map(nameTokens),
        relations: new Map(),
        changed: false,
      };
      this.#all.push(candidate);
      this.#byReference.set(id, candidate);
      for (const nationalId of fields.nationalIds)
        if (isNationalId(nationalId)) this.#put(`nik ${nationalId}`, candidate);
      for (const phone of fields.phones) this.#put(`phone ${phone}`, candidate);
      for (const address of fields.addresses)
        if (addressKey(address) !== '') this.#put(`address ${addressKey(address)}`, candidate);
    }
  }

  /** Visits the vault holds already tell who came to whom as what. */
  noteVisit(visitor: string, inmate: string, relation: string): void {
    const candidate = this.#byReference.get(visitor);
    if (candidate !== undefined) this.#relate(candidate, inmate, relation);
  }

  /** Who comes to an inmate at all, for registers that give a name alone. */
  noteComing(visitor: string, inmate: string): void {
    const candidate = this.#byReference.get(visitor);
    if (candidate !== undefined) this.#put(comingKey(inmate), candidate);
  }

  /** The one person who comes to the inmate under this very name, when nothing the row tells speaks against it. */
  comingUnder(written: WrittenVisitor): string | undefined {
    const { tokens, nationalId, isWhole, inmate } = written;
    const [only, second] = this.#of(comingKey(inmate)).filter(
      (candidate) => bears(candidate, tokens) && !(isWhole && contradicts(candidate, nationalId)),
    );
    if (only === undefined || second !== undefined) return undefined;
    return needed(only, written) <= 1 ? only.reference : undefined;
  }

  /**
   * @param current the visitor of the visit that a corrected row tells again: kept while the name fits, even when the
   * correction gives another NIK
   * @returns an identifier of the vault, or the reference of a new person
   */
  find(written: WrittenVisitor, row: number, current?: string): string {
    const kept = current === undefined ? undefined : this.#byReference.get(current);
    const candidate =
      kept !== undefined && fits(kept, written.tokens) ? kept : (this.#match(written) ?? this.#create(written, row));
    this.#learn(candidate, written);
    return candidate.reference;
  }

  created(): NewPerson[] {
    return this.#all
      .filter((candidate) => candidate.before === null)
      .map(({ reference, fields, sourceRow }) => ({ reference, fields, sourceRow }));
  }

  changed(): ChangedPerson[] {
    return this.#all.flatMap(({ reference, version, before, fields, changed }) =>
      before === null || !changed
        ? []
        : {
            id: reference,
            version,
            fields: {
              aliases: fields.aliases,
              nationalIds: fields.nationalIds,
              phones: fields.phones,
              addresses: fields.addresses,
              roles: fields.roles,
            },
          },
    );
  }

  #match(written: WrittenVisitor): Candidate | undefined {
    const { tokens, nationalId, isWhole } = written;
    if (isWhole) {
      const borne = this.#of(`nik ${nationalId}`).find((candidate) => resembles(candidate, tokens));
      if (borne !== undefined) return borne;
    }
    const agreeing = new Map<Candidate, number>();
    for (const key of evidence(written))
      for (const candidate of this.#of(key)) agreeing.set(candidate, (agreeing.get(candidate) ?? 0) + 1);
    const most = (found: readonly Candidate[]): Candidate[] => {
      const best = Math.max(...found.map((candidate) => agreeing.get(candidate) ?? 0));
      return found.filter((candidate) => agreeing.get(candidate) === best);
    };
    const fitting = [...agreeing].flatMap(([candidate, agreements]) =>
      fits(candidate, tokens) &&
      !(isWhole && contradicts(candidate, nationalId)) &&
      agreements >= needed(candidate, written)
        ? [candidate]
        : [],
    );
    const exact = fitting.filter((candidate) => bears(candidate, tokens));
    const [only, second] = most(exact.length > 0 ? exact : fitting);
    return second === undefined ? only : undefined;
  }

  #create(written: WrittenVisitor, row: number): Candidate {
    const candidate: Candidate = {
      reference: `visitor:${this.#all.length}`,
      version: 0,
      before: null,
      fields: {
        name: written.name,
        aliases: [],
        nationalIds: [],
        phones: [],
        addresses: [],
        roles: [{ kind: 'visitor' }],
        notes: '',
      },
      sourceRow: row,
      names: [],
      relations: new Map(),
      changed: false,
    };
    this.#all.push(candidate);
    this.#byReference.set(candidate.reference, candidate);
    return candidate;
  }

  #learn(candidate: Candidate, written: WrittenVisitor): void {
    const { fields } = candidate;
    const { tokens } = written;
    const add = (list: string[], value: string, limit: number): boolean => {
      if (value === '' || list.includes(value) || list.length >= limit) return false;
      list.push(value);
      candidate.changed = true;
      return true;
    };
    if (!bears(candidate, tokens)) {
      candidate.names.push(tokens);
      if (written.name !== fields.name) add(fields.aliases, written.name, 50);
    }
    for (const alias of written.aliases) if (add(fields.aliases, alias, 50)) candidate.names.push(nameTokens(alias));
    if (add(fields.nationalIds, written.nationalId, 20) && written.isWhole)
      this.#put(`nik ${written.nationalId}`, candidate);
    for (const phone of written.phones) if (add(fields.phones, phone, 50)) this.#put(`phone ${phone}`, candidate);
    const address = written.addressKey;
    const isNew = address !== '' && !fields.addresses.some((known) => addressKey(known) === address);
    if (isNew && add(fields.addresses, written.address, 50)) this.#put(`address ${address}`, candidate);
    this.#relate(candidate, written.inmate, written.relation);
    const office = officeOfRelation(written.relation);
    if (office !== null && !hasRole(fields, office)) {
      fields.roles.push({ kind: office });
      candidate.changed = true;
    }
  }

  #relate(candidate: Candidate, inmate: string, relation: string): void {
    if (relation === '') return;
    this.#put(relationKey(inmate, relation), candidate);
    const told = candidate.relations.get(inmate);
    if (told === undefined) candidate.relations.set(inmate, new Set([relation.toLowerCase()]));
    else told.add(relation.toLowerCase());
  }

  #of(key: string): readonly Candidate[] {
    return this.#byKey.get(key) ?? [];
  }

  #put(key: string, candidate: Candidate): void {
    const candidates = this.#byKey.get(key);
    if (candidates === undefined) this.#byKey.set(key, [candidate]);
    else if (!candidates.includes(candidate)) candidates.push(candidate);
  }
}

/** What may agree between two rows besides the name. */
const evidence = ({ phones, addressKey: address, inmate, relation }: WrittenVisitor): string[] => [
  ...phones.map((phone) => `phone ${phone}`),
  ...(address === '' ? [] : [`address ${address}`]),
  ...(relation === '' ? [] : [relationKey(inmate, relation)]),
];

const bears = ({ names }: Candidate, tokens: readonly string[]): boolean =>
  names.some((name) => name.length === tokens.length && name.every((word, index) => word === tokens[index]));

const fits = ({ names }: Candidate, tokens: readonly string[]): boolean => names.some((name) => namesFit(name, tokens));

/** Enough beside an equal NIK: the same words but for spelling, slips and parts left out. A relative's card fits no name. */
const resembles = (candidate: Candidate, tokens: readonly string[]): boolean => {
  const words = nameWords(tokens.join(' '));
  return (
    fits(candidate, tokens) ||
    candidate.names.some((name) => {
      const comparison = compareNames(nameWords(name.join(' ')), words);
      return comparison.agreeing.length > 0 && !namesConflict(comparison);
    })
  );
};

/**
 * How much has to agree beside a fitting name: one thing when the whole name of two words or more is known and nothing
 * speaks against it, else two; and never when the register told the same inmate's other relation, as with a father and
 * the son who bears his name. Those are left for the comparison that weighs everything.
 */
function needed(
  candidate: Candidate,
  { tokens, inmate, relation, phones, addressKey: address }: WrittenVisitor,
): number {
  const { fields, relations } = candidate;
  const told = relations.get(inmate);
  if (relation !== '' && told !== undefined && !told.has(relation.toLowerCase())) return Number.POSITIVE_INFINITY;
  const otherPhone =
    phones.length > 0 && fields.phones.length > 0 && !phones.some((phone) => fields.phones.includes(phone));
  const otherAddress =
    address !== '' && fields.addresses.length > 0 && !fields.addresses.some((known) => addressKey(known) === address);
  // Siti may be any Siti of the house.
  if (
    !bears(candidate, tokens) &&
    !candidate.names.some((name) => name.length > 1 && tokens.length > 1 && namesFit(name, tokens))
  )
    return Number.POSITIVE_INFINITY;
  return tokens.length > 1 && bears(candidate, tokens) && !otherPhone && !otherAddress ? 1 : 2;
}

/** Two valid NIKs that differ are two people, whatever else agrees. Asked of a valid one. */
const contradicts = ({ fields }: Candidate, nationalId: string): boolean =>
  !fields.nationalIds.includes(nationalId) && fields.nationalIds.some(isNationalId);

const relationKey = (inmate: string, relation: string): string => `relation ${inmate} ${relation.toLowerCase()}`;

const comingKey = (inmate: string): string => `coming ${inmate}`;

const copy = (fields: PersonContent): PersonContent => ({
  ...fields,
  aliases: [...fields.aliases],
  nationalIds: [...fields.nationalIds],
  phones: [...fields.phones],
  addresses: [...fields.addresses],
  roles: [...fields.roles],
});
