import type { Id } from '../../../shared/domain/basics.ts';
import type { Case, Member } from '../../../shared/domain/case.ts';
import type { FieldsOf, RecordOf } from '../../../shared/domain/document.ts';
import type { ItemOf, PackageItem } from '../../../shared/domain/exchange/item.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import type { Manifest } from '../../../shared/domain/exchange/package.ts';
import { roleText } from '../../../shared/domain/exchange/person-values.ts';
import { mostOfPerson, type Person } from '../../../shared/domain/person.ts';
import type { Mention } from '../../../shared/domain/report.ts';
import type { StoredFile } from '../../../shared/domain/stored-file.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction } from '../../vault/port.ts';
import { nextCaseNumber } from '../cases/case-number.ts';
import { nextReportNumber } from '../reports/report-number.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { valuesOf } from './effective-origins.ts';
import { higher, withoutEmpty } from './following.ts';
import type { HeldRecords } from './held-records.ts';
import type { MadeOrigins } from './made-origins.ts';

/** Makes accepted items part of the vault; each keeps where it came from and under which conditions. */
export class Acceptance {
  readonly #vault: GuardedVault;
  readonly #transaction: Transaction;
  readonly #held: HeldRecords;
  readonly #manifest: Manifest;
  readonly #at: string;
  readonly #origins: MadeOrigins;
  readonly #numbers = new Set<string>();
  /** Cases as this acceptance leaves them: a link after its case needs its members. */
  readonly #cases = new Map<Id, Case>();

  constructor(about: {
    vault: GuardedVault;
    transaction: Transaction;
    held: HeldRecords;
    manifest: Manifest;
    at: string;
    origins: MadeOrigins;
  }) {
    this.#vault = about.vault;
    this.#transaction = about.transaction;
    this.#held = about.held;
    this.#manifest = about.manifest;
    this.#at = about.at;
    this.#origins = about.origins;
  }

  /** @param into a person of ours whom an officer says it is @returns the record it became */
  person(item: ItemOf<'person'>, into: Id | undefined): Id {
    const localId = into ?? this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.people[localId];
    const { fields } = item;
    if (ours === undefined) {
      const origins = this.#origins(item, undefined, { whole: true, values: {}, version: 1 });
      const provenance = { kind: 'package', packageId: this.#manifest.packageId } as const;
      const made = this.#transaction.create('people', { ...fields, provenance, retention: 'case', origins });
      this.#held.remember('people', item.id, made.id);
      return made.id;
    }
    const before = this.#held.lastOrigin(ours.origins, item.id);
    const known = valuesOf(ours);
    const added: Origin['values'] = {};
    for (const [field, values] of Object.entries(valuesOf(fields))) {
      // A second birth date is not taken over, and is nobody's.
      const isTaken = field === 'birthDate' && ours.birthDate !== undefined;
      const old = new Set([...(known[field] ?? []), ...(isTaken ? values : [])]);
      const fresh = values.filter((value) => !old.has(value));
      if (fresh.length > 0 || before?.values[field] !== undefined)
        added[field] = [...new Set([...(before?.values[field] ?? []), ...fresh])];
    }
    const whole = before?.whole ?? false;
    this.#transaction.change('people', ours.id, ours.version, {
      ...mergedPerson(ours, fields, whole),
      origins: this.#origins(item, ours.origins, { whole, values: whole ? {} : added, version: ours.version + 1 }),
    });
    this.#held.remember('people', item.id, ours.id);
    return ours.id;
  }

  case(item: ItemOf<'case'>): Id {
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.cases[localId];
    const { number: _, members: theirs, ...fields } = item.fields;
    const members = theirs.flatMap((member) => this.#member(member));
    if (ours === undefined) {
      const made = this.#transaction.create('cases', {
        ...fields,
        number: this.#nextNumber(),
        members,
        officers: [this.#vault.actor.officerId],
        origins: this.#origins(item, undefined, { whole: true, values: {}, version: 1 }),
      });
      this.#took('cases', item.id, made);
      return made.id;
    }
    const known = new Set(ours.members.map(({ personId }) => personId));
    const before = this.#held.lastOrigin(ours.origins, item.id);
    const whole = before?.whole ?? false;
    const made = this.#transaction.change('cases', ours.id, ours.version, {
      // What is ours stays as we have it; only who else belongs to it is taken over.
      ...(whole ? { ...withoutEmpty(fields), marking: higher(ours.marking, fields.marking) } : {}),
      members: [...ours.members, ...members.filter(({ personId }) => !known.has(personId))],
      origins: this.#origins(item, ours.origins, { whole, values: {}, version: ours.version + 1 }),
    });
    this.#took('cases', item.id, made);
    return ours.id;
  }

  /** @throws SinergiError `item-depends` while its case or one of its ends is not accepted */
  link(item: ItemOf<'link'>): Id {
    const caseId = this.#held.local('cases', item.caseId);
    const file = caseId === undefined ? undefined : (this.#cases.get(caseId) ?? this.#vault.document.cases[caseId]);
    const from = this.#held.local('people', item.fields.from);
    const to = this.#held.local('people', item.fields.to);
    const isMember = (id: Id | undefined): boolean => file?.members.some(({ personId }) => personId === id) ?? false;
    if (file === undefined || from === undefined || to === undefined || !isMember(from) || !isMember(to))
      throw new SinergiError('item-depends');
    const fields = { ...item.fields, from, to };
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.links[localId];
    if (ours === undefined) {
      const origins = this.#origins(item, undefined, { whole: true, values: {}, version: 1 });
      const made = this.#transaction.create('links', { ...fields, caseId: file.id, origins });
      this.#held.remember('links', item.id, made.id);
      return made.id;
    }
    const before = this.#held.lastOrigin(ours.origins, item.id);
    const whole = before?.whole ?? false;
    this.#transaction.change('links', ours.id, ours.version, {
      ...(whole ? withoutEmpty(fields) : {}),
      origins: this.#origins(item, ours.origins, { whole, values: {}, version: ours.version + 1 }),
    });
    return ours.id;
  }

  /** As one that was passed on here, by a source that is the agency's own business. */
  report(item: ItemOf<'report'>): Id {
    const { number: _, source, caseIds, items, ...fields } = item.fields;
    const content = {
      ...fields,
      source: { kind: 'named', description: source } as const,
      items: items.map((fact) => ({ ...fact, mentions: fact.mentions.flatMap((mention) => this.#mention(mention)) })),
      caseIds: caseIds.flatMap((id) => this.#held.local('cases', id) ?? []),
      handling: item.handling,
    };
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.reports[localId];
    if (ours === undefined) {
      const step = { at: this.#at, by: this.#vault.actor.officerId, note: this.#manifest.sender.name };
      const number = nextReportNumber(this.#vault, new Date(this.#at), this.#numbers);
      this.#numbers.add(number);
      const made = this.#transaction.create('reports', {
        ...content,
        number,
        distribution: [],
        author: this.#vault.actor.officerId,
        state: 'disseminated',
        steps: [{ ...step, state: 'disseminated' }],
        origins: this.#origins(item, undefined, { whole: true, values: {}, version: 1 }),
      });
      this.#held.remember('reports', item.id, made.id);
      return made.id;
    }
    const whole = this.#held.lastOrigin(ours.origins, item.id)?.whole ?? false;
    this.#transaction.change('reports', ours.id, ours.version, {
      ...(whole ? { ...content, caseIds: [...new Set([...ours.caseIds, ...content.caseIds])] } : {}),
      origins: this.#origins(item, ours.origins, { whole, values: {}, version: ours.version + 1 }),
    });
    this.#held.remember('reports', item.id, ours.id);
    return ours.id;
  }

  /**
   * @param waiting as it lies in quarantine, from where it is taken
   * @throws SinergiError `item-depends` while what it hangs on is not accepted
   */
  file(item: ItemOf<'file'>, waiting: StoredFile | undefined): Id {
    const { collection, id: theirs } = item.on;
    const owner = this.#held.local(collection, theirs);
    if (owner === undefined) throw new SinergiError('item-depends');
    if (waiting === undefined) throw new SinergiError('internal', { part: 'package' });
    const { id, version, bytes, sha256, blob } = waiting;
    this.#transaction.remove('files', id, version);
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.files[localId];
    if (ours !== undefined) {
      const about = { whole: ours.origins !== undefined, values: {}, version: ours.version + 1 };
      this.#transaction.change('files', ours.id, ours.version, { origins: this.#origins(item, ours.origins, about) });
      return ours.id;
    }
    const made = this.#transaction.create('files', {
      bytes,
      sha256,
      ...(blob === undefined ? {} : { blob }),
      on: { collection, id: owner },
      // Whether it is how somebody looks is for an officer to say; then it is made a photo of ours.
      purpose: 'attachment',
      name: item.fields.name,
      origins: this.#origins(item, undefined, { whole: true, values: {}, version: 1 }),
    });
    this.#held.remember('files', item.id, made.id);
    return made.id;
  }

  /** Both people of the visits, as ours. @throws SinergiError `item-depends` */
  pair({ visitorId, inmateId }: ItemOf<'visits'>): { readonly visitorId: Id; readonly inmateId: Id } {
    const visitor = this.#held.local('people', visitorId);
    const inmate = this.#held.local('people', inmateId);
    if (visitor === undefined || inmate === undefined) throw new SinergiError('item-depends');
    return { visitorId: visitor, inmateId: inmate };
  }

  /** Origins of what comes whole, for a register of visits. */
  originsOf = (item: PackageItem): Origin[] => this.#origins(item, undefined, { whole: true, values: {}, version: 1 });

  #mention({ personId, from, to }: Mention): Mention[] {
    const local = this.#held.local('people', personId);
    return local === undefined ? [] : [{ personId: local, from, to }];
  }

  #member({ personId, part, note, allegation }: ItemOf<'case'>['fields']['members'][number]): Member[] {
    const local = this.#held.local('people', personId);
    if (local === undefined) return [];
    const about = { personId: local, note, addedAt: this.#at, addedBy: this.#vault.actor.officerId };
    if (allegation !== undefined) return [{ ...about, part, allegation }];
    return [{ ...about, part: part === 'supplier' ? 'other' : part }];
  }

  #took(collection: 'cases', itemId: string, record: RecordOf<'cases'>): void {
    this.#held.remember(collection, itemId, record.id);
    this.#cases.set(record.id, record);
  }

  #nextNumber(): string {
    const number = nextCaseNumber(this.#vault, new Date(this.#at), this.#numbers);
    this.#numbers.add(number);
    return number;
  }
}

/** Ours and theirs together. Where only one can hold, theirs does, and our name stays as an alias. */
function mergedPerson(ours: Person, theirs: ItemOf<'person'>['fields'], whole: boolean): Partial<FieldsOf<'people'>> {
  const texts = (field: keyof typeof mostOfPerson & ('aliases' | 'nationalIds' | 'phones' | 'addresses')): string[] =>
    [...new Set([...ours[field], ...theirs[field]])].slice(0, mostOfPerson[field]);
  const named = ours.name === theirs.name || !whole;
  const name = named ? ours.name : theirs.name;
  const names = [...texts('aliases'), ours.name, theirs.name].filter((each) => each !== name);
  const roles = [
    ...ours.roles,
    ...theirs.roles.filter((role) => !ours.roles.some((own) => roleText(own) === roleText(role))),
  ];
  const birthDate = whole ? (theirs.birthDate ?? ours.birthDate) : (ours.birthDate ?? theirs.birthDate);
  return {
    name,
    aliases: [...new Set(names)].slice(0, mostOfPerson.aliases),
    nationalIds: texts('nationalIds'),
    phones: texts('phones'),
    addresses: texts('addresses'),
    roles: roles.slice(0, mostOfPerson.roles),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(whole && theirs.notes !== '' ? { notes: theirs.notes } : {}),
  };
}
