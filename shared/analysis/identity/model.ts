import type { NationalIdAgreement } from './national-id-comparison.ts';
import type { WordAgreement } from './name-comparison.ts';

/**
 * The model by which two records of visitors are one person or two: Fellegi and Sunter (1969), with the people who are
 * not the same split into relatives and strangers. A family shares address, telephone, inmate and often a name, so
 * measured against strangers alone every brother would be his sister; a record has to look more like the same person than
 * like a relative.
 *
 *     odds = same · Π m  /  (relative · Π f  +  Π u)
 *
 * m, f and u are the chances of an observation between two records of the same person, of relatives, and of strangers.
 * Where a value's own frequency in the registers decides (names, numbers, addresses, inmates), u comes from the data;
 * the others are stated here. They are judgements about how registers are written, set once and held for every register:
 * about one row in seven lacks a NIK or has a digit of it wrong, names are shortened or misspelt in one row of four,
 * telephones and addresses change.
 */
interface Chances {
  readonly same: number;
  readonly relative: number;
  readonly stranger: number;
}

/** Pairs of a register of `n` people: how many records another one doubles, and how many relatives a visitor has there. */
export const prior = { doublesEach: 0.5, relativesEach: 4 } as const;

/** From what odds on a pair is called so. A certain one errs less than once in a thousand by the model's own account. */
export const bands = [
  { band: 'certain', from: 0.999 },
  { band: 'likely', from: 0.95 },
  { band: 'possible', from: 0.2 },
] as const;
export type Band = (typeof bands)[number]['band'];

/** Chances between strangers are of that agreement by accident. Families with twins make a running number one digit apart. */
export const nationalIdChances: Readonly<Record<NationalIdAgreement, Chances>> = {
  same: { same: 0.86, relative: 0.001, stranger: 1e-8 },
  digit: { same: 0.08, relative: 0.000_3, stranger: 1e-7 },
  serial: { same: 0.02, relative: 0.006, stranger: 1e-8 },
  two: { same: 0.01, relative: 0.004, stranger: 1e-5 },
  birth: { same: 0.005, relative: 0.01, stranger: 5e-5 },
  partial: { same: 0.05, relative: 1, stranger: 1 },
  different: { same: 0.002, relative: 0.98, stranger: 1 },
};
/** The same digit is seldom mistyped twice: two NIK each written several times are rather two people's. */
export const repeatedError = 0.25;
export const repeatedFrom = 2;

/** Twins are named alike: beside NIK that differ in the running number, a name that differs a little is a twin's. */
export const twinsNamedAlike = 30;

/** What the counter makes of a word, once it is the same word. */
export const wordSame: Readonly<Record<WordAgreement, number>> = {
  same: 0.85,
  spelling: 0.12,
  typing: 0.08,
  short: 0.04,
  initial: 0.1,
};
/** How many words are as near to a given one, beside its own frequency. */
export const typingNeighbours = 4;
/** Words left out on one side; a word of its own on both. */
export const nameSame = { left: 0.1, conflict: 0.004, nothing: 0.001 } as const;
/** Relatives: one named after the other, Rina and Rini, a family name alone, and a word in common. */
export const nameRelative = { whole: 0.004, typing: 0.012, left: 0.015, conflict: 0.35, nothing: 0.6 } as const;

export const phoneChances = {
  same: { same: 0.8, relative: 0.2 },
  digit: { same: 0.05, relative: 0.01, stranger: 1e-4 },
  different: { same: 0.15, relative: 0.75, stranger: 1 },
} as const;

export const addressChances = {
  same: { same: 0.82, relative: 0.7 },
  similar: { same: 0.08, relative: 0.06, stranger: 1e-3 },
  different: { same: 0.1, relative: 0.24, stranger: 1 },
} as const;

/** The inmate both came to, as the same relation or as another. */
export const tieChances = {
  sameRelation: { same: 0.78, relative: 0.15 },
  otherRelation: { same: 0.12, relative: 0.65 },
  otherInmate: { same: 0.1, relative: 0.2, stranger: 1 },
  sameOffice: { same: 0.9, relative: 0.02 },
  otherOffice: { same: 0.02, relative: 0.9, stranger: 1 },
} as const;

/** At one inmate in the same minute, in two rows. */
export const togetherChances: Chances = { same: 0.01, relative: 0.5, stranger: 0.02 };

export const birthDateChances = {
  same: { same: 0.95, relative: 0.01, stranger: 5e-5 },
  different: { same: 0.05, relative: 0.99, stranger: 1 },
} as const;
