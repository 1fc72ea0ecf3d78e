import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { Member } from '../../../shared/domain/case.ts';
import type { FindingKind } from '../../../shared/domain/finding.ts';
import { ungraded } from '../../../shared/domain/grade.ts';
import type { LinkFields } from '../../../shared/domain/link.ts';
import { hasRole } from '../../../shared/domain/person.ts';
import type { VaultPort } from '../../vault/port.ts';

/** Members as they come into a case from a finding: by what they are in the registers, and never as suspects. */
export function membersFrom(
  vault: VaultPort,
  { id, people, inmates }: Pick<Finding, 'people' | 'inmates'> & { readonly id: Id | null },
  addedAt: string,
): Member[] {
  const isInmate = new Set(inmates);
  return [...new Set([...people, ...inmates])].flatMap((personId): Member[] => {
    const person = vault.document.people[personId];
    if (person === undefined || person.removed !== undefined) return [];
    const part = isInmate.has(personId) ? 'inmate' : hasRole(person, 'visitor') ? 'visitor' : 'other';
    return [
      { personId, part, note: '', addedAt, addedBy: vault.actor.officerId, ...(id !== null && { findings: [id] }) },
    ];
  });
}

/** Whoever is a member already stays as they are, and the finding is added to what is known of them. */
export function withFindings(member: Member, coming: readonly Member[]): Member {
  const more = coming.find(({ personId }) => personId === member.personId)?.findings ?? [];
  return more.length === 0 ? member : { ...member, findings: [...new Set([...(member.findings ?? []), ...more])] };
}

/** What a finding says of two people, where it says something of two. */
const betweenPeople: Partial<Record<FindingKind, string>> = {
  'co-visits': 'comes-with',
  'shared-phone': 'shares-phone',
  'shared-address': 'shares-address',
};

/** In a group larger than this the finding says little of any two. */
const mostPaired = 6;

/**
 * Links a finding supports, suspected and ungraded until an officer judges them: between visitors who come together or share
 * a contact, and from an inmate to the visitor he called.
 */
export function linksFrom(
  { kind, people, inmates }: Pick<Finding, 'kind' | 'people' | 'inmates'>,
  source: string,
): LinkFields[] {
  const link = (from: Id, to: Id, linkKind: string, directed: boolean): LinkFields => ({
    from,
    to,
    kind: linkKind,
    directed,
    status: 'suspected',
    grade: ungraded,
    sources: [source],
    note: '',
  });
  if (kind === 'called-visitor')
    return inmates.flatMap((inmate) => people.map((visitor) => link(inmate, visitor, 'phones', true)));
  const between = betweenPeople[kind];
  if (between === undefined || people.length > mostPaired) return [];
  return people.flatMap((from, place) => people.slice(place + 1).map((to) => link(from, to, between, false)));
}
