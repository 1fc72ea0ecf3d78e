import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function caseworkHandlers({ casework, today }: Services) {
  const { hypotheses, tasks, decisions, similar } = casework;
  return {
    'casework.get': async ({ caseId }) => casework.get(caseId),
    'hypotheses.create': ({ caseId, fields }) => hypotheses.create(caseId, fields),
    'hypotheses.change': (input) => hypotheses.change(input),
    'hypotheses.remove': (input) => hypotheses.remove(input),
    'facts.create': ({ caseId, fields }) => hypotheses.createFact(caseId, fields),
    'facts.change': (input) => hypotheses.changeFact(input),
    'facts.judge': (input) => hypotheses.judge(input),
    'facts.remove': (input) => hypotheses.removeFact(input),
    'gaps.create': ({ caseId, fields }) => tasks.createGap(caseId, fields),
    'gaps.change': (input) => tasks.changeGap(input),
    'gaps.remove': (input) => tasks.removeGap(input),
    'tasks.list': async (query) => tasks.list(query),
    'tasks.create': ({ caseId, fields }) => tasks.create(caseId, fields),
    'tasks.change': (input) => tasks.change(input),
    'decisions.add': ({ caseId, fields }) => decisions.add(caseId, fields),
    'cases.review': (input) => decisions.review(input),
    'cases.close': (input) => decisions.close(input),
    'cases.reopen': (input) => decisions.reopen(input),
    'cases.similar': ({ caseId }) => similar.of(caseId),
    'today.get': () => today.get(),
  } satisfies Partial<Handlers>;
}
