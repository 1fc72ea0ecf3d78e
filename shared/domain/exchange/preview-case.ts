import { takesTwo } from '../approval.ts';
import type { Id } from '../basics.ts';
import type { Case, Member } from '../case.ts';
import type { Link } from '../link.ts';
import {
  caseReason,
  conditional,
  decided,
  handlingOf,
  originReason,
  type PackRequest,
  type PackSource,
  type PreviewItem,
  sanitisedFrom,
  wireOrigins,
} from './packing.ts';

export function previewCase(file: Case, request: PackRequest, sent: ReadonlySet<Id>): PreviewItem {
  const { id, number, title, marking, purpose, legalBasis, notes, reviewOn, status, version } = file;
  return decided({ type: 'case', id, label: `${number} ${title}` }, caseReason(file, request), () => {
    const origins = file.origins ?? [];
    const guarded = takesTwo(marking, sanitisedFrom) || conditional(file.handling, origins);
    const withheld = new Set<string>();
    if (guarded && notes !== '') withheld.add('notes');
    if (file.members.some(({ personId }) => !sent.has(personId))) withheld.add('members');
    const members = file.members
      .filter(({ personId }) => sent.has(personId))
      .map((member) => packMember(member, request, guarded, withheld));
    const fields = {
      title,
      marking,
      purpose,
      legalBasis,
      notes: guarded ? '' : notes,
      reviewOn,
      number,
      status,
      members,
    };
    const handling = handlingOf(file.handling, origins, request);
    return {
      item: { type: 'case', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: [...withheld],
    };
  });
}

/** An allegation that nobody renewed has lapsed: it is not passed on. */
function packMember(member: Member, request: PackRequest, guarded: boolean, withheld: Set<string>) {
  const { personId, note, allegation } = member;
  const lapsed = allegation !== undefined && allegation.reviewOn < request.today;
  if (lapsed) withheld.add('allegation');
  if (guarded && note !== '') withheld.add('member-note');
  if (guarded && allegation !== undefined && !lapsed) withheld.add('allegation-source');
  const part = lapsed && member.part === 'supplier' ? 'other' : member.part;
  return {
    personId,
    part,
    note: guarded ? '' : note,
    ...(allegation === undefined || lapsed
      ? {}
      : { allegation: guarded ? { ...allegation, source: request.ownName } : allegation }),
  };
}

export function previewLink(
  link: Link,
  source: PackSource,
  request: PackRequest,
  sent: ReadonlySet<Id>,
  label: string,
): PreviewItem {
  const { id, caseId, version, from, to, kind, directed, since, until, status, grade } = link;
  const file = source.cases[caseId];
  const origins = link.origins ?? [];
  const reason =
    (file === undefined ? 'end-stays' : caseReason(file, request)) ??
    originReason(origins, request.recipient.agencyId) ??
    (sent.has(from) && sent.has(to) ? null : 'end-stays');
  return decided({ type: 'link', id, label }, reason, () => {
    const guarded =
      (file !== undefined && takesTwo(file.marking, sanitisedFrom)) || conditional(link.handling, origins);
    const withheld = guarded ? ['sources', ...(link.note === '' ? [] : ['note'])] : [];
    const fields = {
      from,
      to,
      kind,
      directed,
      status,
      grade,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      sources: guarded ? [request.ownName] : [...link.sources],
      note: guarded ? '' : link.note,
    };
    const handling = handlingOf(link.handling, origins, request);
    return {
      item: { type: 'link', id, caseId, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld,
    };
  });
}
