import type { z } from 'zod';

/** `open` channels answer while the vault is locked; `unlocked` ones only after an officer has opened it. */
export type Access = 'open' | 'unlocked';

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
