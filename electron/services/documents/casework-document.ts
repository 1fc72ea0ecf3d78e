import type { CaseDocument } from '../../../shared/domain/case-document.ts';
import { byUrgency } from '../../../shared/domain/casework/task.ts';
import type { VaultPort } from '../../vault/port.ts';
import { decisionRows } from '../casework/decisions.ts';
import { byNumber } from '../casework/numbering.ts';
import { living } from '../records.ts';

/** The case work of a case as its document shows it; what there is none of is not there. */
export function gatherCasework(
  vault: Pick<VaultPort, 'document' | 'officerName' | 'vaultId' | 'officers'>,
  caseId: string,
): Pick<CaseDocument, 'hypotheses' | 'facts' | 'gaps' | 'tasks' | 'decisions'> {
  const here = ({ caseId: of }: { readonly caseId: string }): boolean => of === caseId;
  const hypotheses = [...living(vault, 'hypotheses')].filter(here).sort(byNumber);
  const known = new Set(hypotheses.map(({ id }) => id));
  const facts = [...living(vault, 'caseFacts')].filter(here).sort(byNumber);
  const gaps = [...living(vault, 'gaps')].filter(here).sort(byNumber);
  const tasks = [...living(vault, 'tasks')].filter(here).sort(byUrgency);
  const decisions = decisionRows(vault, caseId);
  const numberOf = new Map(decisions.map(({ decision: { id, number } }) => [id, number]));
  return {
    ...(hypotheses.length === 0
      ? {}
      : { hypotheses: hypotheses.map(({ id, number, statement }) => ({ id, number, statement })) }),
    ...(facts.length === 0
      ? {}
      : {
          facts: facts.map(({ id, number, text, on, source, grade, isKey, judgements }) => ({
            id,
            number,
            text,
            ...(on === undefined ? {} : { on }),
            source,
            grade,
            isKey,
            judgements: Object.fromEntries(Object.entries(judgements).filter(([hypothesis]) => known.has(hypothesis))),
          })),
        }),
    ...(gaps.length === 0 ? {} : { gaps: gaps.map(({ number, question, answer }) => ({ number, question, answer })) }),
    ...(tasks.length === 0
      ? {}
      : {
          tasks: tasks.map(({ what, owner, dueOn, bringForwardOn, state, gapId, outcome }) => ({
            what,
            owner: vault.officerName(owner),
            dueOn,
            bringForwardOn,
            state,
            gap: gaps.find(({ id }) => id === gapId)?.number ?? null,
            outcome,
          })),
        }),
    ...(decisions.length === 0
      ? {}
      : {
          decisions: decisions.map(({ decision, byName, genuine }) => ({
            number: decision.number,
            kind: decision.kind,
            what: decision.what,
            reason: decision.reason,
            alternatives: [...decision.alternatives],
            corrects: decision.corrects === undefined ? null : (numberOf.get(decision.corrects) ?? null),
            by: byName,
            at: decision.at,
            genuine,
          })),
        }),
  };
}
