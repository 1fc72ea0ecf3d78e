import type { PersonFields, Role } from '../person.ts';
import type { Origin } from './origin.ts';

const listFields = ['aliases', 'nationalIds', 'phones', 'addresses'] as const;

/** A part somebody plays, as an origin names it among its values. */
export const roleText = (role: Role): string =>
  JSON.stringify(
    Object.entries(role)
      // What is not said is not there once it was stored.
      .filter(([, value]) => value !== undefined && value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The same to be read by an officer: which part, then what is said of it. */
export const roleShown = ({ kind, ...said }: Role): string =>
  [kind, ...Object.values(said).filter((value) => value !== undefined && value !== '')].join(' · ');

/** Takes values out of a person's fields, and tells of which fields something is gone. */
export function withoutValues(
  fields: Pick<PersonFields, (typeof listFields)[number] | 'birthDate' | 'roles'>,
  values: Origin['values'],
): readonly string[] {
  const touched: string[] = [];
  for (const field of listFields) {
    const gone = new Set(values[field] ?? []);
    const left = fields[field].filter((value) => !gone.has(value));
    if (left.length === fields[field].length) continue;
    fields[field] = left;
    touched.push(field);
  }
  if (fields.birthDate !== undefined && values['birthDate']?.includes(fields.birthDate) === true) {
    delete fields.birthDate;
    touched.push('birthDate');
  }
  const gone = new Set(values['roles'] ?? []);
  const left = fields.roles.filter((role) => !gone.has(roleText(role)));
  // A record without any part to play is none; then the parts stay and say no more than that.
  if (left.length > 0 && left.length < fields.roles.length) {
    fields.roles = left;
    touched.push('roles');
  }
  return touched;
}
