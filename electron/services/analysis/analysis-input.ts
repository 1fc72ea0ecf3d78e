import { setImmediate } from 'node:timers/promises';
import { eventKinds } from '../../../shared/domain/event.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import type { Staff } from '../../../shared/domain/staff.ts';
import type { VaultPort } from '../../vault/port.ts';
import { deskImports } from '../desk/filing.ts';
import type { KnownVisits } from '../importing/stored-visits.ts';
import { living } from '../records.ts';
import type { KnownPersonFacts } from './analysis-task.ts';
import type { AnalysisInput } from './analysis-thread.ts';

const peoplePerTurn = 10_000;

/** What a thread is handed of the vault; gathered in turns, so that the window stays alive over many people. */
export async function analysisInput(vault: VaultPort): Promise<AnalysisInput> {
  const people: KnownPersonFacts[] = [];
  for (const person of living(vault, 'people')) {
    const { id, name, aliases, nationalIds, phones, addresses, birthDate, roles } = person;
    const kinds = [...new Set(roles.map(({ kind }) => kind))];
    const cell = inmateRole(person)?.cell;
    people.push({ id, name, aliases, nationalIds, phones, addresses, birthDate, roles: kinds, cell });
    if (people.length % peoplePerTurn === 0) await setImmediate();
  }
  return { people, visits: knownVisits(vault) };
}

/** @param staff the roster, for whoever may see it */
export async function detectionInput(vault: VaultPort, staff: readonly Staff[] | null): Promise<AnalysisInput> {
  return {
    ...(await analysisInput(vault)),
    events: eventKinds.flatMap((kind) => [...vault.events.batches(kind)]),
    bans: [...living(vault, 'bans')].map(({ id, personId, from, until }) => ({ id, personId, from, until })),
    staff:
      staff?.map(({ id, name, nationalId, phones, address }) => ({ id, name, nationalId, phones, address })) ?? null,
  };
}

export const knownVisits = (vault: VaultPort): KnownVisits => ({
  batches: [...vault.visits.batches()],
  corrections: [...living(vault, 'visitCorrections')].map(({ visitId, set }) => ({ visitId, set })),
  joined: joinedPeople(living(vault, 'joins')),
  desk: deskImports(vault),
});
