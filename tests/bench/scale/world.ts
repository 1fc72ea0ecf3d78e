import { Chance } from '../../fixtures/prison/chance.ts';
import {
  slip,
  writtenAddress,
  writtenDay,
  writtenName,
  writtenNationalId,
  writtenPhone,
  writtenTime,
} from '../../fixtures/prison/counter.ts';
import {
  inventedAddress,
  inventedBirth,
  inventedName,
  inventedPhone,
  inventedRegion,
  nationalIdOf,
} from '../../fixtures/prison/invented-people.ts';
import type { Truth } from './truth.ts';

export interface WorldSize {
  readonly seed: number;
  readonly inmates: number;
  readonly visitors: number;
  readonly visits: number;
  readonly calls: number;
  readonly queries: number;
}

/** How often each contestant is asked. */
export const questions = 400;

/** A prison with so many visits; at a million as large as the one the program is made for. */
export const worldOf = (visits: number): WorldSize => ({
  seed: 4,
  inmates: Math.max(50, Math.round(visits / 200)),
  visitors: Math.max(500, Math.round(visits / 20)),
  visits,
  calls: Math.round(visits / 2),
  queries: questions,
});

/** Registers of a large prison that does not exist, line by line, and what is true behind them. */
export interface World {
  inmates(): Iterable<string>;
  visits(): Iterable<string>;
  calls(): Iterable<string>;
  readonly truth: Truth;
}

interface Inmate {
  readonly name: string;
  readonly registration: string;
  readonly cell: string;
}
interface Visitor {
  readonly name: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly address: string;
  readonly relation: string;
  /** Number of the inmate. */
  readonly inmate: number;
}
interface Trip {
  readonly minutes: number;
  readonly inmate: number;
  readonly company: readonly Visitor[];
}

const firstDay = Math.floor(Date.UTC(2023, 0, 2) / 86_400_000);
const days = 1000;
const rings = 20;
const relations = ['Istri', 'Suami', 'Ibu', 'Ayah', 'Kakak', 'Adik', 'Anak', 'Paman', 'Bibi', 'Sepupu'];
const line = (cells: readonly (string | number)[]): string => cells.join(';');

/** Everybody is invented; two worlds of one size are the same letter by letter. */
export function inventWorld({ seed, inmates: count, visitors, visits, calls, queries }: WorldSize): World {
  const chance = new Chance(seed);
  const inmates: Inmate[] = Array.from({ length: count }, (_, number) => ({
    name: inventedName(chance, false),
    registration: `B.I ${10_000 + number}/${2018 + (number % 7)}`,
    cell: `${'ABCDEF'.charAt(number % 6)}.${1 + (number % 3)}.${1 + (number % 20)}`,
  }));
  let serial = 0;
  const visitor = (inmate: number, home: string, relation: string): Visitor => {
    const isWoman = chance.of(0.6);
    serial += 1;
    return {
      name: inventedName(chance, isWoman),
      // The serial keeps them apart: the truth is looked up by this number.
      nationalId: nationalIdOf(inventedRegion(chance), inventedBirth(chance), isWoman, serial % 10_000),
      phone: inventedPhone(chance),
      address: chance.of(0.7) ? home : inventedAddress(chance),
      relation,
      inmate,
    };
  };
  const homes = inmates.map(() => inventedAddress(chance));
  const families: Visitor[][] = inmates.map(() => []);
  for (let number = 0; number < visitors; number += 1) {
    const inmate = number % count;
    families[inmate]?.push(visitor(inmate, homes[inmate] ?? '', chance.pick(relations)));
  }

  const trips = new Map<number, Trip[]>();
  const couriers: Visitor[][] = [];
  const ringCalls: { readonly inmate: number; readonly number: string }[] = [];
  for (let ring = 0; ring < rings; ring += 1) {
    const members = Array.from({ length: 4 }, () => visitor(-1, inventedAddress(chance), 'Teman'));
    const targets = Array.from({ length: 4 }, () => chance.below(count));
    couriers.push(members);
    const number = inventedPhone(chance);
    for (const inmate of targets) for (let call = 0; call < 4; call += 1) ringCalls.push({ inmate, number });
    for (let time = 0; time < 14; time += 1) {
      const day = chance.below(days);
      const trip = {
        minutes: slot(chance),
        inmate: chance.pick(targets),
        company: chance.some(members, 2 + chance.below(2)),
      };
      trips.set(day, [...(trips.get(day) ?? []), trip]);
    }
  }
  const everybody = [...families.flat(), ...couriers.flat()];
  const asked = new Chance(seed + 1);

  return {
    *inmates() {
      yield 'No. Register;Nama;Blok/Kamar';
      for (const { registration, name, cell } of inmates) yield line([registration, name, cell]);
    },
    *visits() {
      const counter = new Chance(seed + 2);
      yield 'Tanggal;Jam;No. Antrian;Nama Pengunjung;NIK;No. HP;Alamat;Hubungan;Nama WBP;No. Register;Blok/Kamar';
      const planted = [...trips.values()].flat().reduce((sum, { company }) => sum + company.length, 0);
      let left = visits - planted;
      for (let day = 0; day < days; day += 1) {
        const today = [...(trips.get(day) ?? [])];
        for (let room = Math.round(left / (days - day)); room > 0; ) {
          const inmate = counter.below(count);
          const family = families[inmate] ?? [];
          const company = counter.some(family, Math.min(room, counter.of(0.3) ? 2 : 1));
          today.push({ minutes: slot(counter), inmate, company });
          room -= company.length;
          left -= company.length;
        }
        today.sort((a, b) => a.minutes - b.minutes);
        for (const [number, { minutes, inmate, company }] of today.entries())
          for (const each of company) {
            const { name, registration, cell } = inmates[inmate] ?? { name: '', registration: '', cell: '' };
            yield line([
              writtenDay(counter, firstDay + day),
              writtenTime(counter, minutes),
              1 + number,
              writtenName(counter, each.name),
              writtenNationalId(counter, each.nationalId),
              writtenPhone(counter, each.phone),
              writtenAddress(counter, each.address),
              each.relation,
              name,
              registration,
              cell,
            ]);
          }
      }
    },
    *calls() {
      const counter = new Chance(seed + 3);
      yield 'Tanggal;WBP;No. Register;Kamar;Nomor Tujuan;Durasi (detik)';
      const every = Math.max(1, Math.floor(calls / ringCalls.length));
      for (let call = 0; call < calls; call += 1) {
        const planted = call % every === 0 ? ringCalls[call / every] : undefined;
        const inmate = planted?.inmate ?? counter.below(count);
        const family = families[inmate] ?? [];
        const number =
          planted?.number ??
          (counter.of(0.7) && family.length > 0 ? counter.pick(family).phone : inventedPhone(counter));
        const { name, registration, cell } = inmates[inmate] ?? { name: '', registration: '', cell: '' };
        const day = firstDay + Math.floor((call / calls) * days);
        yield line([writtenDay(counter, day), name, registration, cell, number, counter.between(20, 900)]);
      }
    },
    truth: {
      names: Object.fromEntries(everybody.map(({ nationalId, name }) => [nationalId, name])),
      rings: couriers.map((members) => members.map(({ nationalId }) => nationalId)),
      queries: Array.from({ length: queries }, () => query(asked, asked.pick(everybody).name)),
    },
  };
}

const slot = (chance: Chance): number => 9 * 60 + 10 * chance.below(33);

/** A name as an officer types it who heard it, read it somewhere, or remembers half of it. */
function query(chance: Chance, name: string): Truth['queries'][number] {
  const words = name.split(' ');
  const kind = chance.pick(['as it is', 'typing error', 'old spelling', 'other order', 'first letters'] as const);
  switch (kind) {
    case 'as it is':
      return { kind, name, text: name.toLowerCase() };
    case 'typing error': {
      const place = chance.below(words.length);
      return { kind, name, text: words.map((word, at) => (at === place ? slip(chance, word) : word)).join(' ') };
    }
    case 'old spelling':
      return { kind, name, text: oldSpelling(name) };
    case 'other order':
      return { kind, name, text: words.toReversed().join(' ') };
    case 'first letters':
      return { kind, name, text: words.map((word) => word.slice(0, Math.max(4, word.length - 2))).join(' ') };
  }
}

/** As before the reform of 1972. */
const oldSpelling = (name: string): string =>
  name.toLowerCase().replaceAll('u', 'oe').replaceAll('j', 'dj').replaceAll('c', 'tj').replaceAll('y', 'j');
