import { takesTwo } from '../approval.ts';
import type { Id } from '../basics.ts';
import type { Case } from '../case.ts';
import type { Commitment } from '../coordination/commitment.ts';
import type { Meeting, MeetingAction } from '../coordination/meeting.ts';
import type { Operation } from '../coordination/operation.ts';
import { barredWords, commitmentWithout, meetingWithout } from './agreed-words.ts';
import type { ActionItem } from './coordination-items.ts';
import { releaseBar } from './origin.ts';
import {
  above,
  caseReason,
  conditional,
  decided,
  handlingOf,
  originReason,
  type PackRequest,
  type PackSource,
  type PreviewItem,
  sanitisedFrom,
  type StayReason,
  wireOrigins,
} from './packing.ts';

/** Meetings with what was committed to in them, operations, and commitments named one by one. */
export function previewCoordination(
  source: PackSource,
  request: PackRequest,
  going: readonly Case[],
): readonly PreviewItem[] {
  const meetings = request.meetingIds
    .flatMap((id) => source.meetings[id] ?? [])
    .filter(({ removed }) => removed === undefined)
    .map((meeting) => previewMeeting(meeting, source, request, going));
  const operations = request.operationIds
    .flatMap((id) => source.operations[id] ?? [])
    .filter(({ removed }) => removed === undefined)
    .map((operation) => previewOperation(operation, source, request, going));
  const sent = new Set(meetings.flatMap(({ id, outcome }) => (outcome === 'stays' ? [] : [id])));
  const commitments = [...source.commitments]
    .filter(({ removed }) => removed === undefined)
    .filter(
      ({ id, source: from }) =>
        request.commitmentIds.includes(id) || (from.kind === 'meeting' && request.meetingIds.includes(from.meetingId)),
    )
    .map((commitment) => previewCommitment(commitment, source, request, sent));
  return [...meetings, ...operations, ...commitments];
}

const isWhole = ({ whole }: { readonly whole: boolean }): boolean => whole;

/** Words of others, within what is ours, that they have not agreed to pass on to this agency. */
const keptBack = (origins: Meeting['origins'], { recipient }: PackRequest): ReadonlySet<string> =>
  barredWords(origins, (origin) => !origin.whole && releaseBar(origin, recipient.agencyId) !== null);

/** Why neither a meeting nor anything that names it may go: what is about a case that may not go would tell of it. */
function meetingReason(
  { marking, caseIds, origins = [] }: Meeting,
  source: PackSource,
  request: PackRequest,
): StayReason | null {
  const { ceiling, agencyId } = request.recipient;
  if (above(marking, ceiling)) return 'marking';
  return originReason(origins.filter(isWhole), agencyId) ?? caseBar(caseIds, source, request);
}

const caseBar = (
  caseIds: readonly Id[] | undefined,
  { cases }: PackSource,
  request: PackRequest,
): StayReason | null => {
  const about = (caseIds ?? []).flatMap((id) => cases[id] ?? []);
  return about.some((file) => file.removed === undefined && caseReason(file, request) !== null) ? 'case-stays' : null;
};

function previewMeeting(
  meeting: Meeting,
  source: PackSource,
  request: PackRequest,
  going: readonly Case[],
): PreviewItem {
  const { id, title, day, approved, origins = [] } = meeting;
  const about = { type: 'meeting', id, label: `${title} (${day})` } as const;
  return decided(about, approved === undefined ? 'not-approved' : meetingReason(meeting, source, request), () => {
    const guarded = takesTwo(meeting.marking, sanitisedFrom) || conditional(meeting.handling, origins);
    const barred = keptBack(origins, request);
    const { actions, corrections } = meetingWithout(meeting, barred);
    const withheld = new Set<string>(barred.size === 0 ? [] : ['words']);
    if (guarded && meeting.minutes !== '') withheld.add('minutes');
    if (guarded && corrections.length > 0) withheld.add('corrections');
    const caseIds = (meeting.caseIds ?? []).filter((caseId) => going.some((file) => file.id === caseId));
    if (caseIds.length < (meeting.caseIds ?? []).length) withheld.add('cases');
    const fields = {
      title,
      day,
      time: meeting.time,
      place: meeting.place,
      marking: meeting.marking,
      agenda: meeting.agenda,
      attendees: meeting.attendees.map(({ name, rank, agency }) => ({ name, rank, agency })),
      minutes: guarded ? '' : meeting.minutes,
      decisions: meeting.decisions,
      caseIds,
      actions: actions.map((action) => actionItem(action, request)),
      approved: { at: approved?.at ?? meeting.changedAt, agency: approved?.agency ?? request.ownName },
      corrections: guarded ? [] : corrections.map(({ at, agency = request.ownName, text }) => ({ at, agency, text })),
    };
    const shape = { version: meeting.version, handling: handlingOf(meeting.handling, origins, request) };
    const item = { type: 'meeting', id, ...shape, origins: wireOrigins(origins), withheld: [], fields } as const;
    return { item: { ...item, withheld: [] }, withheld: [...withheld] };
  });
}

function actionItem({ id, what, who, agency, dueOn, history }: MeetingAction, { ownName }: PackRequest): ActionItem {
  const last = history.at(-1);
  const agreed = { id, what, who, agency, dueOn };
  if (last === undefined) return { ...agreed, word: null };
  const { state, outcome, settledOn, at } = last;
  const followUp = { state, outcome, ...(settledOn === undefined ? {} : { settledOn }) };
  return { ...agreed, word: { at, agency: last.agency ?? ownName, followUp } };
}

function operationReason(operation: Operation, source: PackSource, request: PackRequest): StayReason | null {
  if (above(operation.marking, request.recipient.ceiling)) return 'marking';
  return (
    originReason(operation.origins ?? [], request.recipient.agencyId) ?? caseBar(operation.caseIds, source, request)
  );
}

function previewOperation(
  operation: Operation,
  source: PackSource,
  request: PackRequest,
  going: readonly Case[],
): PreviewItem {
  const { id, name, version, marking, origins = [] } = operation;
  const about = { type: 'operation', id, label: name } as const;
  return decided(about, operationReason(operation, source, request), () => {
    const guarded = takesTwo(marking, sanitisedFrom) || conditional(operation.handling, origins);
    const withheld = new Set<string>();
    for (const part of ['risks', 'notes'] as const) if (guarded && operation[part] !== '') withheld.add(part);
    const caseIds = operation.caseIds.filter((caseId) => going.some((file) => file.id === caseId));
    if (caseIds.length < operation.caseIds.length) withheld.add('cases');
    const fields = {
      name,
      purpose: operation.purpose,
      legalBasis: operation.legalBasis,
      marking,
      phases: operation.phases,
      contacts: operation.contacts,
      caseIds,
      risks: guarded ? '' : operation.risks,
      notes: guarded ? '' : operation.notes,
      state: operation.state,
      outcome: operation.outcome,
    };
    const handling = handlingOf(operation.handling, origins, request);
    return {
      item: { type: 'operation', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: [...withheld],
    };
  });
}

function previewCommitment(
  commitment: Commitment,
  source: PackSource,
  request: PackRequest,
  sent: ReadonlySet<Id>,
): PreviewItem {
  const { id, version, what, owedBy, owedTo, schedule, origins = [] } = commitment;
  const from = commitment.source;
  const about = { type: 'commitment', id, label: `${what} (${owedBy} → ${owedTo})` } as const;
  const meeting = from.kind === 'meeting' ? source.meetings[from.meetingId] : undefined;
  const title = from.kind === 'agreement' ? from.title : (meeting?.title ?? what).slice(0, 300);
  const reason =
    meeting !== undefined && meetingReason(meeting, source, request) !== null
      ? 'end-stays'
      : originReason(origins.filter(isWhole), request.recipient.agencyId);
  return decided(about, reason, () => {
    const barred = keptBack(origins, request);
    const { settlements } = commitmentWithout(commitment, barred);
    const fields = {
      what,
      owedBy,
      owedTo,
      schedule,
      source: { meetingId: meeting !== undefined && sent.has(meeting.id) ? meeting.id : null, title },
      settlements: settlements.map(({ dueOn, state, evidence, at, agency = request.ownName }) => ({
        dueOn,
        state,
        evidence,
        at,
        agency,
      })),
    };
    const handling = handlingOf(commitment.handling, origins, request);
    return {
      item: { type: 'commitment', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: barred.size === 0 ? [] : ['words'],
    };
  });
}
