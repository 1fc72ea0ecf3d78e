import { dateSchema } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';

/** A day as it was typed, `2026-03-02`. @throws SinergiError `invalid-input` */
export function givenDay(written: string): string {
  const { data } = dateSchema.safeParse(written);
  if (data === undefined) throw new SinergiError('invalid-input', { fields: [written] });
  return data;
}
