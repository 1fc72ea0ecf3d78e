import { z } from 'zod';
import { wipe } from '../../vault/crypto/bytes.ts';
import { readShare } from '../../vault/crypto/recovery-shares.ts';

/** What a share says of itself on paper; `set` is the same on all that belong together. */
export const shareFactsSchema = z.strictObject({
  number: z.int(),
  needed: z.int(),
  made: z.int(),
  set: z.string(),
});
export type ShareFacts = z.infer<typeof shareFactsSchema>;

/** @returns null for a recovery key in one piece */
export function shareFacts(piece: string): ShareFacts | null {
  const share = readShare(piece);
  if (share === undefined) return null;
  wipe(share.secret);
  const { number, needed, made, set } = share;
  return { number, needed, made, set };
}

/** What the sheet's file is called behind the vault's name. */
export function sheetName(piece: string): string {
  const share = shareFacts(piece);
  return share === null ? 'recovery' : `recovery-${share.number}-of-${share.made}`;
}
