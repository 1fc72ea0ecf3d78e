import type { z } from 'zod';
import type { Verb } from '../domain/access.ts';

/** `open` channels answer while the vault is locked; all others to an officer whose role may do what the verb says. */
export type Access = 'open' | Verb;

export interface Channel<I extends z.ZodType, O extends z.ZodType> {
  readonly access: Access;
  readonly input: I;
  readonly output: O;
}

export const channel = <I extends z.ZodType, O extends z.ZodType>(
  access: Access,
  input: I,
  output: O,
): Channel<I, O> => ({
  access,
  input,
  output,
});
