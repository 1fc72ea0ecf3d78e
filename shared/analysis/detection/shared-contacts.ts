import { readAddress } from '../identity/address.ts';
import type { KnownIdentity } from '../identity/profiles.ts';
import { atLeastLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import { distinct, type VisitView } from './visit-view.ts';

/** More people than this at one number or address are an office or a boarding house. */
const mostSharing = 12;

/** One telephone or address for visitors who have no inmate in common. */
export function findSharedContacts(view: VisitView, people: readonly KnownIdentity[]): Finding[] {
  const numberOf = new Map(view.facts.people.map((id, number) => [id, number]));
  const phones = new Map<string, number[]>();
  const homes = new Map<string, number[]>();
  const put = (index: Map<string, number[]>, key: string, number: number): void => {
    const sharing = index.get(key);
    if (sharing === undefined) index.set(key, [number]);
    else if (!sharing.includes(number)) sharing.push(number);
  };
  for (const { id, phones: numbers, addresses } of people) {
    const number = numberOf.get(id);
    if (number === undefined || !view.byVisitor.has(number)) continue;
    for (const phone of numbers) put(phones, phone, number);
    for (const address of addresses) put(homes, readAddress(address).key, number);
  }
  homes.delete('');
  return [...shared(view, phones, 'shared-phone'), ...shared(view, homes, 'shared-address')];
}

function shared(
  view: VisitView,
  index: ReadonlyMap<string, readonly number[]>,
  kind: 'shared-phone' | 'shared-address',
): Finding[] {
  // What the counter writes is right by accident as often as it is one of so many: one pair alone may be a slip.
  const contacts = Math.max(1, index.size);
  return [...index].flatMap(([contact, sharing]) => {
    if (sharing.length < 2 || sharing.length > mostSharing) return [];
    const apart = strangers(view, sharing);
    if (apart.length < 2) return [];
    const pairs = (apart.length * (apart.length - 1)) / 2;
    const expected = pairs / contacts;
    const score = -atLeastLog10(pairs, expected) - Math.log10(contacts);
    if (score < leastScore) return [];
    const rows = apart.flatMap((number) => view.byVisitor.get(number) ?? []);
    const ids = apart.map(view.person).sort((a, b) => (a < b ? -1 : 1));
    return [
      {
        id: `${kind}:${ids[0] ?? ''}:${ids[1] ?? ''}`,
        kind,
        people: ids,
        inmates: distinct(view.facts.inmate, rows).map(view.person),
        score,
        expected,
        observed: pairs,
        rows: rows.map(view.rowId),
        values: { people: ids.length, contact },
      },
    ];
  });
}

/** Those of them who have no inmate in common with any other. */
function strangers(view: VisitView, sharing: readonly number[]): readonly number[] {
  const inmates = sharing.map((number) => new Set(distinct(view.facts.inmate, view.byVisitor.get(number) ?? [])));
  return sharing.filter((_, place) =>
    inmates.every((others, at) => at === place || [...others].every((inmate) => inmates[place]?.has(inmate) !== true)),
  );
}
