import { headingNames, headingWords } from './heading-words.ts';
import { type ColumnMapping, eitherFields, type RegisterKind, registerFields, registerKinds } from './register.ts';

const folded = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/^nm(?=\p{Letter})/u, 'nama');

/** Field → heading, for the headings that are known; a column serves one field only, and some serve none. */
export function proposeMapping(kind: RegisterKind, header: readonly string[]): ColumnMapping {
  const free = new Map(header.map((heading) => [folded(heading), heading]));
  const mapping: ColumnMapping = {};
  for (const [field, names] of Object.entries(headingNames[kind])) {
    const name = names.find((candidate) => free.has(candidate));
    if (name === undefined) continue;
    mapping[field] = free.get(name) ?? '';
    free.delete(name);
  }
  for (const [field, words] of Object.entries(headingWords[kind])) {
    if (field in mapping) continue;
    const [only, second] = [...free.keys()].filter((heading) => words.test(heading));
    if (only === undefined || second !== undefined) continue;
    mapping[field] = free.get(only) ?? '';
    free.delete(only);
  }
  return mapping;
}

/** Fields that still need a column; of several of which one is enough, the first stands for all. */
export function missingFields(kind: RegisterKind, mapping: ColumnMapping, header: readonly string[]): string[] {
  const isThere = (field: string): boolean => {
    const heading = mapping[field];
    return heading !== undefined && header.includes(heading);
  };
  const either = eitherFields[kind];
  return [
    ...registerFields[kind].required.filter((field) => !isThere(field)),
    ...(either.length === 0 || either.some(isThere) ? [] : either.slice(0, 1)),
  ];
}

/** Numbered rows and remarks stand in any register, so their columns say nothing about which one it is. */
const untelling = new Set(['rowNumber', 'note', 'unit']);
const tellingFields = (mapping: ColumnMapping): number =>
  Object.keys(mapping).filter((field) => !untelling.has(field)).length;

/** How much of a header a register explains, and whether everything it needs is there. */
function explained(kind: RegisterKind, header: readonly string[]) {
  const mapping = proposeMapping(kind, header);
  return { kind, known: tellingFields(mapping), complete: missingFields(kind, mapping, header).length === 0 };
}

/**
 * The register that explains most of the headings, when its required fields are among them; null when none does, and also
 * when another register that lacks a required field explains more: a visit book read as a list of inmates would make
 * people of it.
 */
export function guessKind(header: readonly string[]): RegisterKind | null {
  const [likeliest] = registerKinds
    .map((kind) => explained(kind, header))
    .sort((a, b) => b.known - a.known || Number(b.complete) - Number(a.complete));
  return likeliest?.complete === true ? likeliest.kind : null;
}

const ofPeople = new Set<RegisterKind>(['inmates', 'staff']);
/** A visit book may have a column of goods, and a register of goods lack the sender: one heading decides nothing. */
const clearly = 2;

/**
 * Which other register a header is, when it clearly is one: nobody may become a visitor, an inmate or a member of staff
 * because a file was handed over under the wrong name. Null when it may be the one asked for.
 */
export function otherKind(kind: RegisterKind, header: readonly string[]): RegisterKind | null {
  const guessed = guessKind(header);
  if (guessed === null || guessed === kind) return null;
  const [asked, other] = [explained(kind, header), explained(guessed, header)];
  const alike = !ofPeople.has(kind) && !ofPeople.has(guessed);
  return asked.complete && alike && other.known - asked.known < clearly ? null : guessed;
}

/** How many headings of any register a row holds; the header is the first row with the most. */
export function knownHeadings(cells: readonly string[]): number {
  return Math.max(...registerKinds.map((kind) => Object.keys(proposeMapping(kind, cells)).length));
}
