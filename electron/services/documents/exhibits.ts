import type { Id } from '../../../shared/domain/basics.ts';
import type { DocumentExhibit } from '../../../shared/domain/case-document.ts';
import { chainOf, hashOf } from '../evidence/custody.ts';
import { exhibitsOf } from '../evidence/exhibits.ts';
import { filesOn } from '../files/attachments.ts';
import type { DocumentSource } from './case-document.ts';

/** The exhibits of a case as documents show them. */
export const gatherExhibits = (vault: DocumentSource, caseId: Id): DocumentExhibit[] =>
  exhibitsOf(vault, caseId).map((exhibit) => {
    const { id, number, kind, description, gross, net, count, packaging, seizedOn, seizedAt } = exhibit;
    const { place, seizedBy, personId, heldBy, note, findId } = exhibit;
    const find = findId === undefined ? undefined : findNamed(vault, findId);
    return {
      id,
      number,
      kind,
      description,
      packaging,
      seizedOn,
      place,
      seizedBy,
      heldBy,
      note,
      ...(gross !== undefined && { gross }),
      ...(net !== undefined && { net }),
      ...(count !== undefined && { count }),
      ...(seizedAt !== undefined && { seizedAt }),
      ...(personId !== undefined && { personId }),
      ...(find !== undefined && { find }),
      files: filesOn(vault, { collection: 'exhibits', id }).map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
      custody: chainOf(vault, id).map((step) => ({
        sequence: step.sequence,
        kind: step.kind,
        at: step.at,
        from: step.from,
        to: step.to,
        place: step.place,
        reason: step.reason,
        by: vault.officerName(step.by),
        recordedAt: step.recordedAt,
        hash: hashOf(step),
      })),
    };
  });

/** `temuan-2026.csv, 12`: the file it was read from and the row in it. */
function findNamed({ document }: DocumentSource, findId: string): string | undefined {
  const colon = findId.lastIndexOf(':');
  const fileName = document.imports[findId.slice(0, colon)]?.fileName;
  return fileName === undefined ? undefined : `${fileName}, ${findId.slice(colon + 1)}`;
}
