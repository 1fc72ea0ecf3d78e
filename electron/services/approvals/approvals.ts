import { may } from '../../../shared/domain/access.ts';
import { type Act, type Approval, type ApprovalRow, approvalVerbs, takesTwo } from '../../../shared/domain/approval.ts';
import type { VaultDocument } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { AuditNote, Transaction, VaultPort } from '../../vault/port.ts';
import { subjectNamed } from '../audit/subjects.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import { isGenuine, signDecision, signRequest } from './statements.ts';

/** An act by which something marked leaves the vault. */
export type ReleaseAct = Extract<
  Act,
  { readonly kind: 'release-case' | 'release-package' | 'release-report' | 'release-coordination' }
>;

/**
 * Acts that take two officers: one asks, another one approves, both sign, and an approval is good for one act.
 *
 * A service that does such an act asks `approvalFor` before anything else, with the act exactly as it is about to be done,
 * and uses the approval together with the act: by `useIn` in the transaction that does it, by `use` where none does. The
 * refusal carries the act as its details; the window asks for it with `AskApproval`, the command line with `approval
 * request --act`.
 */
export interface Approvals {
  /** Own requests, and those this officer may decide; newest first. */
  list(): readonly ApprovalRow[];
  /** The marking of a case is the vault's, whatever was given. @throws SinergiError `not-found`, `not-allowed` */
  request(act: Act, reason: string): Promise<ApprovalRow>;
  /** @throws SinergiError `approval-own`, `approval-decided`, `approval-forged`, `not-allowed`, `not-found` */
  decide(id: string, outcome: 'approved' | 'refused', reason: string): Promise<ApprovalRow>;
  /** What is done in the same breath as the yes. */
  onApproved(kind: Act['kind'], follow: (approval: Approval) => Promise<void>): void;
  /** Whether nobody else in the vault could approve such an act today, so that this officer does it alone. */
  mayGoAlone(vault: VaultPort, kind: Act['kind']): boolean;
  /**
   * The approval under which this officer may do exactly this now, or null when the officer may go alone.
   *
   * @throws SinergiError `approval-required` with the act as its details, `approval-forged`
   */
  approvalFor(vault: VaultPort, act: Act): Approval | null;
  /** The same for what leaves the vault; below the marking that takes two, no second officer is needed. */
  forRelease(vault: VaultPort, act: ReleaseAct): { readonly needed: boolean; readonly approval: Approval | null };
  /** The act is being done. Nothing when it goes alone. @throws SinergiError `conflict` when it was used meanwhile */
  use(approval: Approval | null): Promise<void>;
  /** The same within the transaction that does the act. */
  useIn(transaction: Transaction, approval: Approval | null): void;
}

export function createApprovals(session: Session, now: () => Date): Approvals {
  const word = (vault: VaultPort, reason: string) => ({
    by: vault.actor.officerId,
    at: now().toISOString(),
    reason: reason.trim(),
  });

  const followers = new Map<Act['kind'], (approval: Approval) => Promise<void>>();

  /** Who else could say yes to such an act today. */
  const approversOf = (vault: VaultPort, kind: Act['kind']): readonly string[] =>
    vault.officers
      .list()
      .filter(({ status, roles }) => status === 'active' && may(roles, approvalVerbs[kind]))
      .flatMap(({ id }) => (id === vault.actor.officerId ? [] : [id]));

  const mayGoAlone = (vault: VaultPort, kind: Act['kind']): boolean => approversOf(vault, kind).length === 0;

  function approvalFor(vault: VaultPort, act: Act): Approval | null {
    const approvers = approversOf(vault, act.kind);
    if (approvers.length === 0) return null;
    const wanted = canonicalJson(act);
    const given = [...living(vault, 'approvals')].filter(
      (approval) =>
        approval.usedAt === undefined &&
        approval.decision?.outcome === 'approved' &&
        // A yes holds for as long as its officer may say it.
        approvers.includes(approval.decision.by) &&
        approval.request.by === vault.actor.officerId &&
        canonicalJson(approval.act) === wanted,
    );
    if (given.length === 0) {
      session.refused({ action: 'refused.no-approval', ...recordOf(act), reason: act.kind });
      throw new SinergiError('approval-required', act);
    }
    const genuine = given.find((approval) => isGenuine(vault, approval));
    if (genuine === undefined) throw new SinergiError('approval-forged');
    return genuine;
  }

  const useIn = (transaction: Transaction, approval: Approval | null): void => {
    if (approval === null) return;
    transaction.change('approvals', approval.id, approval.version, { usedAt: now().toISOString() });
  };

  function rowOf(vault: GuardedVault, approval: Approval): ApprovalRow {
    const { id, act, request, decision, usedAt } = approval;
    const { officerId, roles } = vault.actor;
    return {
      id,
      act,
      subject: subjectOf(vault, act),
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
    async request(asked, reason) {
      const vault = session.vault('approvals.request');
      const act = withMarking(vault, asked);
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
      if (outcome === 'approved') await followers.get(made.act.kind)?.(made);
      return rowOf(vault, find(vault, 'approvals', id));
    },
    onApproved: (kind, follow) => void followers.set(kind, follow),
    mayGoAlone,
    approvalFor,
    forRelease(vault, act) {
      const needed = takesTwo(act.marking, settingsOf(vault).releaseThreshold);
      return { needed, approval: needed ? approvalFor(vault, act) : null };
    },
    useIn,
    async use(approval) {
      if (approval === null) return;
      const note = { action: 'approval.use', entity: 'approvals', entityId: approval.id } as const;
      await session.vault('approvals.read').transact(note, (transaction) => useIn(transaction, approval));
    },
  };
}

const recordOf = (act: Act): Pick<AuditNote, 'entity' | 'entityId'> =>
  act.kind === 'release-case' ? { entity: 'cases', entityId: act.caseId } : { entity: 'vault' };

/** When the backup was made that was restored beside this vault: `2026-03-02 09:00 UTC`. */
const restoredFrom = (document: VaultDocument, manifest: string): string | undefined =>
  Object.values(document.restorations)
    .find((restoration) => restoration.manifest === manifest)
    ?.backupAt.replace(/^(.{10})T(.{5}).*$/, '$1 $2 UTC');

/** The marking of what is released is the vault's, whatever was given. */
function withMarking(vault: VaultPort, act: Act): Act {
  if (act.kind === 'release-case') return { ...act, marking: find(vault, 'cases', act.caseId).marking };
  if (act.kind === 'release-report') return { ...act, marking: find(vault, 'reports', act.reportId).marking };
  if (act.kind === 'release-coordination')
    return { ...act, marking: find(vault, act.collection, act.recordId).marking };
  return act;
}

/** What an act is about, as far as this officer may know. */
function subjectOf(vault: GuardedVault, act: Act): string {
  const { document } = vault;
  switch (act.kind) {
    case 'release-case':
      return document.cases[act.caseId]?.number ?? '';
    case 'restore':
      return restoredFrom(document, act.manifest) ?? act.manifest.slice(0, 8);
    case 'unseal-source':
      return subjectNamed(vault, 'sources', act.sourceId) ?? act.sourceId.slice(-8);
    case 'weed':
      return act.list.slice(0, 8);
    case 'release-package':
      return act.digest.slice(0, 8);
    case 'release-report':
      return document.reports[act.reportId]?.number ?? '';
    case 'release-coordination':
      return subjectNamed(vault, act.collection, act.recordId) ?? '';
  }
}
