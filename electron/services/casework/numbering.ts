import type { Id } from '../../../shared/domain/basics.ts';
import type { VaultPort } from '../../vault/port.ts';

/** What the records of a case are numbered by. */
interface Numbered {
  readonly caseId: Id;
  readonly number: number;
}

/** The next number in a case; one that was removed keeps its own. */
export function nextNumber(
  { document }: Pick<VaultPort, 'document'>,
  collection: 'hypotheses' | 'caseFacts' | 'gaps' | 'decisions',
  caseId: Id,
): number {
  const records: Readonly<Record<Id, Numbered>> = document[collection];
  const given = Object.values(records).map((each) => (each.caseId === caseId ? each.number : 0));
  return 1 + Math.max(0, ...given);
}

/** In the order of their numbers. */
export const byNumber = (a: Pick<Numbered, 'number'>, b: Pick<Numbered, 'number'>): number => a.number - b.number;
