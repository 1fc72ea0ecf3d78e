import { type Marking, markings } from '../../../shared/domain/basics.ts';

/** How a record that is wholly its originator's follows it: a marking is never lowered. */
export const higher = (one: Marking, other: Marking): Marking =>
  markings.indexOf(one) > markings.indexOf(other) ? one : other;

/** What they leave empty they withhold; it does not empty ours. */
export const withoutEmpty = <T extends object>(fields: T): Partial<T> => {
  const kept: Partial<T> = { ...fields };
  for (const name of Object.keys(kept)) if (Reflect.get(kept, name) === '') Reflect.deleteProperty(kept, name);
  return kept;
};
