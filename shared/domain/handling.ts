import { z } from 'zod';
import { text } from './basics.ts';

/**
 * What may be done with intelligence (College of Policing APP, 3x5x2 reporting): P, lawful sharing permitted; C, with
 * conditions. Under C both are required. Action: A1 may be combined and corroborated, no action without the originator;
 * A2 covert action, source and technique protected, not alone as evidence; A3 overt action as the owner says.
 * Sanitisation: S1 the recipient may sanitise to pass it on; S2 not without the originator.
 */
export const actionCodes = ['A1', 'A2', 'A3'] as const;
export const sanitisationCodes = ['S1', 'S2'] as const;

export const handlingSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('P') }),
  z.strictObject({
    code: z.literal('C'),
    action: z.enum(actionCodes),
    sanitisation: z.enum(sanitisationCodes),
    /** What the originator says beyond the codes. */
    note: text(2000),
  }),
]);
export type Handling = z.infer<typeof handlingSchema>;

/** What nobody has put under conditions. */
export const shared: Handling = { code: 'P' };

/** As officers write it: `P`, `C A1 S2`. */
export const handlingLabel = (handling: Handling): string =>
  handling.code === 'P' ? 'P' : `C ${handling.action} ${handling.sanitisation}`;

/** What satisfies both: the narrower of each code, and both notes. */
export function stricter(one: Handling, other: Handling): Handling {
  if (one.code === 'P') return other;
  if (other.code === 'P') return one;
  return {
    code: 'C',
    action: one.action < other.action ? one.action : other.action,
    sanitisation: one.sanitisation > other.sanitisation ? one.sanitisation : other.sanitisation,
    note: one.note === other.note || other.note === '' ? one.note : `${one.note}\n${other.note}`.trim().slice(0, 2000),
  };
}
