import type { overlapKinds, SimilarCase } from '../../../shared/contract/casework.ts';
import { officersOfCase } from '../../../shared/domain/access.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { eventColumns } from '../../../shared/domain/event.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createSlices } from '../../vault/slices.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';

type OverlapKind = (typeof overlapKinds)[number];

/** How much a thing in common counts: the same person most, an address many may live at least. */
const scores: Readonly<Record<OverlapKind, number>> = {
  person: 10,
  'national-id': 8,
  phone: 6,
  called: 4,
  address: 2,
};

/** What a case could share, by what it is compared by: how it is written, and the members it belongs to. */
interface Trait {
  readonly kind: OverlapKind;
  readonly value: string;
  /** The members it belongs to: name by identifier. */
  readonly owners: ReadonlyMap<Id, string>;
}
type Traits = ReadonlyMap<string, Trait>;

const noTraits: Traits = new Map();

export interface TouchingCases {
  readonly a: Case;
  readonly b: Case;
  readonly shared: number;
}

/**
 * Cases that share people, numbers or addresses. Only cases the officer may know of are ever compared: nobody learns of another
 * one by it, not even that there is one. Whoever may know of both, a supervisor, is told of two that touch.
 */
export interface SimilarCases {
  of(caseId: Id): Promise<SimilarCase[]>;
  /** Open cases that touch though no officer belongs to both. */
  apart(): Promise<TouchingCases[]>;
}

export function createSimilarCases(session: Session): SimilarCases {
  let known: { readonly at: number; readonly traits: ReadonlyMap<Id, Traits> } | null = null;
  session.beforeEnd(() => (known = null));

  async function traitsOfAll(vault: GuardedVault): Promise<ReadonlyMap<Id, Traits>> {
    const at = session.revision();
    if (known?.at === at) return known.traits;
    const cases = [...living(vault, 'cases')];
    const called = await calledNumbers(
      vault,
      new Set(cases.flatMap(({ members }) => members.map((each) => each.personId))),
    );
    const traits = new Map(cases.map((file) => [file.id, traitsOf(vault, file, called)]));
    // A vault that was locked meanwhile leaves nothing behind.
    if (session.isUnlocked() && session.revision() === at) known = { at, traits };
    return traits;
  }

  return {
    async of(caseId) {
      const vault = session.vault('cases.read');
      find(vault, 'cases', caseId);
      const all = await traitsOfAll(vault);
      const own = all.get(caseId) ?? noTraits;
      return [...living(vault, 'cases')]
        .filter(({ id }) => id !== caseId)
        .flatMap(({ id, number, title, status }) => {
          const reasons = sharedTraits(own, all.get(id) ?? noTraits);
          const score = reasons.reduce((sum, { kind }) => sum + scores[kind], 0);
          return reasons.length === 0 ? [] : [{ id, number, title, status, score, reasons }];
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
    },
    async apart() {
      const vault = session.vault('cases.read');
      const all = await traitsOfAll(vault);
      const open = [...living(vault, 'cases')].filter(({ status }) => status === 'open');
      return open
        .flatMap((a, index) =>
          open.slice(index + 1).flatMap((b) => {
            if (officersOfCase(a).some((officer) => officersOfCase(b).includes(officer))) return [];
            const shared = sharedTraits(all.get(a.id) ?? noTraits, all.get(b.id) ?? noTraits).length;
            return shared === 0 ? [] : [{ a, b, shared }];
          }),
        )
        .sort((a, b) => b.shared - a.shared);
    },
  };
}

/** What is shared by being of one and the same person is told by that person alone. */
function sharedTraits(own: Traits, other: Traits): SimilarCase['reasons'] {
  return [...own].flatMap(([key, { kind, value, owners }]) => {
    const there = other.get(key);
    if (there === undefined) return [];
    if (kind !== 'person' && new Set([...owners.keys(), ...there.owners.keys()]).size === 1) return [];
    return [
      {
        kind: there.kind === 'called' ? there.kind : kind,
        value,
        here: [...owners.values()],
        there: [...there.owners.values()],
      },
    ];
  });
}

function traitsOf(vault: VaultPort, { members }: Case, called: ReadonlyMap<Id, ReadonlySet<string>>): Traits {
  const joined = joinedPeople(living(vault, 'joins'));
  const traits = new Map<string, Trait & { readonly owners: Map<Id, string> }>();
  const people = members.flatMap(({ personId }) => vault.document.people[joined.get(personId) ?? personId] ?? []);
  const put = (key: string, kind: OverlapKind, value: string, { id, name }: Person): void => {
    const there = traits.get(key);
    if (there === undefined) traits.set(key, { kind, value, owners: new Map([[id, name]]) });
    else there.owners.set(id, name);
  };
  for (const person of people) {
    put(`person ${person.id}`, 'person', person.name, person);
    for (const number of person.nationalIds) put(`id ${number}`, 'national-id', number, person);
    for (const phone of person.phones) put(`phone ${phone}`, 'phone', phone, person);
    for (const address of person.addresses) put(`address ${foldAddress(address)}`, 'address', address, person);
  }
  for (const person of people)
    for (const phone of called.get(person.id) ?? []) put(`phone ${phone}`, 'called', phone, person);
  return traits;
}

const foldAddress = (address: string): string =>
  address
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Numbers each of these inmates called on the prison's telephones, gone through by distinct text, not row by row, and in slices. */
async function calledNumbers(
  vault: VaultPort,
  inmates: ReadonlySet<Id>,
): Promise<ReadonlyMap<Id, ReadonlySet<string>>> {
  if (inmates.size === 0) return new Map();
  const slices = createSlices();
  const joined = joinedPeople(living(vault, 'joins'));
  const called = new Map<Id, Set<string>>();
  const columns = eventColumns('calls');
  for (const { length, texts } of vault.events.batches('calls')) {
    const [inmate, number] = [texts[columns.indexOf('inmateId')], texts[columns.indexOf('number')]];
    if (inmate === undefined || number === undefined) continue;
    if (slices.due()) await slices.pause();
    const whose = inmate.distinct.map((id) => joined.get(id) ?? id).map((id) => (inmates.has(id) ? id : undefined));
    for (let row = 0; row < length; row += 1) {
      const id = whose[inmate.index[row] ?? 0];
      if (id === undefined) continue;
      const numbers = called.get(id) ?? new Set();
      called.set(id, numbers);
      for (const phone of canonicalPhones(number.distinct[number.index[row] ?? 0] ?? '')) numbers.add(phone);
    }
  }
  return called;
}
