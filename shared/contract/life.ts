import { z } from 'zod';
import { lifeKinds } from '../analysis/life.ts';
import { dateSchema, idSchema, timeSchema } from '../domain/basics.ts';
import { channel } from './channel.ts';

const lifeEventSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(lifeKinds),
  date: dateSchema,
  time: timeSchema.nullable(),
  /** Identifier of a person, a number that was called, or empty. */
  other: z.string(),
  /** Name or number as it is shown. */
  otherName: z.string(),
  /** The relation, the thing, the number or the cell, as written. */
  said: z.string(),
});
export type LifeRow = z.infer<typeof lifeEventSchema>;

/** More of one person than this is not shown; the newest are. */
export const mostLifeEvents = 20_000;

export const lifeChannels = {
  /** Everything the registers tell of one person, oldest first. @throws `not-found` */
  'people.life': channel(
    'visits.read',
    z.strictObject({ id: idSchema }),
    z.strictObject({
      total: z.int(),
      events: z.array(lifeEventSchema).max(mostLifeEvents),
      /** The last day each register tells of anybody. */
      until: z.partialRecord(z.enum(lifeKinds), dateSchema),
    }),
  ),
} as const;
