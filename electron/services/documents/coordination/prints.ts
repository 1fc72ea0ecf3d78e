import type { Id } from '../../../../shared/domain/basics.ts';
import type { Commitment } from '../../../../shared/domain/coordination/commitment.ts';
import { barredWords, commitmentWithout, meetingWithout } from '../../../../shared/domain/exchange/agreed-words.ts';
import { actionBar, type Origin } from '../../../../shared/domain/exchange/origin.ts';
import { SinergiError } from '../../../../shared/errors.ts';
import type { VaultPort } from '../../../vault/port.ts';
import { commitmentsOf } from '../../coordination/commitments.ts';
import { casesOf } from '../../coordination/cases-of.ts';
import { find } from '../../records.ts';
import { settingsOf } from '../../settings.ts';
import type { Copy, Exported, Release } from '../release.ts';
import type { CommitmentsReport } from './commitments-report.ts';
import type { MeetingMinutes } from './meeting-minutes.ts';
import type { OperationPlan } from './operation-plan.ts';

/** What of coordination is printed. @throws SinergiError as `exportCase`; `originator-agreement` for what may not be acted upon */
export interface CoordinationPrints {
  /** The minutes of a meeting. */
  meetingMinutes(request: Copy & { readonly id: Id }): Promise<Exported>;
  /** The plan of an operation. */
  operationPlan(request: Copy & { readonly id: Id }): Promise<Exported>;
  /** What agencies owe each other; its marking takes no second officer. */
  commitmentsReport(request: Pick<Copy, 'language' | 'path'>): Promise<Exported>;
}

export function createCoordinationPrints(release: Release, today: () => string): CoordinationPrints {
  return {
    meetingMinutes: ({ id, ...copy }) =>
      release(copy, {
        verb: 'coordination.read',
        gather: (vault) => gatherMinutes(vault, id, today()),
        act: ({ meeting: { marking } }) => ({
          kind: 'release-coordination',
          collection: 'meetings',
          recordId: id,
          marking,
        }),
        job: (content, exportLine, fonts) => ({ kind: 'meeting', content, exportLine, fonts }),
        note: { action: 'meeting.print', entity: 'meetings', entityId: id },
      }),
    operationPlan: ({ id, ...copy }) =>
      release(copy, {
        verb: 'coordination.read',
        gather: (vault) => gatherPlan(vault, id, today()),
        act: ({ operation: { marking } }) => ({
          kind: 'release-coordination',
          collection: 'operations',
          recordId: id,
          marking,
        }),
        job: (content, exportLine, fonts) => ({ kind: 'operation', content, exportLine, fonts }),
        note: { action: 'operation.print', entity: 'operations', entityId: id },
      }),
    commitmentsReport: (copy) =>
      release(
        { ...copy, recipient: '', copyNumber: 1 },
        {
          verb: 'coordination.read',
          gather: (vault) => gatherCommitments(vault, today()),
          act: () => null,
          job: (content, exportLine, fonts) => ({ kind: 'commitments', content, exportLine, fonts }),
          note: { action: 'commitment.print', entity: 'vault' },
        },
      ),
  };
}

const isBarred = (origin: Origin): boolean => actionBar(origin) !== null;

/** @throws SinergiError `originator-agreement` */
function requireAgreed(origins: readonly Origin[] | undefined): void {
  const barring = origins?.find((origin) => origin.whole && isBarred(origin));
  if (barring !== undefined) throw new SinergiError('originator-agreement', { agency: barring.agency });
}

/** @throws SinergiError `not-found`, `originator-agreement` */
export function gatherMinutes(vault: VaultPort, id: Id, today: string): MeetingMinutes {
  const held = find(vault, 'meetings', id);
  requireAgreed(held.origins);
  const meeting = meetingWithout(held, barredWords(held.origins, isBarred));
  const { approved, corrections } = meeting;
  return {
    agency: settingsOf(vault).agencyName,
    today,
    meeting,
    cases: casesOf(vault, meeting.caseIds),
    approvedBy: approved === undefined ? null : (approved.agency ?? vault.officerName(approved.by)),
    corrections: corrections.map(({ at, by, agency, text }) => ({ at, by: agency ?? vault.officerName(by), text })),
  };
}

/** @throws SinergiError `not-found`, `originator-agreement` */
export function gatherPlan(vault: VaultPort, id: Id, today: string): OperationPlan {
  const operation = find(vault, 'operations', id);
  requireAgreed(operation.origins);
  return { agency: settingsOf(vault).agencyName, today, operation, cases: casesOf(vault, operation.caseIds) };
}

/** Without what its originator has not agreed to act upon, or took back. */
export function gatherCommitments(vault: VaultPort, today: string): CommitmentsReport {
  const usable = (commitment: Commitment): readonly Commitment[] =>
    commitment.origins?.some((origin) => origin.whole && isBarred(origin)) === true
      ? []
      : [commitmentWithout(commitment, barredWords(commitment.origins, isBarred))];
  return { agency: settingsOf(vault).agencyName, today, ...commitmentsOf(vault, today, usable) };
}
