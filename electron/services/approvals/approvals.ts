import { may } from '../../../shared/domain/access.ts';
import { type Act, type Approval, type ApprovalRow, approvalVerbs, takesTwo } from '../../../shared/domain/approval.ts';
import type { Marking } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { isGenuine, signDecision, signRequest } from './statements.ts';

/** Acts that take two officers: one asks, another one approves, both sign, and an approval is good for one act. */
export interface Approvals {
  /** Own requests, and those this officer may decide; newest first. */
  list(): readonly ApprovalRow[];
  /** @throws SinergiError `not-found`, `not-allowed` */
  request(act: { kind: 'release-case'; caseId: string }, reason: string): Promise<ApprovalRow>;
  /** @throws SinergiError `approval-own`, `approval-decided`, `not-allowed`, `not-found` */
  decide(id: string, outcome: 'approved' | 'refused', reason: string): Promise<ApprovalRow>;
  /**
   * The approval under which this officer may do this now, or null when it takes no second officer: below the marking,
   * or when nobody else in the vault could approve.
   *
   * @throws SinergiError `approval-required`
   */
  forRelease(vault: VaultPort, caseId: string, marking: Marking): Approval | null;
  /** The act is being done. */
  use(approval: Approval): Promise<void>;
}

export function createApprovals(session: Session, now: () => Date): Approvals {
  const word = (vault: VaultPort, reason: string) => ({
    by: vault.actor.officerId,
    at: now().toISOString(),
    reason: reason.trim(),
  });

  /** Somebody else who could say yes today. */
  const hasApprover = (vault: VaultPort, kind: Act['kind']): boolean =>
    vault.officers
      .list()
      .some(
        ({ id, status, roles }) =>
          id !== vault.actor.officerId && status === 'active' && may(roles, approvalVerbs[kind]),
      );

  function rowOf(vault: GuardedVault, approval: Approval): ApprovalRow {
    const { id, act, request, decision, usedAt } = approval;
    const { officerId, roles } = vault.actor;
    return {
      id,
      act,
      subject: act.kind === 'release-case' ? (vault.document.cases[act.caseId]?.number ?? '') : '',
      state: usedAt === undefined ? (decision?.outcome ?? 'waiting') : 'used',
      requestedBy: vault.officerName(request.by),
      requestedAt: request.at,
      reason: request.reason,
      decidedBy: decision === undefined ? null : vault.officerName(decision.by),
      decidedAt: decision?.at ?? null,
      decisionReason: decision?.reason ?? null,
      mine: decision === undefined && request.by !== officerId && may(roles, approvalVerbs[act.kind]),
      genuine: isGenuine(vault, approval),
    };
  }

  return {
    list() {
      const vault = session.vault('approvals.read');
      const { officerId, roles } = vault.actor;
      return [...living(vault, 'approvals')]
        .filter(({ act, request }) => request.by === officerId || may(roles, approvalVerbs[act.kind]))
        .map((approval) => rowOf(vault, approval))
        .sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
    },
    async request({ caseId }, reason) {
      const vault = session.vault('approvals.request');
      const { marking } = find(vault, 'cases', caseId);
      const act = { kind: 'release-case', caseId, marking } as const;
      const request = signRequest(vault, act, word(vault, reason));
      const made = await vault.transact({ action: 'approval.request', entity: 'approvals' }, (transaction) =>
        transaction.create('approvals', { act, request }),
      );
      return rowOf(vault, made);
    },
    async decide(id, outcome, reason) {
      const approval = find(session.vault('approvals.read'), 'approvals', id);
      const vault = session.vault(approvalVerbs[approval.act.kind]);
      if (approval.request.by === vault.actor.officerId) throw new SinergiError('approval-own');
      if (approval.decision !== undefined) throw new SinergiError('approval-decided');
      if (!isGenuine(vault, approval)) throw new SinergiError('approval-forged');
      const decision = signDecision(vault, approval.request, outcome, word(vault, reason));
      const made = await vault.transact(
        { action: `approval.${outcome}`, entity: 'approvals', entityId: id },
        (transaction) => transaction.change('approvals', id, approval.version, { decision }),
      );
      return rowOf(vault, made);
    },
    forRelease(vault, caseId, marking) {
      if (!takesTwo(marking) || !hasApprover(vault, 'release-case')) return null;
      const approval = [...living(vault, 'approvals')].find(
        ({ act, request, decision, usedAt }) =>
          act.kind === 'release-case' &&
          act.caseId === caseId &&
          act.marking === marking &&
          request.by === vault.actor.officerId &&
          decision?.outcome === 'approved' &&
          usedAt === undefined,
      );
      if (approval === undefined) throw new SinergiError('approval-required');
      if (!isGenuine(vault, approval)) throw new SinergiError('approval-forged');
      return approval;
    },
    async use({ id, version }) {
      const note = { action: 'approval.use', entity: 'approvals', entityId: id } as const;
      await session
        .vault('approvals.read')
        .transact(note, (transaction) => transaction.change('approvals', id, version, { usedAt: now().toISOString() }));
    },
  };
}
