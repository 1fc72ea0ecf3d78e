import type { SeenIn } from '../../../shared/domain/alert.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import { eventColumns } from '../../../shared/domain/event.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import type { Watch } from '../../../shared/domain/watch.ts';
import type { VaultPort } from '../../vault/port.ts';
import { dayOfNumber } from '../importing/visit-numbers.ts';
import { living } from '../records.ts';

export interface WatchHit {
  readonly day: string;
  readonly seenIn: SeenIn;
}

/** Digits at the end of a number that tell it from others before it is read as a whole. */
const tellingDigits = 7;

type Seen = Pick<VaultPort, 'document' | 'visits' | 'events'>;

/**
 * The last day within each watch on which its person came, sent something or was called, by the registers and the counter. Of
 * one day a visit comes before a deposit, and a deposit before a call.
 *
 * @returns by the watch's identifier; nothing where nobody was seen
 */
export function watchHits(vault: Seen, watches: Iterable<Watch>): ReadonlyMap<Id, WatchHit> {
  const byPerson = new Map<Id, Watch[]>();
  for (const watch of watches) byPerson.set(watch.personId, [...(byPerson.get(watch.personId) ?? []), watch]);
  const hits = new Map<Id, WatchHit>();
  const see = (personId: Id, day: string, seenIn: SeenIn): void => {
    for (const { id, from, until } of byPerson.get(personId) ?? [])
      if (day >= from && day <= until && day > (hits.get(id)?.day ?? '')) hits.set(id, { day, seenIn });
  };
  if (byPerson.size === 0) return hits;
  for (const personId of byPerson.keys())
    for (const position of vault.visits.ofVisitor(personId)) see(personId, vault.visits.at(position).date, 'visits');
  for (const visit of living(vault, 'deskVisits')) see(visit.visitorId, visit.day, 'visits');
  const joined = joinedPeople(living(vault, 'joins'));
  seeDeposits(vault, (id) => joined.get(id) ?? id, byPerson, see);
  seeCalls(vault, byPerson, see);
  return hits;
}

type See = (personId: Id, day: string, seenIn: SeenIn) => void;
type Watched = ReadonlyMap<Id, unknown>;

function seeDeposits(vault: Seen, nowCalled: (id: Id) => Id, watched: Watched, see: See): void {
  const place = eventColumns('goods').indexOf('visitorId');
  for (const { date, texts } of vault.events.batches('goods')) {
    const column = texts[place];
    const senders = column?.distinct.map(nowCalled) ?? [];
    if (column === undefined || !senders.some((id) => watched.has(id))) continue;
    column.index.forEach((number, row) => {
      const sender = senders[number] ?? '';
      if (watched.has(sender)) see(sender, dayOfNumber(date[row] ?? 0), 'goods');
    });
  }
}

function seeCalls(vault: Seen, watched: Watched, see: See): void {
  const owners = new Map<string, Id[]>();
  for (const id of watched.keys())
    for (const phone of vault.document.people[id]?.phones ?? []) owners.set(phone, [...(owners.get(phone) ?? []), id]);
  if (owners.size === 0) return;
  const endings = new Set([...owners.keys()].map((phone) => phone.slice(-tellingDigits)));
  const ownersOf = (written: string): readonly Id[] =>
    endings.has(written.replace(/\D/g, '').slice(-tellingDigits))
      ? canonicalPhones(written).flatMap((phone) => owners.get(phone) ?? [])
      : [];
  const place = eventColumns('calls').indexOf('number');
  for (const { date, texts } of vault.events.batches('calls')) {
    const column = texts[place];
    const called = column?.distinct.map(ownersOf) ?? [];
    if (column === undefined || !called.some(({ length }) => length > 0)) continue;
    column.index.forEach((number, row) => {
      for (const id of called[number] ?? []) see(id, dayOfNumber(date[row] ?? 0), 'calls');
    });
  }
}
