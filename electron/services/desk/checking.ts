import type { DeskCheck } from '../../../shared/contract/desk.ts';
import type { Input } from '../../../shared/contract.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { hasRole, inmateRole, type Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Match } from '../analysis/analysis-task.ts';
import type { AnalysisRunner } from '../analysis/analysis-thread.ts';
import { noVisits } from '../importing/stored-visits.ts';
import { lastMove } from '../people/last-move.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { reasonShown } from './watches.ts';

export type DeskVisitor = Input<'desk.check'>['visitor'];

const mostAlike = 5;
const newcomer = 'newcomer';

/** What somebody who stands at the counter for the first time says of themselves, as a record would hold it. */
export function newcomerFacts(visitor: Extract<DeskVisitor, { name: string }>) {
  const { name, nationalId, phone, address } = visitor;
  return {
    name,
    aliases: [],
    nationalIds: nationalId === '' ? [] : [nationalId],
    phones: canonicalPhones(phone),
    addresses: address === '' ? [] : [address],
  };
}

/** Bans that hold on a day, by who the banned person is now. */
function bansOn(vault: Pick<VaultPort, 'document'>, day: string) {
  const joined = joinedPeople(living(vault, 'joins'));
  return [...living(vault, 'bans')]
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .map((ban) => ({ ...ban, personId: joined.get(ban.personId) ?? ban.personId }));
}

/**
 * Who of the recorded visitors the one at the counter is or may be, by the model that finds one person recorded twice; for
 * a known visitor only among those who are banned or watched.
 */
async function likeness(
  vault: VaultPort,
  visitor: DeskVisitor,
  sought: ReadonlySet<string>,
  runner: AnalysisRunner,
): Promise<readonly Match[]> {
  const known = 'id' in visitor ? find(vault, 'people', visitor.id) : null;
  if (known !== null && sought.size === 0) return [];
  const others = [...living(vault, 'people')].filter(
    (person) => person.id !== known?.id && !isInside(person) && (known === null || sought.has(person.id)),
  );
  const facts = others.map(({ id, name, aliases, nationalIds, phones, addresses, birthDate, roles }) => ({
    id,
    name,
    aliases,
    nationalIds,
    phones,
    addresses,
    birthDate,
    roles: roles.map(({ kind }) => kind),
  }));
  const subject = 'id' in visitor ? find(vault, 'people', visitor.id) : newcomerFacts(visitor);
  const { name, aliases, nationalIds, phones, addresses } = subject;
  const incoming = [{ id: newcomer, name, aliases, nationalIds, phones, addresses }];
  const { signal } = new AbortController();
  const answer = await runner.run(
    { people: facts, visits: noVisits },
    { task: 'match', incoming },
    () => undefined,
    signal,
  );
  if (answer.task !== 'match') throw new SinergiError('internal', { part: 'analysis' });
  return answer.matches;
}

const isInside = (person: Person): boolean => hasRole(person, 'inmate') || hasRole(person, 'staff');

/** Everything the counter must know before this visitor goes in. */
export async function checkAtDesk(
  session: Session,
  { visitor, inmateId, day }: Input<'desk.check'>,
  runner: AnalysisRunner,
): Promise<DeskCheck> {
  const vault = session.vault('people.read');
  const joined = joinedPeople(living(vault, 'joins'));
  const ownId = 'id' in visitor ? (joined.get(visitor.id) ?? visitor.id) : null;
  const bans = bansOn(vault, day);
  const watches = [...living(vault, 'watches')]
    .filter(({ from, until }) => from <= day && day <= until)
    .map((watch) => ({ ...watch, personId: joined.get(watch.personId) ?? watch.personId }));
  const sought = new Set([...bans, ...watches].map(({ personId }) => personId));
  const matches = new Map((await likeness(vault, visitor, sought, runner)).map((match) => [match.held, match]));
  const named = (id: string) => ({ id, name: vault.document.people[id]?.name ?? '' });
  const like = (id: string) => {
    const match = matches.get(id);
    if (match === undefined) return id === ownId ? { person: named(id), band: null, reasons: [] } : null;
    const reasons = match.reasons.map((reason) => ({ ...reason, values: { ...reason.values } }));
    return { person: named(id), band: match.band, reasons };
  };
  return {
    bans: bans.flatMap(({ personId, from, until, reason }) => {
      const likely = like(personId);
      return likely === null ? [] : [{ ...likely, from, until: until ?? null, reason }];
    }),
    watches: watches.flatMap((watch) => {
      const likely = like(watch.personId);
      const { reason } = reasonShown(session, watch);
      return likely === null ? [] : [{ ...likely, instruction: watch.instruction, note: watch.note, reason }];
    }),
    alike:
      ownId === null
        ? [...matches.keys()].slice(0, mostAlike).flatMap((id) => {
            const likely = like(id);
            return likely === null ? [] : [likely];
          })
        : [],
    inside: insideNow(vault, ownId, day),
    ...presence(vault, inmateId, day),
  };
}

/** Whether the inmate is still there, and where the register of moves has him. */
function presence(vault: VaultPort, inmateId: string | null, day: string): Pick<DeskCheck, 'released' | 'moved'> {
  const role = inmateId === null ? undefined : inmateRole(find(vault, 'people', inmateId));
  if (inmateId === null || role === undefined) return { released: null, moved: null };
  const ended = role.expiresOn ?? '';
  const moved = lastMove(vault, inmateId);
  return {
    released: ended !== '' && ended < day ? ended : null,
    moved: moved === null || moved.cell === (role.cell ?? '') ? null : moved,
  };
}

/** Went in on this day and was not seen coming out. */
function insideNow(vault: Pick<VaultPort, 'document'>, visitorId: string | null, day: string): DeskCheck['inside'] {
  if (visitorId === null) return null;
  const joined = joinedPeople(living(vault, 'joins'));
  for (const visit of living(vault, 'deskVisits'))
    if (
      (joined.get(visit.visitorId) ?? visit.visitorId) === visitorId &&
      visit.day === day &&
      visit.outcome === 'admitted' &&
      visit.timeOut === null
    )
      return {
        inmate: { id: visit.inmateId, name: vault.document.people[visit.inmateId]?.name ?? '' },
        timeIn: visit.timeIn,
      };
  return null;
}
