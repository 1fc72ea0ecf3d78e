import { z } from 'zod';
import { mediumLabelSchema } from '../domain/backup.ts';
import { idSchema, requiredText } from '../domain/basics.ts';
import { verifyReportSchema } from '../domain/vault-health.ts';
import { channel } from './channel.ts';

const nothing = z.strictObject({});
const folder = requiredText(4096);

export const mediumRowSchema = z.strictObject({
  id: idSchema,
  label: mediumLabelSchema,
  folder: z.string(),
  last: z.strictObject({ at: z.string(), generation: z.int(), bytes: z.int() }).nullable(),
});
export type MediumRow = z.infer<typeof mediumRowSchema>;

export const backupReportSchema = z.strictObject({
  backup: z.string(),
  at: z.string(),
  generation: z.int(),
  files: z.int(),
  bytes: z.int(),
  /** Objects and bytes the medium did not have yet. */
  copied: z.int(),
  copiedBytes: z.int(),
  /** Backups now on the medium. */
  kept: z.int(),
  verified: z.literal(true),
});

export const backupEntrySchema = z.strictObject({
  name: z.string(),
  at: z.string(),
  /** `incomplete`: an object is missing or has another length; `unreadable`: nobody can say what belongs to it. */
  state: z.enum(['whole', 'incomplete', 'unreadable']),
  vaultId: z.string().nullable(),
  generation: z.int(),
  files: z.int(),
  bytes: z.int(),
});
export type BackupRow = z.infer<typeof backupEntrySchema>;

export const backupChannels = {
  /** By label. */
  'backups.media': channel('vault.backup', nothing, z.array(mediumRowSchema)),
  /** A label that is known gets another folder: a medium does not always come back in the same place. */
  'backups.remember': channel('vault.backup', z.strictObject({ label: mediumLabelSchema, folder }), mediumRowSchema),
  /** What lies on the medium stays there. */
  'backups.forget': channel('vault.backup', z.strictObject({ id: idSchema }), nothing),
  'backups.run': channel('vault.backup', z.strictObject({ mediumId: idSchema }), backupReportSchema),
  /** Reads the open vault through; what is found is told, nothing is changed. */
  'backups.verifyVault': channel('vault.verify', nothing, verifyReportSchema),
  /** Newest first. Needed before any vault is open, when one has to be restored. */
  'backups.list': channel('open', z.strictObject({ folder }), z.array(backupEntrySchema)),
  'backups.check': channel(
    'open',
    z.strictObject({ folder, backup: z.string().max(100) }),
    z.strictObject({ ok: z.boolean(), files: z.int(), damaged: z.array(z.string()) }),
  ),
  /** Stops what runs here: a backup, a check, a restoring or a comparison. */
  'backups.cancel': channel('open', nothing, nothing),
} as const;
