/** Words that stand before a name or number of a place and are left out as often as not. */
const fillers = new Set(
  'jl jln jalan no nomor nmr kel kelurahan kec kecamatan desa ds dusun dsn kota kab kabupaten rt rw'.split(' '),
);
const roman = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['v', '5'],
  ['vi', '6'],
  ['vii', '7'],
  ['viii', '8'],
  ['ix', '9'],
  ['x', '10'],
]);
const leastWords = 3;
const mostlySame = 0.74;

export interface Address {
  /** All that tells one address from another, in order: `melati 2 82 10 3 pondok bambu`. */
  readonly key: string;
  readonly words: ReadonlySet<string>;
  /** Its numbers alone: `2/82/10/3`. */
  readonly numbers: string;
}

export function readAddress(written: string): Address {
  const words = (
    written
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .match(/\p{Letter}+|\p{Number}+/gu) ?? []
  )
    .filter((word) => !fillers.has(word))
    .map((word) => roman.get(word) ?? word.replace(/^0+(?=\d)/, ''));
  return { key: words.join(' '), words: new Set(words), numbers: words.filter((word) => /^\d/.test(word)).join('/') };
}

export function compareAddresses(a: Address, b: Address): 'same' | 'similar' | 'different' {
  if (a.key === b.key) return 'same';
  const least = Math.min(a.words.size, b.words.size);
  if (least < leastWords || a.numbers === '' || b.numbers === '') return 'different';
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  // The same numbers with a word misspelt, or one of them a shorter form of the other.
  const all = a.words.size + b.words.size - shared;
  if (a.numbers === b.numbers && a.numbers.includes('/') && shared / all >= 0.5) return 'similar';
  return shared === least || shared / all >= mostlySame ? 'similar' : 'different';
}
