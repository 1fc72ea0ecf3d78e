import type { Id } from '../../../shared/domain/basics.ts';
import type { CaseDocument } from '../../../shared/domain/case-document.ts';
import { SinergiError } from '../../../shared/errors.ts';

/**
 * What of a case is about one person: who they are, whom they are linked to or visit, what was found and reported of them.
 * Hypotheses, tasks and decisions are about the case and stay in it.
 *
 * @param reportNumbers reports that name the person
 * @throws SinergiError `not-found` when the person is not shown in the case
 */
export function subjectProfile(whole: CaseDocument, personId: Id, reportNumbers: ReadonlySet<string>): CaseDocument {
  if (!whole.subjects.some((subject) => subject.personId === personId))
    throw new SinergiError('not-found', { collection: 'people', id: personId });
  const links = whole.links.filter(({ from, to }) => from === personId || to === personId);
  const visits = whole.visits.filter(({ visitorId, inmateId }) => visitorId === personId || inmateId === personId);
  const around = new Set([
    personId,
    ...links.flatMap(({ from, to }) => [from, to]),
    ...visits.flatMap(({ visitorId, inmateId }) => [visitorId, inmateId]),
  ]);
  const findings = whole.findings?.filter(({ subjects }) => subjects.includes(personId)) ?? [];
  const reports = whole.reports?.filter(({ number }) => reportNumbers.has(number)) ?? [];
  const exhibits = whole.exhibits?.filter((exhibit) => exhibit.personId === personId) ?? [];
  const { hypotheses: _h, facts: _f, gaps: _g, tasks: _t, decisions: _d, ...rest } = whole;
  const { findings: _n, reports: _r, exhibits: _e, ...base } = rest;
  return {
    ...base,
    profileOf: personId,
    subjects: whole.subjects.filter((subject) => around.has(subject.personId)),
    links,
    visits,
    positions: Object.fromEntries(Object.entries(whole.positions).filter(([id]) => around.has(id))),
    ...(findings.length === 0
      ? {}
      : { findings: findings.map((each) => ({ ...each, subjects: each.subjects.filter((id) => around.has(id)) })) }),
    ...(reports.length === 0 ? {} : { reports }),
    ...(exhibits.length === 0 ? {} : { exhibits }),
  };
}
