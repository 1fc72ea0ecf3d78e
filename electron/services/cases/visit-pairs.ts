import type { Output } from '../../../shared/contract.ts';
import type { VaultPort } from '../../vault/port.ts';

/** How often each visitor among the members came to each inmate among them, first and last day. */
export function visitPairs(vault: VaultPort, members: ReadonlySet<string>): Output<'cases.get'>['visitPairs'] {
  const pairs = new Map<string, Output<'cases.get'>['visitPairs'][number]>();
  for (const visitorId of members) {
    for (const position of vault.visits.ofVisitor(visitorId)) {
      const { inmateId, date } = vault.visits.at(position);
      if (!members.has(inmateId)) continue;
      const key = `${visitorId} ${inmateId}`;
      const pair = pairs.get(key);
      if (pair === undefined) pairs.set(key, { visitorId, inmateId, count: 1, first: date, last: date });
      else {
        pair.count += 1;
        pair.last = date;
      }
    }
  }
  return [...pairs.values()];
}
