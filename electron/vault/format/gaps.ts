import { z } from 'zod';
import { idSchema } from '../../../shared/domain/basics.ts';
import type { AuditEntry } from './audit.ts';

/** Entries of a device's chain that were lost when a damaged vault was salvaged: all between these two. */
const gapSchema = z.strictObject({
  device: idSchema,
  after: z.int().nonnegative(),
  next: z.int().positive(),
});
export type Gap = z.infer<typeof gapSchema>;

const reasonSchema = z.object({ gaps: z.array(gapSchema) });

/** An entry's reason holds so many at most. */
export const mostGaps = 40;

export const salvageAction = 'vault.salvage';
export const salvageReason = (gaps: readonly Gap[]): string => JSON.stringify({ gaps });

function gapsIn({ action, reason }: AuditEntry): readonly Gap[] {
  if (action !== salvageAction || reason === undefined) return [];
  try {
    return reasonSchema.safeParse(JSON.parse(reason)).data?.gaps ?? [];
  } catch {
    return [];
  }
}

const keyOf = ({ device, after, next }: Gap): string => `${device} ${after} ${next}`;

/**
 * A break of a chain is accounted for when an officer has signed what is missing there.
 *
 * @param isGenuine whether an entry is as its actor signed it
 */
export function accountedGaps(
  entries: Iterable<AuditEntry>,
  isGenuine: (entry: AuditEntry) => boolean,
): { has(gap: Gap): boolean } {
  const known = new Set<string>();
  for (const entry of entries)
    if (entry.action === salvageAction && isGenuine(entry)) for (const gap of gapsIn(entry)) known.add(keyOf(gap));
  return { has: (gap) => known.has(keyOf(gap)) };
}
