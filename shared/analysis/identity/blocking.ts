import { isNationalId } from '../../domain/national-id.ts';
import type { Subject } from './subject.ts';

/** In a larger block each is compared with those who came most often, and with the neighbours in the block, alone. */
const mostInBlock = 40;
const hubs = 12;
const neighbours = 6;
/** A name that more people bear tells nothing. */
const mostOfName = 8;
const leastDigits = 14;
const initialLength = 1;

/** What two people must share one of to be compared at all; each forgives another kind of error. */
function* keysOf({ ways, nationalIds, phones, addresses, ties, birthDate, offices }: Subject): Iterable<string> {
  const heads = new Set(ways.flatMap((words) => words.map(({ key }) => key.slice(0, initialLength))));
  for (const { digits } of nationalIds) {
    if (digits.length < leastDigits) continue;
    yield `nik ${digits}`;
    // Two numbers that differ in one digit, or of which one lacks a digit, are the same without the right one.
    for (let place = 0; place < digits.length; place += 1)
      yield `nik ${digits.slice(0, place)}${digits.slice(place + 1)}`;
    if (isNationalId(digits)) for (const head of heads) yield `born ${digits.slice(6, 12)} ${head}`;
  }
  if (birthDate !== undefined) for (const head of heads) yield `day ${birthDate} ${head}`;
  for (const phone of phones) yield `phone ${phone}`;
  for (const { key, numbers } of addresses) {
    yield `home ${key}`;
    for (const head of heads) {
      yield `home ${key} ${head}`;
      if (numbers.includes('/')) yield `at ${numbers} ${head}`;
    }
  }
  for (const inmate of ties.keys()) {
    if (offices.size > 0) break;
    yield `inmate ${inmate}`;
    for (const head of heads) yield `inmate ${inmate} ${head}`;
  }
  for (const words of ways) {
    const keys = words.map(({ key }) => key).sort();
    if (keys.length > 1) yield `name ${keys.join(' ')}`;
    for (const office of offices) for (const key of keys) yield `${office} ${key}`;
  }
}

/** Pairs of positions worth comparing, each once. */
export function* candidatePairs(subjects: readonly Subject[]): Iterable<readonly [number, number]> {
  const seen = new Set<number>();
  for (const block of blocksOf(subjects))
    for (const [one, other] of pairsOf(block, subjects)) {
      const [a, b] = one < other ? [one, other] : [other, one];
      const pair = a * subjects.length + b;
      if (seen.has(pair)) continue;
      seen.add(pair);
      yield [a, b];
    }
}

function* blocksOf(subjects: readonly Subject[]): Iterable<readonly number[]> {
  /** Most keys are one person's: those cost no list. */
  const blocks = new Map<string, number | number[]>();
  subjects.forEach((subject, position) => {
    for (const key of new Set(keysOf(subject))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, position);
      else if (typeof block === 'number') blocks.set(key, [block, position]);
      else block.push(position);
    }
  });
  for (const [key, block] of blocks)
    if (typeof block !== 'number' && !(key.startsWith('name ') && block.length > mostOfName)) yield block;
}

function* pairsOf(block: readonly number[], subjects: readonly Subject[]): Iterable<readonly [number, number]> {
  const came = (position: number): number => subjects[position]?.presences.size ?? 0;
  const isLarge = block.length > mostInBlock;
  const members = isLarge ? [...block].sort((a, b) => came(b) - came(a)) : block;
  for (let left = 0; left < members.length; left += 1) {
    const end = !isLarge || left < hubs ? members.length : Math.min(members.length, left + 1 + neighbours);
    for (let right = left + 1; right < end; right += 1) yield [members[left] ?? 0, members[right] ?? 0];
  }
}
