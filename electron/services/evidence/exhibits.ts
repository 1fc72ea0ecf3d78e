import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

/** The exhibits of a case, in the order in which they were entered. */
export const exhibitsOf = (vault: Pick<VaultPort, 'document'>, caseId: string): readonly Exhibit[] =>
  [...living(vault, 'exhibits')]
    .filter((exhibit) => exhibit.caseId === caseId)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
