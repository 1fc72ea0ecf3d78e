import type { Id } from '../../../shared/domain/basics.ts';
import type { ItemType } from '../../../shared/domain/exchange/item.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import type { UseRow } from '../../../shared/domain/exchange/rows.ts';
import type { AuditEntry } from '../../vault/format/audit.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';

/** By which a record, or the case it is in, left the vault on paper or as a copy. */
const copying: ReadonlySet<string> = new Set([
  'case.export',
  'case.export-data',
  'case.export-chart',
  'case.copy-chart',
  'evidence.hand-over',
  'report.print',
  'meeting.print',
  'operation.print',
]);

interface Used {
  readonly type: ItemType;
  readonly id: Id;
  readonly label: string;
  readonly caseIds: readonly Id[];
  readonly origins: readonly Origin[] | undefined;
}

/**
 * Where what another agency sent was used since it was accepted; of a recall, where what it takes back was.
 *
 * @throws SinergiError `not-found`
 */
export async function usesOf(vault: GuardedVault, receivedId: Id): Promise<readonly UseRow[]> {
  const { body, packageId, sender } = find(vault, 'receivedPackages', receivedId).manifest;
  const about = body.kind === 'recall' || body.kind === 'agreement' ? body : { packageId, items: [] };
  const named = new Set(about.items);
  const { entries } = await vault.auditLog();
  const copies = entries.filter(({ action }) => copying.has(action));
  return [...usable(vault)].flatMap((record) => {
    const origin = record.origins?.find(
      (each) =>
        each.agencyId === sender.agencyId &&
        each.packageId === about.packageId &&
        (named.size === 0 || named.has(each.itemId)),
    );
    return origin === undefined ? [] : [useOf(vault, record, origin.receivedAt, copies)];
  });
}

function useOf(
  vault: GuardedVault,
  { type, id, label, caseIds }: Used,
  since: string,
  copies: readonly AuditEntry[],
): UseRow {
  const about = new Set([id, ...caseIds]);
  return {
    type,
    label,
    cases: caseIds.flatMap((caseId) => {
      const file = vault.document.cases[caseId];
      return file === undefined ? [] : [{ id: file.id, number: file.number, title: file.title }];
    }),
    copies: copies
      .filter(({ entityId, at }) => at > since && entityId !== undefined && about.has(entityId))
      .map(({ at, actor, action }) => ({ at, by: vault.officerName(actor), action })),
    sentTo: [...living(vault, 'sentPackages')]
      .filter(({ manifest, unwritten }) => unwritten === undefined && manifest.sealedAt > since)
      .filter(({ items }) => items.some((item) => item.type === type && item.id === id))
      .map(({ manifest, toName }) => ({ packageId: manifest.packageId, agency: toName, at: manifest.sealedAt })),
  };
}

/** Everything that can come in a package and be used, as far as the officer may know of it. */
function* usable(vault: GuardedVault): Generator<Used> {
  const memberships = new Map<Id, Id[]>();
  for (const { id, members } of living(vault, 'cases'))
    for (const { personId } of members) memberships.set(personId, [...(memberships.get(personId) ?? []), id]);
  const name = (personId: Id): string => vault.document.people[personId]?.name ?? '';
  for (const { id, name: label, origins } of living(vault, 'people'))
    yield { type: 'person', id, label, caseIds: memberships.get(id) ?? [], origins };
  for (const { id, number, title, origins } of living(vault, 'cases'))
    yield { type: 'case', id, label: `${number} ${title}`, caseIds: [id], origins };
  for (const { id, from, to, caseId, origins } of living(vault, 'links'))
    yield { type: 'link', id, label: `${name(from)} – ${name(to)}`, caseIds: [caseId], origins };
  for (const { id, number, subject, caseIds, origins } of living(vault, 'reports'))
    yield { type: 'report', id, label: `${number} ${subject}`, caseIds, origins };
  for (const { id, name: label, origins } of living(vault, 'files'))
    yield { type: 'file', id, label, caseIds: [], origins };
  for (const { id, title, day, caseIds = [], origins } of living(vault, 'meetings'))
    yield { type: 'meeting', id, label: `${title} (${day})`, caseIds, origins };
  for (const { id, name: label, caseIds, origins } of living(vault, 'operations'))
    yield { type: 'operation', id, label, caseIds, origins };
  for (const { id, what, owedBy, owedTo, origins } of living(vault, 'commitments'))
    yield { type: 'commitment', id, label: `${what} (${owedBy} → ${owedTo})`, caseIds: [], origins };
}
