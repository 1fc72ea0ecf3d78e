import { z } from 'zod';
import { channel } from './channel.ts';

/** What a removal hands back; good until the vault is locked. */
export const undoableSchema = z.strictObject({ undoId: z.string() });

export const undoChannels = {
  /** @throws `nothing-to-undo`, or `conflict` when the record was changed since. */
  'undo.apply': channel('own.session', undoableSchema, z.strictObject({})),
} as const;
