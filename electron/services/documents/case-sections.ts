import {
  type CaseDocument,
  type CaseSection,
  caseSections,
  type DocumentFact,
} from '../../../shared/domain/case-document.ts';

/** The content without what only parts that were not chosen would show, and the chosen parts in their order. */
export function onlySections(content: CaseDocument, chosen: readonly CaseSection[]): CaseDocument {
  const has = (...sections: readonly CaseSection[]): boolean => sections.some((section) => chosen.includes(section));
  const { findings, reports, exhibits, hypotheses, facts, gaps, tasks, decisions, ...rest } = content;
  const { closing: _, ...unsaid } = rest.case;
  // Lines of a chart may be as thick as there were visits.
  const keepsVisits = has('visits', 'matrix', 'timeline') || (has('chart') && content.view?.width === 'visits');
  return {
    ...rest,
    case: has('case') ? rest.case : { ...unsaid, purpose: '', legalBasis: '', notes: '' },
    links: has('chart', 'matrix', 'timeline', 'links') ? rest.links : [],
    ...(keepsVisits ? {} : { registers: [], visits: [] }),
    ...(findings !== undefined && has('findings') ? { findings } : {}),
    ...(reports !== undefined && has('reports') ? { reports } : {}),
    ...(hypotheses !== undefined && has('hypotheses') ? { hypotheses } : {}),
    ...(facts === undefined ? {} : keptFacts(facts, has('hypotheses'), has('facts'))),
    ...(gaps !== undefined && has('tasks') ? { gaps } : {}),
    ...(tasks !== undefined && has('tasks') ? { tasks } : {}),
    ...(decisions !== undefined && has('decisions') ? { decisions } : {}),
    ...(exhibits !== undefined && has('evidence') ? { exhibits } : {}),
    sections: caseSections.filter((section) => chosen.includes(section)),
  };
}

/** The matrix shows every fact with how it was judged, the key facts show themselves alone. */
function keptFacts(facts: readonly DocumentFact[], matrix: boolean, key: boolean): Pick<CaseDocument, 'facts'> {
  if (matrix) return { facts: [...facts] };
  return key ? { facts: facts.filter(({ isKey }) => isKey).map((fact) => ({ ...fact, judgements: {} })) } : {};
}
