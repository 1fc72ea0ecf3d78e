import type { Input } from '../../../shared/contract.ts';
import type { CaseFact, CaseFactFields } from '../../../shared/domain/casework/case-fact.ts';
import type { Hypothesis, HypothesisFields } from '../../../shared/domain/casework/hypothesis.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { nextNumber } from './numbering.ts';
import { createUndoable } from './undoable.ts';

/** Explanations of a case, what is known in it, and how each stands to the other. @throws SinergiError `not-found`, `conflict`, `case-closed` */
export interface Hypotheses {
  create(caseId: string, fields: HypothesisFields): Promise<Hypothesis>;
  change(input: Input<'hypotheses.change'>): Promise<{ undoId: string }>;
  remove(input: Input<'hypotheses.remove'>): Promise<{ undoId: string }>;
  createFact(caseId: string, fields: CaseFactFields): Promise<CaseFact>;
  changeFact(input: Input<'facts.change'>): Promise<{ undoId: string }>;
  /** @throws SinergiError `not-found` for a hypothesis of another case */
  judge(input: Input<'facts.judge'>): Promise<{ undoId: string }>;
  removeFact(input: Input<'facts.remove'>): Promise<{ undoId: string }>;
}

const ofHypotheses = { collection: 'hypotheses', verb: 'cases.write', name: 'hypothesis' } as const;
const ofFacts = { collection: 'caseFacts', verb: 'cases.write', name: 'fact' } as const;

export function createHypotheses(session: Session, undo: Undo): Hypotheses {
  const undoable = createUndoable(session, undo);
  const writing = () => session.vault('cases.write');

  return {
    async create(caseId, fields) {
      find(writing(), 'cases', caseId);
      return await writing().transact(
        { action: 'hypothesis.create', entity: 'cases', entityId: caseId },
        (transaction) =>
          transaction.create('hypotheses', { ...fields, caseId, number: nextNumber(writing(), 'hypotheses', caseId) }),
      );
    },
    async change({ id, version, fields }) {
      const { statement } = find(writing(), 'hypotheses', id);
      return await undoable.change(ofHypotheses, { id, version }, fields, { statement });
    },
    remove: (input) => undoable.remove(ofHypotheses, input),
    async createFact(caseId, fields) {
      find(writing(), 'cases', caseId);
      return await writing().transact({ action: 'fact.create', entity: 'cases', entityId: caseId }, (transaction) =>
        transaction.create('caseFacts', {
          ...fields,
          caseId,
          number: nextNumber(writing(), 'caseFacts', caseId),
          judgements: {},
        }),
      );
    },
    async changeFact({ id, version, fields }) {
      const { text, on, source, grade, isKey } = find(writing(), 'caseFacts', id);
      // A day that the form left out is a day the officer emptied.
      const complete = { on: undefined, ...fields };
      return await undoable.change(ofFacts, { id, version }, complete, { text, on, source, grade, isKey });
    },
    async judge({ id, version, hypothesisId, judgement }) {
      const vault = writing();
      const { caseId, judgements } = find(vault, 'caseFacts', id);
      if (find(vault, 'hypotheses', hypothesisId).caseId !== caseId)
        throw new SinergiError('not-found', { collection: 'hypotheses', id: hypothesisId });
      const { [hypothesisId]: _before, ...others } = judgements;
      const judged = judgement === null ? others : { ...others, [hypothesisId]: judgement };
      const place = { ...ofFacts, name: 'fact-judgement' };
      return await undoable.change(place, { id, version }, { judgements: judged }, { judgements });
    },
    removeFact: (input) => undoable.remove(ofFacts, input),
  };
}
