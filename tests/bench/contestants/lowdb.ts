import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Person } from '../../../shared/domain/person.ts';
import type { Visit } from '../../../shared/domain/visit.ts';
import type { Contestant, Place } from './contestant.ts';
import { openBenchVault } from './vault.ts';

interface Content {
  readonly people: Record<string, Person>;
  readonly visits: Visit[];
}

const nothing = (): Content => ({ people: {}, visits: [] });

/** lowdb as it comes: one JSON file in the clear, written anew as a whole with every change, never forced to the disk. */
export function lowdbContestant({ folder, source, visitor, people }: Place): Contestant {
  const adapter = () => new JSONFile<Content>(join(folder, 'case.json'));
  let low = new Low<Content>(adapter(), nothing());
  let saves = 0;

  return {
    async fill() {
      const vault = await openBenchVault(source);
      low.data = { people: { ...vault.document.people }, visits: [...vault.visits.all()] };
      await vault.close();
      await low.write();
      return low.data.visits.length;
    },
    async open() {
      low = new Low<Content>(adapter(), nothing());
      await low.read();
      return low.data.visits.length;
    },
    look: () => Promise.resolve(low.data.visits.filter(({ visitorId }) => visitorId === visitor).length),
    read() {
      let read = 0;
      for (const { sourceRow } of low.data.visits) read += sourceRow > 0 ? 1 : 0;
      return Promise.resolve(read);
    },
    async save() {
      const id = people[saves++ % people.length] ?? '';
      const person = low.data.people[id];
      if (person === undefined) throw new Error('no such person');
      const phones = [`+62812${String(saves).padStart(8, '0')}`];
      low.data.people[id] = { ...person, phones, version: person.version + 1 };
      await low.write();
      return 1;
    },
  };
}
