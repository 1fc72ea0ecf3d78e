import { takesTwo } from '../approval.ts';
import type { Id } from '../basics.ts';
import { caseReason, type PackRequest, type PackSource, type PreviewItem, sanitisedFrom } from './packing.ts';
import { previewCase, previewLink } from './preview-case.ts';
import { previewCoordination } from './preview-coordination.ts';
import { previewPerson, previewVisits } from './preview-person.ts';
import { previewFiles, previewReport } from './preview-report.ts';

/** Decides item by item what may go to an agency, what goes without some of its fields, and what stays. */
export function previewPackage(source: PackSource, request: PackRequest): PreviewItem[] {
  const cases = request.caseIds.flatMap((id) => source.cases[id] ?? []).filter(({ removed }) => removed === undefined);
  const going = cases.filter((file) => caseReason(file, request) === null);
  const secretPeople = new Set<Id>();
  const peopleIds = new Set(request.personIds);
  for (const file of cases)
    for (const { personId } of file.members) {
      if (going.includes(file)) peopleIds.add(personId);
      if (takesTwo(file.marking, sanitisedFrom)) secretPeople.add(personId);
    }
  const people = [...peopleIds]
    .flatMap((id) => source.people[id] ?? [])
    .filter(({ removed }) => removed === undefined)
    .map((person) => previewPerson(person, source, request, secretPeople.has(person.id)));
  const sent = new Set(people.flatMap(({ id, outcome }) => (outcome === 'stays' ? [] : [id])));
  const named = (id: Id): string => source.people[id]?.name ?? '';
  const files = cases.map((file) => previewCase(file, request, sent));
  const links = [...source.links]
    .filter((link) => link.removed === undefined && cases.some(({ id }) => id === link.caseId))
    .map((link) => previewLink(link, source, request, sent, `${named(link.from)} – ${named(link.to)}`));
  const visits = [...source.visitsAmong(sent)].map((pair) =>
    previewVisits(pair, request, `${named(pair.visitorId)} → ${named(pair.inmateId)}`),
  );
  const reports = [...source.reports]
    .filter(({ removed }) => removed === undefined)
    .filter(({ id, caseIds }) => request.reportIds.includes(id) || cases.some((file) => caseIds.includes(file.id)))
    .map((report) => ({ report, preview: previewReport(report, source, request, { going, sent }) }));
  const attached = request.withFiles ? previewFiles(source, request, { people, reports }) : [];
  const joint = previewCoordination(source, request, going);
  return [...files, ...people, ...links, ...visits, ...reports.map(({ preview }) => preview), ...attached, ...joint];
}
