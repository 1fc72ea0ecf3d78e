import { readAddress } from '../identity/address.ts';
import type { KnownIdentity } from '../identity/profiles.ts';
import type { EventFacts } from '../registers.ts';
import type { CalledNumbers } from './called-numbers.ts';
import { atLeastLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import { type Comings, put, rowIdOf, type StaffMember } from './registers-view.ts';

/**
 * How likely two people who have nothing to do with each other are told the same: a telephone of eight free digits, a NIK whose
 * birth date and running number agree, a house of a city with street, number and neighbourhood.
 */
const accident = { phone: 1e-8, nationalId: 1e-8, address: 1e-7, call: 1e-8 } as const;
type Way = keyof typeof accident;

/**
 * Staff whose telephone, NIK or address a visitor gave, or whose telephone an inmate called. Chance is that of an accident,
 * times everybody it could have happened to.
 */
export function findStaffContacts(
  staff: readonly StaffMember[],
  people: readonly KnownIdentity[],
  comings: Comings,
  calls: EventFacts,
  called: CalledNumbers,
): Finding[] {
  const numbers = new Map(comings.people.map((id, number) => [id, number]));
  const visitors = people.filter(({ id }) => comings.byWho.has(numbers.get(id) ?? -1));
  const index: Readonly<Record<Exclude<Way, 'call'>, Map<string, string[]>>> = {
    phone: new Map(),
    nationalId: new Map(),
    address: new Map(),
  };
  for (const { id, phones, nationalIds, addresses } of visitors) {
    for (const phone of phones) put(index.phone, phone, id);
    for (const nationalId of nationalIds) put(index.nationalId, nationalId, id);
    for (const address of new Set(addresses.map((each) => readAddress(each).key))) put(index.address, address, id);
  }
  const ways = Object.keys(accident).length;
  const told = (
    member: StaffMember,
    way: Way,
    contact: string,
    found: Pick<Finding, 'people' | 'inmates' | 'rows'>,
    among: number,
  ): Finding[] => {
    const observed = way === 'call' ? found.inmates.length : found.people.length;
    if (observed === 0) return [];
    const expected = accident[way] * among;
    const score = -atLeastLog10(observed, expected) - Math.log10(staff.length * ways);
    if (score < leastScore) return [];
    const values = { staff: member.name, contact, way };
    return [
      { id: `staff-contact:${member.id}:${way}`, kind: 'staff-contact', ...found, score, expected, observed, values },
    ];
  };
  const visitorsWith = (ids: readonly string[]) => {
    const rows = ids.flatMap((id) => comings.byWho.get(numbers.get(id) ?? -1) ?? []);
    const inmates = new Set(rows.map((row) => comings.people[comings.inmate[row] ?? -1] ?? ''));
    return { people: [...new Set(ids)], inmates: [...inmates], rows: rows.map(comings.rowId) };
  };
  return staff.flatMap((member) => {
    const address = member.address === '' ? '' : readAddress(member.address).key;
    const callers = member.phones.flatMap((phone) => [...(called.get(phone) ?? [])]);
    const byCall = {
      people: [],
      inmates: [...new Set(callers.map(([inmate]) => inmate))],
      rows: callers.flatMap(([, rows]) => rows).map((row) => rowIdOf(calls, row)),
    };
    const phone = member.phones.find((each) => index.phone.has(each)) ?? '';
    const [count, phones] = [visitors.length, member.phones];
    return [
      ...told(member, 'phone', phone, visitorsWith(phones.flatMap((each) => index.phone.get(each) ?? [])), count),
      ...told(
        member,
        'nationalId',
        member.nationalId,
        visitorsWith(index.nationalId.get(member.nationalId) ?? []),
        count,
      ),
      ...(address === ''
        ? []
        : told(member, 'address', member.address, visitorsWith(index.address.get(address) ?? []), count)),
      ...told(member, 'call', phones.find((each) => called.has(each)) ?? '', byCall, called.size),
    ];
  });
}
