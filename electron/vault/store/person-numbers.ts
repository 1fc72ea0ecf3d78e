import type { Id } from '../../../shared/domain/basics.ts';
import { uuidBytes } from '../crypto/bytes.ts';
import { isUuid } from '../format/text-column.ts';

const none = -1;

/**
 * A number for each person, from 0, by the sixteen bytes of the identifier: a million of them are numbered without one
 * text being made. A hash table of whole numbers, at most half full, the next free place taken (linear probing).
 */
export class PersonNumbers {
  #words = new Int32Array(4 * 1024);
  #places = new Int32Array(4 * 1024).fill(none);
  #size = 0;
  /** Identifiers of another form; no program writes any, and none may be taken for another's. */
  readonly #others = new Map<Id, number>();

  get size(): number {
    return this.#size;
  }

  /** Numbers of identifiers that stand one behind the other, sixteen bytes each; new ones where they are not known yet. */
  numbersOf(uuids: Uint8Array): Int32Array {
    const words = wordsOf(uuids);
    const numbers = new Int32Array(words.length / 4);
    for (let each = 0; each < numbers.length; each += 1)
      numbers[each] = this.#known(words, each * 4) ?? this.#add(words, each * 4);
    return numbers;
  }

  numberOf(id: Id): number {
    const known = this.find(id);
    if (known !== undefined) return known;
    if (isUuid(id)) return this.#add(wordsOf(uuidBytes(id)), 0);
    this.#others.set(id, this.#size);
    this.#makeRoom();
    return this.#size++;
  }

  find(id: Id): number | undefined {
    return isUuid(id) ? this.#known(wordsOf(uuidBytes(id)), 0) : this.#others.get(id);
  }

  #known(words: Int32Array, at: number): number | undefined {
    const number = this.#places[this.#placeOf(words, at)] ?? none;
    return number === none ? undefined : number;
  }

  #add(words: Int32Array, at: number): number {
    const number = this.#size;
    this.#makeRoom();
    this.#words.set(words.subarray(at, at + 4), number * 4);
    this.#places[this.#placeOf(words, at)] = number;
    this.#size += 1;
    return number;
  }

  /** Where the identifier stands, or would. */
  #placeOf(words: Int32Array, at: number): number {
    const mask = this.#places.length - 1;
    let place = hash(words, at) & mask;
    for (;;) {
      const number = this.#places[place] ?? none;
      if (number === none || same(this.#words, number * 4, words, at)) return place;
      place = (place + 1) & mask;
    }
  }

  #makeRoom(): void {
    if ((this.#size + 1) * 4 > this.#words.length) {
      const more = new Int32Array(this.#words.length * 2);
      more.set(this.#words);
      this.#words = more;
    }
    if ((this.#size + 1) * 2 <= this.#places.length) return;
    const others = new Set(this.#others.values());
    this.#places = new Int32Array(this.#places.length * 4).fill(none);
    for (let number = 0; number < this.#size; number += 1)
      if (!others.has(number)) this.#places[this.#placeOf(this.#words, number * 4)] = number;
  }
}

/** A copy, because four bytes at a time are only read from where a fourth of the memory begins. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(bytes.length / 4);
  new Uint8Array(words.buffer).set(bytes);
  return words;
}

function hash(words: Int32Array, at: number): number {
  let mixed = 0;
  for (let word = 0; word < 4; word += 1) {
    mixed = Math.imul(mixed ^ (words[at + word] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}

function same(left: Int32Array, at: number, right: Int32Array, rightAt: number): boolean {
  for (let word = 0; word < 4; word += 1) if (left[at + word] !== right[rightAt + word]) return false;
  return true;
}
