import type { Input } from '../../../shared/contract.ts';
import type { MeetingRow, MeetingView } from '../../../shared/contract/coordination.ts';
import {
  type ActionFields,
  type FollowUp,
  isOverdue,
  type Meeting,
  type MeetingAction,
  type MeetingFields,
} from '../../../shared/domain/coordination/meeting.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { newId } from '../../vault/ids.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createUndoable } from '../casework/undoable.ts';
import { find, living } from '../records.ts';
import { casesOf } from './cases-of.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

/** Meetings of agencies, their minutes, and what became of what was agreed. @throws SinergiError `not-found`, `conflict` */
export interface Meetings {
  /** Newest first. */
  list(): MeetingRow[];
  get(id: string): MeetingView;
  /** @throws SinergiError `not-found` for a case the officer must not know of */
  create(fields: MeetingFields): Promise<Meeting>;
  /** @throws SinergiError `minutes-fixed` */
  change(input: Input<'meetings.change'>): Promise<{ undoId: string }>;
  /** @throws SinergiError `minutes-fixed` */
  remove(input: Input<'meetings.remove'>): Promise<{ undoId: string }>;
  /** @throws SinergiError `minutes-fixed` when they are approved already */
  approve(input: Input<'meetings.approve'>): Promise<Meeting>;
  /** @throws SinergiError `minutes-open` while they can simply be changed */
  correct(input: Input<'meetings.correct'>): Promise<Meeting>;
  /** @throws SinergiError `outcome-required` */
  followUp(input: Input<'meetings.followUp'>): Promise<{ undoId: string }>;
}

const place = { collection: 'meetings', verb: 'coordination.write', name: 'meeting' } as const;

export function createMeetings(session: Session, undo: Undo, clock: { now(): Date; today(): string }): Meetings {
  const undoable = createUndoable(session, undo);
  const at = (): string => clock.now().toISOString();

  /** Actions there already keep what was said of them; the others begin. */
  function merged(before: readonly MeetingAction[], fields: readonly ActionFields[]): MeetingAction[] {
    return fields.map(({ id, ...agreed }) => {
      const old = before.find((action) => action.id === id);
      return old === undefined
        ? { ...agreed, id: newId(clock.now().getTime()), state: 'open', outcome: '', history: [] }
        : { ...old, ...agreed };
    });
  }

  /** Everybody present as an officer is one of this vault. @throws SinergiError `officer-unknown` */
  function requireOfficers(vault: VaultPort, { attendees }: MeetingFields): void {
    const known = new Set(vault.officers.list().map(({ id }) => id));
    if (attendees.some(({ officerId }) => officerId !== undefined && !known.has(officerId)))
      throw new SinergiError('officer-unknown');
  }

  function requireCases(vault: VaultPort, caseIds: readonly string[] = []): void {
    for (const id of caseIds) find(vault, 'cases', id);
  }

  return {
    list() {
      const vault = session.vault('coordination.read');
      return [...living(vault, 'meetings')]
        .sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? 1 : -1))
        .map(({ id, title, day, time, place: where, marking, approved, actions }) => ({
          id,
          title,
          day,
          time,
          place: where,
          marking,
          approved: approved !== undefined,
          actions: actions.length,
          open: actions.filter(({ state }) => state === 'open').length,
          overdue: actions.filter((action) => isOverdue(action, clock.today())).length,
        }));
    },
    get(id) {
      const vault = session.vault('coordination.read');
      const meeting = find(vault, 'meetings', id);
      const acted = [
        ...(meeting.approved === undefined ? [] : [meeting.approved]),
        ...meeting.corrections,
        ...meeting.actions.flatMap(({ history }) => history),
      ].map(({ by }) => by);
      return {
        meeting,
        cases: casesOf(vault, meeting.caseIds),
        officers: Object.fromEntries([...new Set(acted)].map((by) => [by, vault.officerName(by)])),
        commitments: [...living(vault, 'commitments')]
          .filter(({ source }) => source.kind === 'meeting' && source.meetingId === id)
          .map(({ id: commitmentId, what, owedBy, owedTo }) => ({ id: commitmentId, what, owedBy, owedTo })),
      };
    },
    async create(fields) {
      const vault = session.vault('coordination.write');
      requireOfficers(vault, fields);
      requireCases(vault, fields.caseIds);
      return await vault.transact({ action: 'meeting.create', entity: 'meetings' }, (transaction) =>
        transaction.create('meetings', { ...fields, actions: merged([], fields.actions), corrections: [] }),
      );
    },
    async change({ id, version, fields }) {
      const vault = session.vault('coordination.write');
      const before = find(vault, 'meetings', id);
      requireOfficers(vault, fields);
      requireCases(
        vault,
        fields.caseIds?.filter((caseId) => before.caseIds?.includes(caseId) !== true),
      );
      const {
        title,
        day,
        time,
        place: where,
        marking,
        handling,
        agenda,
        attendees,
        minutes,
        decisions,
        actions,
        caseIds = [],
      } = before;
      return await undoable.change(
        place,
        { id, version },
        { ...fields, caseIds: fields.caseIds ?? [], actions: merged(actions, fields.actions) },
        { title, day, time, place: where, marking, handling, agenda, attendees, minutes, decisions, actions, caseIds },
      );
    },
    remove: (input) => undoable.remove(place, input),
    async approve({ id, version }) {
      const vault = session.vault('coordination.write');
      find(vault, 'meetings', id);
      const approved = { at: at(), by: vault.actor.officerId };
      return await vault.transact({ action: 'meeting.approve', entity: 'meetings', entityId: id }, (transaction) =>
        transaction.change('meetings', id, version, { approved }),
      );
    },
    async correct({ id, version, text }) {
      const vault = session.vault('coordination.write');
      const { approved, corrections } = find(vault, 'meetings', id);
      if (approved === undefined) throw new SinergiError('minutes-open');
      const correction = { at: at(), by: vault.actor.officerId, text };
      return await vault.transact({ action: 'meeting.correct', entity: 'meetings', entityId: id }, (transaction) =>
        transaction.change('meetings', id, version, { corrections: [...corrections, correction] }),
      );
    },
    async followUp({ id, version, actionId, followUp }) {
      const vault = session.vault('coordination.write');
      const { actions } = find(vault, 'meetings', id);
      if (!actions.some((action) => action.id === actionId))
        throw new SinergiError('not-found', { collection: 'meetings', id: actionId });
      const step = { ...followUp, at: at(), by: vault.actor.officerId };
      const followed = actions.map((action) => (action.id === actionId ? stepped(action, followUp, step) : action));
      return await undoable.change(
        { ...place, name: 'meeting-action' },
        { id, version },
        { actions: followed },
        { actions },
      );
    },
  };
}

/** The action as it stands after one more word on it. */
function stepped(
  { id, what, who, agency, dueOn, history }: MeetingAction,
  followUp: FollowUp,
  step: MeetingAction['history'][number],
): MeetingAction {
  return { id, what, who, agency, dueOn, ...followUp, history: [...history, step] };
}
