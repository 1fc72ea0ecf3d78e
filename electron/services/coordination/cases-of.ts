import type { Id } from '../../../shared/domain/basics.ts';
import type { VaultPort } from '../../vault/port.ts';

/** Those of the cases a record is about that are still there. */
export const casesOf = (
  { document }: Pick<VaultPort, 'document'>,
  caseIds: readonly Id[] = [],
): { id: string; number: string; title: string }[] =>
  caseIds.flatMap((caseId) => {
    const file = document.cases[caseId];
    return file === undefined || file.removed !== undefined
      ? []
      : [{ id: file.id, number: file.number, title: file.title }];
  });
