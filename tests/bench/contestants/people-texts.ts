import { inmateRole } from '../../../shared/domain/person.ts';
import { openBenchVault } from './vault.ts';

/** A person as the peers of the search are given it: the very texts Sinergi's own search has. */
export interface PersonTexts {
  readonly id: string;
  readonly name: string;
  readonly nationalIds: readonly string[];
  readonly names: string;
  readonly numbers: string;
  readonly places: string;
}

export async function peopleTexts(source: string): Promise<readonly PersonTexts[]> {
  const vault = await openBenchVault(source);
  try {
    return Object.values(vault.document.people).map((person) => {
      const { id, name, aliases, nationalIds, phones, addresses } = person;
      const inmate = inmateRole(person);
      const numbers = [inmate?.registrationNumber ?? '', ...nationalIds];
      for (const phone of phones) numbers.push(phone, phone.replace(/^\+62/, '0'));
      return {
        id,
        name,
        nationalIds,
        names: [name, ...aliases].join(' | '),
        numbers: numbers.join(' | '),
        places: [inmate?.cell ?? '', ...addresses].join(' | '),
      };
    });
  } finally {
    await vault.close();
  }
}
