import type { Casework as CaseworkView } from '../../../shared/contract/casework.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { find, living } from '../records.ts';
import { createDecisions, decisionRows, type Decisions } from './decisions.ts';
import { createHypotheses, type Hypotheses } from './hypotheses.ts';
import { byNumber } from './numbering.ts';
import { createSimilarCases, type SimilarCases } from './similar.ts';
import { createTasks, ownersOf, taskRows, type Tasks } from './tasks.ts';

/** The thinking and doing of a case, as against what it knows of people. */
export interface Casework {
  readonly hypotheses: Hypotheses;
  readonly tasks: Tasks;
  readonly decisions: Decisions;
  readonly similar: SimilarCases;
  /** @throws SinergiError `not-found` */
  get(caseId: string): CaseworkView;
}

export function createCasework(session: Session, undo: Undo, now: () => Date): Casework {
  return {
    hypotheses: createHypotheses(session, undo),
    tasks: createTasks(session, undo),
    decisions: createDecisions(session, now),
    similar: createSimilarCases(session),
    get(caseId) {
      const vault = session.vault('cases.read');
      const file = find(vault, 'cases', caseId);
      const here = ({ caseId: of }: { readonly caseId: string }): boolean => of === caseId;
      return {
        hypotheses: [...living(vault, 'hypotheses')].filter(here).sort(byNumber),
        facts: [...living(vault, 'caseFacts')].filter(here).sort(byNumber),
        gaps: [...living(vault, 'gaps')].filter(here).sort(byNumber),
        tasks: taskRows(vault).filter(({ task }) => here(task)),
        decisions: decisionRows(vault, caseId),
        owners: ownersOf(vault, file),
      };
    },
  };
}
