import type { CaseFile, PersonReference } from '../../../shared/domain/case-file.ts';
import type { Member, MemberPart } from '../../../shared/domain/case.ts';
import { type Grade, ungraded } from '../../../shared/domain/grade.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import { hasRole, type Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import { buildCasework } from '../casework/casework-build.ts';
import { nextCaseNumber } from './case-number.ts';
import { createReferences, type References } from './case-references.ts';

export interface BuiltCase {
  readonly caseId: string;
  readonly number: string;
  /** Suppliers that were not known before. */
  readonly created: readonly { readonly id: string; readonly name: string }[];
  /** People a link names whom the file does not list as members; they became members, so that nothing is hidden. */
  readonly joined: readonly string[];
}

interface Part {
  readonly person: Person;
  readonly part: MemberPart;
  readonly note: string;
  readonly allegation?: { grade: Grade; source: string; reviewOn: string };
}

/** Builds a case from a checked case file in one transaction: all of it, or nothing. */
export async function buildCase(session: Session, file: CaseFile, now: () => Date): Promise<BuiltCase> {
  const vault = session.vault('cases.create');
  const references = createReferences(vault);
  const { reviewAfterDays } = settingsOf(vault);
  const reviewOn = file.reviewOn ?? new Date(now().getTime() + reviewAfterDays * 86_400_000).toISOString().slice(0, 10);

  return await vault.transact({ action: 'case.build', entity: 'cases' }, (transaction) => {
    const members: Part[] = [];
    const created: Person[] = [];
    const joined: string[] = [];

    file.members.forEach((listed, index) => {
      const place = `members[${index}]`;
      const { part, note = '', allegation, ...reference } = listed;
      let person = references.find(reference, place, part);
      if (person === undefined) {
        const name = foldName(reference.name ?? '');
        if (created.some((each) => foldName(each.name) === name)) throw new SinergiError('member-exists', { place });
        person = newSupplier(transaction, reference.name ?? '');
        created.push(person);
      }
      const memberId = person.id;
      if (members.some((member) => member.person.id === memberId)) throw new SinergiError('member-exists', { place });
      members.push({
        person,
        part,
        note,
        ...(allegation && { allegation: { ...allegation, reviewOn: allegation.reviewOn ?? reviewOn } }),
      });
    });

    const links = file.links.map((link, index) => {
      const end = (reference: PersonReference, side: 'from' | 'to'): string => {
        const place = `links[${index}].${side}`;
        const member = memberNamed(references, members, created, reference, place);
        if (member !== undefined) return member.id;
        const person = references.find(reference, place);
        if (person === undefined) throw new SinergiError('reference-unknown', { place });
        members.push({ person, part: usualPart(person), note: '' });
        joined.push(person.id);
        return person.id;
      };
      const from = end(link.from, 'from');
      const to = end(link.to, 'to');
      if (from === to) throw new SinergiError('link-to-itself', { place: `links[${index}]` });
      return { ...link, from, to };
    });

    const built = transaction.create('cases', {
      title: file.title,
      marking: file.marking,
      purpose: file.purpose,
      legalBasis: file.legalBasis,
      notes: file.notes ?? '',
      reviewOn,
      number: nextCaseNumber(vault, now()),
      status: 'open',
      members: members.map((member) => asMember(member, links, reviewOn, vault, now().toISOString())),
    });
    for (const { source, note, directed, ...link } of links)
      transaction.create('links', {
        ...link,
        caseId: built.id,
        directed: directed ?? true,
        sources: [source],
        note: note ?? '',
      });
    buildCasework(vault, transaction, built, file, now().toISOString());
    return {
      caseId: built.id,
      number: built.number,
      created: created.map(({ id, name }) => ({ id, name })),
      joined,
    };
  });
}

function newSupplier(transaction: Transaction, name: string): Person {
  return transaction.create('people', {
    name,
    aliases: [],
    nationalIds: [],
    phones: [],
    addresses: [],
    roles: [{ kind: 'supplier' }],
    notes: '',
    provenance: { kind: 'case-file' },
    retention: 'case',
  });
}

function memberNamed(
  references: References,
  members: readonly Part[],
  created: readonly Person[],
  reference: PersonReference,
  place: string,
): Person | undefined {
  const { name } = reference;
  const onlyNamed = Object.values(reference).every((value) => value === undefined || value === name);
  const fresh =
    name === undefined || !onlyNamed ? [] : created.filter((person) => foldName(person.name) === foldName(name));
  const known = references.among(
    members.map((member) => member.person),
    reference,
    place,
  );
  const [first] = fresh;
  if (first === undefined) return known;
  if (known !== undefined) throw new SinergiError('reference-ambiguous', { place, candidates: [first.name, known.id] });
  return first;
}

function usualPart(person: Person): MemberPart {
  if (hasRole(person, 'inmate')) return 'inmate';
  return hasRole(person, 'visitor') ? 'visitor' : 'other';
}

/** A supplier without an allegation of its own carries the one its first link states; without any, it is ungraded. */
function asMember(
  { person, part, note, allegation }: Part,
  links: readonly { from: string; to: string; grade: Grade; source: string }[],
  reviewOn: string,
  vault: GuardedVault,
  at: string,
): Member {
  const member = { personId: person.id, part, note, addedAt: at, addedBy: vault.actor.officerId };
  if (allegation !== undefined) return { ...member, allegation };
  if (part !== 'supplier') return member;
  const link = links.find(({ from, to }) => from === person.id || to === person.id);
  return {
    ...member,
    allegation: { grade: link?.grade ?? ungraded, source: link?.source ?? '—', reviewOn },
  };
}
