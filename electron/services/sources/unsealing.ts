import type { Output } from '../../../shared/contract.ts';
import { may } from '../../../shared/domain/access.ts';
import type { Approval } from '../../../shared/domain/approval.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { RecordOf } from '../../../shared/domain/document.ts';
import { identitySchema, type SourceIdentity, unsealedHours } from '../../../shared/domain/source.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { isGenuine } from '../approvals/statements.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { keepSealed, openedSource } from './sealed-records.ts';

type UnsealingRow = Output<'sources.unsealings'>[number];

/**
 * Who a source is, told to a supervisor, who has no key: asked with a reason, approved by another officer, and then sealed by
 * a handler's program to the supervisor's own key. For one reading, within a day.
 */
export interface Unsealing {
  /** Own requests; to a handler also those of others that wait for the identity to be handed over. */
  list(): readonly UnsealingRow[];
  /** What a handler approves is handed over at once; what a supervisor approves waits for a handler. */
  handOverIfHeld(approval: Approval): Promise<void>;
  /** @throws SinergiError `sources-withheld`, `not-found`, `approval-forged`, `approval-own`, `not-allowed` */
  handOver(approvalId: Id): Promise<void>;
  /** The one reading. @throws SinergiError `not-found`, `unsealing-over` */
  reveal(approvalId: Id): Promise<SourceIdentity>;
}

const contextOf = ({ sourceId, approvalId }: { readonly sourceId: Id; readonly approvalId: Id }): string =>
  `unsealed source/${sourceId}/${approvalId}`;

export function createUnsealing(session: Session, approvals: Approvals, now: () => Date): Unsealing {
  const boxOf = (vault: VaultPort, approvalId: Id): RecordOf<'unsealings'> | undefined =>
    [...living(vault, 'unsealings')].find((each) => each.approvalId === approvalId);
  const isOver = ({ until, box }: RecordOf<'unsealings'>): boolean => box === undefined || until < now().toISOString();

  function stateOf({ decision }: Approval, handed: RecordOf<'unsealings'> | undefined): UnsealingRow['state'] {
    if (handed !== undefined) return isOver(handed) ? 'over' : 'ready';
    return decision?.outcome ?? 'waiting';
  }

  async function handOver(approval: Approval): Promise<void> {
    const vault = session.vault('sources.read');
    const { act, request, decision, usedAt, id: approvalId } = approval;
    if (act.kind !== 'unseal-source' || decision?.outcome !== 'approved' || usedAt !== undefined)
      throw new SinergiError('not-found', { collection: 'approvals', id: approvalId });
    if (!isGenuine(vault, approval)) throw new SinergiError('approval-forged');
    const readerId = request.by;
    if (readerId === vault.actor.officerId) throw new SinergiError('approval-own');
    const reader = vault.officers.list().find(({ id }) => id === readerId);
    if (reader?.status !== 'active' || !may(reader.roles, 'sources.unseal'))
      throw new SinergiError('not-allowed', { verb: 'sources.unseal' });
    await keepSealed(vault);
    const { sourceId } = act;
    const { pseudonym, name, nationalId, contact } = openedSource(vault, find(vault, 'sources', sourceId)).content;
    const identity = canonicalJson({ pseudonym, name, nationalId, contact });
    const box = vault.sources.boxFor(readerId, contextOf({ sourceId, approvalId }), identity);
    const until = new Date(now().getTime() + unsealedHours * 3_600_000).toISOString();
    const note = { action: 'source.hand-over', entity: 'sources', entityId: sourceId, reason: request.reason } as const;
    await vault.transact(note, (transaction) => {
      transaction.create('unsealings', { sourceId, approvalId, readerId, until, box });
      approvals.useIn(transaction, approval);
    });
  }

  return {
    list() {
      const vault = session.vault('sources.pseudonyms');
      const { officerId, roles } = vault.actor;
      const hands = may(roles, 'sources.read') && vault.sources.state() === 'held';
      return [...living(vault, 'approvals')].flatMap((approval): UnsealingRow[] => {
        const { id, act, request } = approval;
        if (act.kind !== 'unseal-source') return [];
        const handed = boxOf(vault, id);
        const state = stateOf(approval, handed);
        const mine = request.by === officerId;
        if (!mine && !(hands && state === 'approved')) return [];
        return [
          {
            approvalId: id,
            sourceId: act.sourceId,
            pseudonym: vault.document.sources[act.sourceId]?.pseudonym ?? '',
            state,
            mine,
            askedBy: vault.officerName(request.by),
            askedAt: request.at,
            reason: request.reason,
            until: handed?.until ?? null,
          },
        ];
      });
    },
    async handOverIfHeld(approval) {
      const vault = session.vault('own.session');
      if (may(vault.actor.roles, 'sources.read') && vault.sources.state() === 'held') await handOver(approval);
    },
    handOver: async (approvalId) => await handOver(find(session.vault('sources.read'), 'approvals', approvalId)),
    async reveal(approvalId) {
      const vault = session.vault('sources.unseal');
      const handed = boxOf(vault, approvalId);
      if (handed === undefined || handed.readerId !== vault.actor.officerId)
        throw new SinergiError('not-found', { collection: 'unsealings', id: approvalId });
      const { id, version, sourceId, box } = handed;
      if (box === undefined || isOver(handed)) throw new SinergiError('unsealing-over');
      const identity = identitySchema.safeParse(JSON.parse(vault.sources.openOwn(box, contextOf(handed))));
      if (!identity.success) throw new SinergiError('sources-damaged', { id: sourceId });
      const { reason } = find(vault, 'approvals', approvalId).request;
      await vault.transact({ action: 'source.unseal', entity: 'sources', entityId: sourceId, reason }, (transaction) =>
        transaction.change('unsealings', id, version, { box: undefined }),
      );
      return identity.data;
    },
  };
}
