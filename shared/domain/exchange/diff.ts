import type { Id } from '../basics.ts';
import type { Case } from '../case.ts';
import type { Link } from '../link.ts';
import type { Person } from '../person.ts';
import type { Report } from '../report.ts';
import type { ItemOf, PackageItem } from './item.ts';
import { roleShown } from './person-values.ts';

export const itemStates = ['new', 'same', 'changed', 'conflict', 'duplicate'] as const;
export type ItemState = (typeof itemStates)[number];

/** How one field stands: `adds` when theirs is beside ours, `differs` when only one of both can hold. */
export interface FieldDifference {
  readonly field: string;
  readonly kind: 'adds' | 'differs';
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export type Difference = FieldDifference | null;

export const adds = (field: string, ours: readonly string[], theirs: readonly string[]): Difference => {
  const known = new Set(ours);
  return theirs.every((value) => known.has(value)) ? null : { field, kind: 'adds', ours, theirs };
};

/** What one side leaves empty is no difference of opinion. */
export const differs = (field: string, ours: string | undefined, theirs: string | undefined): Difference => {
  if (theirs === undefined || theirs === '' || theirs === ours) return null;
  if (ours === undefined || ours === '') return { field, kind: 'adds', ours: [], theirs: [theirs] };
  return { field, kind: 'differs', ours: [ours], theirs: [theirs] };
};

export const found = (differences: readonly Difference[]): FieldDifference[] =>
  differences.filter((each) => each !== null);

export function personDifferences(ours: Person, { fields }: ItemOf<'person'>): FieldDifference[] {
  const names = [ours.name, ...ours.aliases];
  return found([
    names.includes(fields.name) ? null : differs('name', ours.name, fields.name),
    adds('aliases', names, fields.aliases),
    differs('birthDate', ours.birthDate, fields.birthDate),
    adds('nationalIds', ours.nationalIds, fields.nationalIds),
    adds('phones', ours.phones, fields.phones),
    adds('addresses', ours.addresses, fields.addresses),
    adds('roles', ours.roles.map(roleShown), fields.roles.map(roleShown)),
    differs('notes', ours.notes, fields.notes),
  ]);
}

/** @param localOf our person for one of theirs */
export function caseDifferences(
  ours: Case,
  { fields }: ItemOf<'case'>,
  localOf: (personId: Id) => Id | undefined,
): FieldDifference[] {
  return found([
    differs('title', ours.title, fields.title),
    differs('marking', ours.marking, fields.marking),
    differs('purpose', ours.purpose, fields.purpose),
    differs('legalBasis', ours.legalBasis, fields.legalBasis),
    differs('notes', ours.notes, fields.notes),
    differs('reviewOn', ours.reviewOn, fields.reviewOn),
    differs('status', ours.status, fields.status),
    adds(
      'members',
      ours.members.map(({ personId }) => personId),
      fields.members.flatMap(({ personId }) => localOf(personId) ?? []),
    ),
  ]);
}

export function linkDifferences(ours: Link, { fields }: ItemOf<'link'>): FieldDifference[] {
  const grade = ({ scheme, source, information }: Link['grade']): string => `${scheme} ${source}${information}`;
  return found([
    differs('kind', ours.kind, fields.kind),
    differs('status', ours.status, fields.status),
    differs('grade', grade(ours.grade), grade(fields.grade)),
    differs('since', ours.since, fields.since),
    differs('until', ours.until, fields.until),
    adds('sources', ours.sources, fields.sources),
    differs('note', ours.note, fields.note),
  ]);
}

export function reportDifferences(ours: Report, { fields }: ItemOf<'report'>): FieldDifference[] {
  const facts = (items: Report['items']): string[] => items.map(({ text }) => text);
  return found([
    differs('subject', ours.subject, fields.subject),
    differs('marking', ours.marking, fields.marking),
    differs('priority', ours.priority, fields.priority),
    adds('items', facts(ours.items), facts(fields.items)),
    differs('analysis', ours.opinion.analysis, fields.opinion.analysis),
    differs('prediction', ours.opinion.prediction, fields.opinion.prediction),
    differs('recommendation', ours.opinion.recommendation, fields.opinion.recommendation),
  ]);
}

/** @param changedHere whether our record is another than the one last accepted from them */
export function stateOf(differences: readonly FieldDifference[], changedHere: boolean): ItemState {
  if (differences.length === 0) return 'same';
  return changedHere && differences.some(({ kind }) => kind === 'differs') ? 'conflict' : 'changed';
}

/** What an item is called in a list. @param named the name of one of their people */
export function itemLabel(item: PackageItem, named: (personId: Id) => string): string {
  switch (item.type) {
    case 'person':
      return item.fields.name;
    case 'case':
      return `${item.fields.number} ${item.fields.title}`;
    case 'link':
      return `${named(item.fields.from)} – ${named(item.fields.to)}`;
    case 'visits':
      return `${named(item.visitorId)} → ${named(item.inmateId)} (${item.rows.length})`;
    case 'report':
      return `${item.fields.number} ${item.fields.subject}`;
    case 'file':
    case 'operation':
      return item.fields.name;
    case 'meeting':
      return `${item.fields.title} (${item.fields.day})`;
    case 'commitment':
      return `${item.fields.what} (${item.fields.owedBy} → ${item.fields.owedTo})`;
  }
}
