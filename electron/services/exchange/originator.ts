import type { Id, RecordMeta } from '../../../shared/domain/basics.ts';
import type { Manifest } from '../../../shared/domain/exchange/package.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import type { Transaction } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';

/** Collections whose records remember who else has a part in them. */
const withOrigins = [
  'people',
  'cases',
  'links',
  'imports',
  'reports',
  'files',
  'meetings',
  'operations',
  'commitments',
] as const;

/**
 * Does what an originator says of its own: a recalled thing stays, with its history, and is not used any more; one it agrees
 * to may be acted upon, or passed on. Nobody but the agency it came from can say either.
 */
export function carryOut(vault: GuardedVault, transaction: Transaction, manifest: Manifest, at: string): void {
  const { body, sender, packageId, sealedAt } = manifest;
  if (body.kind !== 'recall' && body.kind !== 'agreement') return;
  const named = new Set(body.items);
  const isMeant = ({ agencyId, packageId: came, itemId }: Pick<Origin, 'agencyId' | 'packageId' | 'itemId'>): boolean =>
    agencyId === sender.agencyId && came === body.packageId && (named.size === 0 || named.has(itemId));
  const marked = (origin: Origin): Origin =>
    body.kind === 'recall'
      ? { ...origin, recalled: { packageId, at: sealedAt, reason: body.reason } }
      : { ...origin, agreed: [...origin.agreed, { kind: body.allows, packageId, at: sealedAt }].slice(-10) };
  for (const collection of withOrigins)
    for (const { id, version, origins, removed } of recordsWithOrigins(vault, collection)) {
      if (removed !== undefined || origins === undefined || !origins.some(isMeant)) continue;
      const changed = origins.map((origin) => {
        if (!isMeant(origin)) return origin;
        // Carrying it out is no change of ours: what comes next from them is still compared with what came last.
        const acceptedVersion = origin.acceptedVersion === version ? version + 1 : origin.acceptedVersion;
        return { ...marked(origin), acceptedVersion };
      });
      transaction.change(collection, id, version, { origins: changed });
    }
  if (body.kind !== 'recall') return;
  for (const { id, version, packageId: came, item, decision } of Object.values(vault.document.receivedItems))
    if (decision === 'held' && came === body.packageId && (named.size === 0 || named.has(item.id)))
      transaction.change('receivedItems', id, version, {
        decision: 'rejected',
        decidedAt: at,
        decidedBy: actor(vault),
      });
}

interface WithOrigins extends RecordMeta {
  readonly origins?: readonly Origin[] | undefined;
}

const recordsWithOrigins = (vault: GuardedVault, collection: (typeof withOrigins)[number]): readonly WithOrigins[] =>
  Object.values<WithOrigins>(vault.document[collection]);

const actor = (vault: GuardedVault): Id => vault.actor.officerId;
