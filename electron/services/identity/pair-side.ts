import type { Output } from '../../../shared/contract.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find } from '../records.ts';

type Side = Output<'identity.queue'>['rows'][number]['a'];
const mostInmates = 5;

/** One of two people put side by side: everything that a person can compare with their eyes. */
export function pairSide(vault: VaultPort, id: Id): Side {
  const { name, aliases, nationalIds, phones, addresses, birthDate } = find(vault, 'people', id);
  const visits = vault.visits.ofVisitor(id).map((position) => vault.visits.at(position));
  const inmates = new Map<string, Set<string>>();
  for (const { inmateId, relation } of visits) {
    const told = inmates.get(inmateId) ?? new Set<string>();
    if (relation !== '') told.add(relation);
    inmates.set(inmateId, told);
  }
  return {
    id,
    name,
    aliases,
    nationalIds,
    phones,
    addresses,
    birthDate: birthDate ?? null,
    visits: visits.length,
    first: visits.at(0)?.date ?? null,
    last: visits.at(-1)?.date ?? null,
    inmates: [...inmates].slice(0, mostInmates).map(([inmateId, relations]) => ({
      name: vault.document.people[inmateId]?.name ?? '',
      relations: [...relations],
    })),
    otherInmates: Math.max(0, inmates.size - mostInmates),
  };
}
