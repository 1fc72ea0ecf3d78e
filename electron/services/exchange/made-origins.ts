import type { Id } from '../../../shared/domain/basics.ts';
import type { PackageItem } from '../../../shared/domain/exchange/item.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import type { Manifest } from '../../../shared/domain/exchange/package.ts';

/** What of our record is theirs, and as which version of ours it was accepted. */
export interface Part {
  readonly whole: boolean;
  readonly values: Origin['values'];
  readonly version: number;
}

/** Origins of a record once an item was accepted into it, beside those there were. */
export type MadeOrigins = (item: PackageItem, there: readonly Origin[] | undefined, part: Part) => Origin[];

/**
 * Those there were, and this one: what it says now takes the place of what the same agency said before.
 *
 * @param own this vault's agency, which is no originator of its own records
 */
export const madeOrigins =
  ({ packageId, sender, conditions, sealedAt }: Manifest, receivedAt: string, own: Id | undefined): MadeOrigins =>
  (item, there, { whole, values, version }) => {
    const common = { packageId, sealedAt, receivedAt, version: item.version, acceptedVersion: version };
    const earlier = (agencyId: Id, itemId: string) =>
      there?.find((origin) => origin.agencyId === agencyId && origin.itemId === itemId);
    const reference = item.type === 'case' || item.type === 'report' ? item.fields.number : '';
    const direct = { agencyId: sender.agencyId, agency: sender.name, itemId: item.id, handling: item.handling };
    const made = [
      ...item.origins.filter(({ agencyId }) => agencyId !== own && agencyId !== sender.agencyId),
      { ...direct, conditions, reference },
    ].map((origin) => ({
      ...origin,
      ...common,
      whole,
      values,
      agreed: earlier(origin.agencyId, origin.itemId)?.agreed ?? [],
    }));
    const isReplaced = (old: Origin): boolean =>
      made.some(({ agencyId, itemId }) => agencyId === old.agencyId && itemId === old.itemId);
    return [...(there ?? []).filter((old) => !isReplaced(old)), ...made].slice(-200);
  };
