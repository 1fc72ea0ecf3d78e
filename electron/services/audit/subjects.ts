import { may } from '../../../shared/domain/access.ts';
import type { GuardedVault } from '../guarded-vault.ts';

/**
 * What people call the record an entry is about: the name of a person, the number of a case. Null where the reader may not
 * see it, and for records without a name.
 */
export function subjectNamed(vault: GuardedVault, entity: string, id: string): string | null {
  const { document } = vault;
  const person = (personId: string): string => document.people[personId]?.name ?? '…';
  const caseNumber = (caseId: string): string | null => document.cases[caseId]?.number ?? null;
  switch (entity) {
    case 'people':
      return document.people[id]?.name ?? null;
    case 'cases':
      return caseNumber(id);
    case 'charts':
      // Noted with the case they are of, when changed.
      return caseNumber(document.charts[id]?.caseId ?? id);
    case 'links': {
      const link = document.links[id];
      return link === undefined ? null : `${person(link.from)} – ${person(link.to)}`;
    }
    case 'meetings':
      return document.meetings[id]?.title ?? null;
    case 'operations':
      return document.operations[id]?.name ?? null;
    case 'commitments':
      return document.commitments[id]?.what ?? null;
    case 'imports':
      return document.imports[id]?.fileName ?? null;
    case 'sources':
      return may(vault.actor.roles, 'sources.pseudonyms') ? (document.sources[id]?.pseudonym ?? null) : null;
    case 'officers':
      return vault.officerName(id) || null;
    default:
      return null;
  }
}
