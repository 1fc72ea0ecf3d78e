import { type CaseDocument, type CaseSection, caseSections } from '../../../shared/domain/case-document.ts';

/** The content without what only parts that were not chosen would show, and the chosen parts in their order. */
export function onlySections(content: CaseDocument, chosen: readonly CaseSection[]): CaseDocument {
  const has = (...sections: readonly CaseSection[]): boolean => sections.some((section) => chosen.includes(section));
  const { findings, reports, ...rest } = content;
  // Lines of a chart may be as thick as there were visits.
  const keepsVisits = has('visits') || (has('chart') && content.view?.width === 'visits');
  return {
    ...rest,
    case: has('case') ? rest.case : { ...rest.case, purpose: '', legalBasis: '', notes: '' },
    links: has('chart', 'links') ? rest.links : [],
    ...(keepsVisits ? {} : { registers: [], visits: [] }),
    ...(findings !== undefined && has('findings') ? { findings } : {}),
    ...(reports !== undefined && has('reports') ? { reports } : {}),
    sections: caseSections.filter((section) => chosen.includes(section)),
  };
}
