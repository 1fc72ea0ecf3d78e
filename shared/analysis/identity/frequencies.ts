import type { Subject } from './subject.ts';

/** How common each value is among the people compared: agreeing on a rare one tells much, on a common one little. */
export interface Frequencies {
  readonly people: number;
  /** Share of people who bear a word of this sound. */
  name(key: string): number;
  initial(letter: string): number;
  phone(phone: string): number;
  address(key: string): number;
  /** Share of people who came to an inmate. */
  inmate(inmate: string): number;
  office(office: string): number;
}

export function countFrequencies(subjects: readonly Subject[]): Frequencies {
  const tables = {
    name: new Map<string, number>(),
    initial: new Map<string, number>(),
    phone: new Map<string, number>(),
    address: new Map<string, number>(),
    inmate: new Map<string, number>(),
    office: new Map<string, number>(),
  };
  const count = (table: Map<string, number>, keys: Iterable<string>): void => {
    for (const key of new Set(keys)) table.set(key, (table.get(key) ?? 0) + 1);
  };
  for (const { ways, phones, addresses, ties, offices } of subjects) {
    const keys = ways.flatMap((words) => words.map(({ key }) => key));
    count(tables.name, keys);
    count(
      tables.initial,
      keys.map((key) => key.slice(0, 1)),
    );
    count(tables.phone, phones);
    count(
      tables.address,
      addresses.map(({ key }) => key),
    );
    count(tables.inmate, ties.keys());
    count(tables.office, offices);
  }
  const people = Math.max(subjects.length, 2);
  const share =
    (table: ReadonlyMap<string, number>) =>
    (key: string): number =>
      Math.max(table.get(key) ?? 1, 1) / people;
  return {
    people,
    name: share(tables.name),
    initial: share(tables.initial),
    phone: share(tables.phone),
    address: share(tables.address),
    inmate: share(tables.inmate),
    office: share(tables.office),
  };
}
