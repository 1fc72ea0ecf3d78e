import { z } from 'zod';
import { type Id, instantSchema, recordMetaShape, requiredText } from './basics.ts';

/** What an officer calls a medium: `Flashdisk merah`. */
export const mediumLabelSchema = requiredText(60);

/** A folder or medium that backups of this vault go to, remembered by what it is called. */
export const backupMediumSchema = z.strictObject({
  ...recordMetaShape,
  label: mediumLabelSchema,
  folder: requiredText(4096),
  /** The last backup written there by this vault. */
  last: z
    .strictObject({ at: instantSchema, name: z.string().max(100), generation: z.int(), bytes: z.int() })
    .optional(),
});

/** A backup of this vault that was restored beside it, and what became of that. */
export const restorationSchema = z.strictObject({
  ...recordMetaShape,
  /** Where the restored vault lies. */
  folder: requiredText(4096),
  backup: z.string().max(100),
  backupAt: instantSchema,
  generation: z.int(),
  /** SHA-256 of the backup's manifest, hexadecimal: what approvals are about. */
  manifest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Newest backups that stay when nothing else is said, beside one of each of some days, weeks and months. */
export const backupsKept = 10;

const dayLength = 86_400_000;

/**
 * Whether it is time for the next backup.
 *
 * @param last when the last one was written; without one, the days are counted from when the vault was made, which its
 * identifier tells (RFC 9562, version 7)
 */
export function isBackupDue(vaultId: Id, last: string | null, everyDays: number, now: number): boolean {
  const since = last === null ? Number.parseInt(vaultId.replaceAll('-', '').slice(0, 12), 16) : Date.parse(last);
  return now - since >= everyDays * dayLength;
}
