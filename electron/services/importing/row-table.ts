/** Every distinct text once, by number, so that rows of millions compare as whole numbers. */
export class TextPool {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #meaning: (text: string) => string;
  readonly #byMeaning = new Map<string, number>();
  readonly #alike: number[] = [];

  /** @param meaning what two texts have in common that say the same, `0812-3456` and `+62 812 3456` */
  constructor(meaning: (text: string) => string = (text) => text) {
    this.#meaning = meaning;
  }

  get size(): number {
    return this.#texts.length;
  }

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    const own = detached(text);
    this.#numbers.set(own, number);
    this.#texts.push(own);
    const meaning = this.#meaning(own);
    const first = this.#byMeaning.get(meaning) ?? number;
    if (first === number) this.#byMeaning.set(meaning, number);
    this.#alike.push(first);
    return number;
  }

  /** The same number for texts that say the same. */
  alike(number: number): number {
    return this.#alike[number] ?? -1;
  }

  /** Lets a text count as another that says what it lost. */
  countAs(number: number, other: number): void {
    this.#alike[number] = this.alike(other);
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }

  /** In the order of their numbers. */
  all(): readonly string[] {
    return this.#texts;
  }
}

/** A part of a longer text keeps all of it in memory; a copy does not. */
const detached = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** Whole numbers in a row, in memory that doubles when it is full. */
export class GrowingInts {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const more = new Int32Array(this.#length * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(position: number): number {
    return this.#values[position] ?? -1;
  }

  values(): Int32Array<ArrayBuffer> {
    return this.#values.slice(0, this.#length);
  }

  /** Takes the last values away again. */
  shorten(count: number): void {
    this.#length = Math.max(0, this.#length - count);
  }
}

const numbersBefore = 2;

/** Rows as whole numbers: days since 1970-01-01, minutes since midnight (−1 for none), texts by their number in a pool. */
export class RowTable {
  /** How many fields of two rows are compared: day, time and the texts. */
  readonly width: number;
  readonly #cells = new GrowingInts();
  readonly sourceRow = new GrowingInts();
  readonly #pools: readonly TextPool[];

  /** @param pools one for each text column, in their order */
  constructor(pools: readonly TextPool[]) {
    this.#pools = pools;
    this.width = pools.length + numbersBefore;
  }

  get length(): number {
    return this.sourceRow.length;
  }

  /** @param texts numbers in the order of the pools */
  add(date: number, time: number, texts: readonly number[], sourceRow: number): number {
    this.#cells.push(date);
    this.#cells.push(time);
    for (const text of texts) this.#cells.push(text);
    this.sourceRow.push(sourceRow);
    return this.length - 1;
  }

  removeLast(): void {
    this.#cells.shorten(this.width);
    this.sourceRow.shorten(1);
  }

  date(row: number): number {
    return this.#cells.at(row * this.width);
  }

  time(row: number): number {
    return this.#cells.at(row * this.width + 1);
  }

  /** @param place of the column among the pools */
  textAt(row: number, place: number): number {
    return this.#cells.at(row * this.width + numbersBefore + place);
  }

  hash(row: number): number {
    let hash = 0;
    for (let field = 0; field < this.width; field += 1) {
      hash = Math.imul(hash ^ this.#said(row, field), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  }

  /** How many of the compared fields say the same. */
  agreement(row: number, other: RowTable, otherRow: number): number {
    let same = 0;
    for (let field = 0; field < this.width; field += 1)
      if (this.#said(row, field) === other.#said(otherRow, field)) same += 1;
    return same;
  }

  /** Day and time as they are, a text by what it says. */
  #said(row: number, field: number): number {
    const written = this.#cells.at(row * this.width + field);
    return field < numbersBefore ? written : (this.#pools[field - numbersBefore]?.alike(written) ?? written);
  }
}

/** Finds rows that say the same in every compared field. */
export class RowIndex {
  readonly #rows: RowTable;
  #heads = new Int32Array(1024).fill(-1);
  readonly #next = new GrowingInts();

  /** Indexes every row that is there, and those added later when `add` is told. */
  constructor(rows: RowTable) {
    this.#rows = rows;
    for (let row = 0; row < rows.length; row += 1) this.add(row);
  }

  /** @param row the one after the last added */
  add(row: number): void {
    if (row >= this.#heads.length) this.#grow();
    this.#next.push(this.#link(row));
  }

  /** Rows of the index that equal a row of the same or another table, latest first. */
  *equals(rows: RowTable, row: number): Iterable<number> {
    let found = this.#heads[rows.hash(row) & (this.#heads.length - 1)] ?? -1;
    while (found !== -1) {
      if (this.#rows.agreement(found, rows, row) === rows.width) yield found;
      found = this.#next.at(found);
    }
  }

  #link(row: number): number {
    const slot = this.#rows.hash(row) & (this.#heads.length - 1);
    const before = this.#heads[slot] ?? -1;
    this.#heads[slot] = row;
    return before;
  }

  #grow(): void {
    const count = this.#next.length;
    this.#heads = new Int32Array(this.#heads.length * 4).fill(-1);
    this.#next.shorten(count);
    for (let row = 0; row < count; row += 1) this.#next.push(this.#link(row));
  }
}

/** The texts that numbers of a pool stand for, those alone, numbered anew. */
export function pooledColumn(numbers: Int32Array, pool: TextPool): { distinct: string[]; index: Int32Array } {
  const places = new Int32Array(pool.size).fill(-1);
  const distinct: string[] = [];
  const index = numbers.map((number) => {
    const place = places[number] ?? -1;
    if (place !== -1) return place;
    places[number] = distinct.length;
    distinct.push(pool.text(number));
    return distinct.length - 1;
  });
  return { distinct, index };
}
