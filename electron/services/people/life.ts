import type { LifeKind } from '../../../shared/analysis/life.ts';
import type { Output } from '../../../shared/contract.ts';
import { type LifeRow, mostLifeEvents } from '../../../shared/contract/life.ts';
import { eventColumns, type EventKind, eventKinds, linkedEventColumns } from '../../../shared/domain/event.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createSlices } from '../../vault/slices.ts';
import { dayOfNumber } from '../importing/visit-numbers.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';

/** Digits at the end of a number that tell it from others before it is read as a whole. */
const tellingDigits = 7;

/** Everything the registers tell of one person, oldest first. @throws SinergiError `not-found` */
export async function lifeOf(session: Session, id: string): Promise<Output<'people.life'>> {
  const vault = session.vault('visits.read');
  const person = find(session.vault('people.read'), 'people', id);
  const joined = joinedPeople(living(vault, 'joins'));
  const own = new Set([id, ...[...joined].flatMap(([absorbed, kept]) => (kept === id ? [absorbed] : []))]);
  const events = [...visitsOf(vault, id, own)];
  for (const kind of eventKinds) events.push(...(await eventsOf(vault, kind, own, person.phones)));
  events.sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
  return { total: events.length, events: events.slice(-mostLifeEvents), until: lastDays(vault) };
}

const momentOf = ({ date, time, id }: LifeRow): string => `${date} ${time ?? ''} ${id}`;

function* visitsOf(vault: VaultPort, id: string, own: ReadonlySet<string>): Iterable<LifeRow> {
  const name = (other: string): string => vault.document.people[other]?.name ?? '';
  for (const position of new Set([...vault.visits.ofVisitor(id), ...vault.visits.ofInmate(id)])) {
    const { id: visitId, date, time, visitorId, inmateId, relation } = vault.visits.at(position);
    const other = visitorId === id ? inmateId : visitorId;
    yield { id: visitId, kind: 'visits', date, time, other, otherName: name(other), said: relation };
  }
  // What the counter entered and has not put into the register yet.
  for (const visit of living(vault, 'deskVisits')) {
    if (visit.filed !== undefined || visit.outcome !== 'admitted') continue;
    if (!own.has(visit.visitorId) && !own.has(visit.inmateId)) continue;
    const other = own.has(visit.visitorId) ? visit.inmateId : visit.visitorId;
    const { id: visitId, day: date, timeIn: time, relation } = visit;
    yield { id: visitId, kind: 'visits', date, time, other, otherName: name(other), said: relation };
  }
}

const saidIn = { goods: 'item', calls: 'number', finds: 'item', moves: 'toCell' } as const;

async function eventsOf(
  vault: VaultPort,
  kind: EventKind,
  own: ReadonlySet<string>,
  phones: readonly string[],
): Promise<readonly LifeRow[]> {
  const name = (id: string): string => vault.document.people[id]?.name ?? '';
  const wanted = await rowsAbout(vault, kind, own, kind === 'calls' ? phones : []);
  if (wanted.size === 0) return [];
  return [...vault.events.some(kind, wanted)].map(({ id, date, time, texts }) => {
    const { inmateId = '', visitorId = '' } = texts;
    const said = texts[saidIn[kind]] ?? '';
    const isCaller = kind === 'calls' && own.has(inmateId);
    const person = own.has(inmateId) ? visitorId : inmateId;
    const other = isCaller ? (canonicalPhones(said)[0] ?? said) : person;
    return { id, kind, date, time, other, otherName: isCaller ? other : name(person), said };
  });
}

/** Identifiers of rows that name one of these people, or call one of these numbers; found column by column, in slices. */
async function rowsAbout(
  vault: VaultPort,
  kind: EventKind,
  own: ReadonlySet<string>,
  phones: readonly string[],
): Promise<ReadonlySet<string>> {
  const slices = createSlices();
  const rows = new Set<string>();
  const columns = eventColumns(kind);
  const endings = new Set(phones.map((phone) => phone.slice(-tellingDigits)));
  const isOwnNumber = (written: string): boolean =>
    endings.has(written.replace(/\D/g, '').slice(-tellingDigits)) &&
    canonicalPhones(written).some((phone) => phones.includes(phone));
  const tests = columns.map((column): ((text: string) => boolean) | null => {
    if (linkedEventColumns[kind].some((linked) => linked === column)) return (text) => own.has(text);
    return column === 'number' && endings.size > 0 ? isOwnNumber : null;
  });
  for (const { importId, length, sourceRow, texts } of vault.events.batches(kind))
    for (const [place, test] of tests.entries()) {
      const column = texts[place];
      if (test === null || column === undefined) continue;
      if (slices.due()) await slices.pause();
      const meant = new Set([...column.distinct.keys()].filter((number) => test(column.distinct[number] ?? '')));
      if (meant.size === 0) continue;
      for (let row = 0; row < length; row += 1)
        if (meant.has(column.index[row] ?? -1)) rows.add(`${importId}:${sourceRow[row] ?? 0}`);
    }
  return rows;
}

function lastDays(vault: VaultPort): Output<'people.life'>['until'] {
  const until: Partial<Record<LifeKind, string>> = {};
  const note = (kind: LifeKind, batches: Iterable<{ readonly date: Int32Array }>): void => {
    let last = Number.NEGATIVE_INFINITY;
    for (const { date } of batches) for (const each of date) if (each > last) last = each;
    if (Number.isFinite(last)) until[kind] = dayOfNumber(last);
  };
  note('visits', vault.visits.batches());
  for (const kind of eventKinds) note(kind, vault.events.batches(kind));
  return until;
}
