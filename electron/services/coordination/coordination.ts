import { agencyKey } from '../../../shared/domain/coordination/agency-name.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import type { Undo } from '../undo.ts';
import { type Commitments, createCommitments } from './commitments.ts';
import { createMeetings, type Meetings } from './meetings.ts';
import { createOperations, type Operations } from './operations.ts';

/** What prison and police do together: they meet, plan operations, and owe each other what they agreed. */
export interface Coordination {
  readonly meetings: Meetings;
  readonly operations: Operations;
  readonly commitments: Commitments;
  /** Names of agencies used so far, and this vault's own first. */
  agencies(): string[];
}

export function createCoordination(session: Session, undo: Undo, now: () => Date): Coordination {
  const clock = { now, today: (): string => prisonDay(now()) };
  return {
    meetings: createMeetings(session, undo, clock),
    operations: createOperations(session, undo, clock),
    commitments: createCommitments(session, undo, clock),
    agencies() {
      const vault = session.vault('coordination.read');
      const names = new Map<string, string>();
      const add = (name: string): void => {
        if (name.trim() !== '' && !names.has(agencyKey(name))) names.set(agencyKey(name), name.trim());
      };
      add(settingsOf(vault).agencyName);
      for (const { name } of living(vault, 'agencies')) add(name);
      for (const { attendees, actions } of living(vault, 'meetings'))
        for (const { agency } of [...attendees, ...actions]) add(agency);
      for (const { contacts, phases } of living(vault, 'operations'))
        for (const { agency } of [...contacts, ...phases.flatMap(({ tasks }) => tasks)]) add(agency);
      for (const { owedBy, owedTo } of living(vault, 'commitments')) [owedBy, owedTo].forEach(add);
      return [...names.values()];
    },
  };
}
