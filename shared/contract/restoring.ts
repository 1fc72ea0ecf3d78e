import { z } from 'zod';
import { idSchema, requiredText, text } from '../domain/basics.ts';
import { comparisonSchema } from '../domain/comparison.ts';
import { officerNameSchema } from '../domain/officer.ts';
import { channel } from './channel.ts';
import { keyFileSchema, passphraseSchema, vaultCountsSchema } from './vault.ts';

const nothing = z.strictObject({});
const folder = requiredText(4096);
const key = { passphrase: passphraseSchema, keyFile: keyFileSchema, officerName: officerNameSchema.optional() };

export const restoreReportSchema = z.strictObject({
  /** Where the restored vault lies now. */
  folder: z.string(),
  vaultId: z.string(),
  backup: z.string(),
  at: z.string(),
  generation: z.int(),
  files: z.int(),
  frames: z.int(),
  counts: vaultCountsSchema,
  verified: z.literal(true),
  /** SHA-256 of the backup's manifest, hexadecimal. */
  manifest: z.string(),
  /** Whether somebody else in it could approve that it is put into use, and so has to. */
  takesTwo: z.boolean(),
});

export const restorationRowSchema = z.strictObject({
  id: idSchema,
  folder: z.string(),
  backupAt: z.string(),
  restoredAt: z.string(),
  restoredBy: z.string(),
  generation: z.int(),
  /** SHA-256 of the backup's manifest, hexadecimal. */
  manifest: z.string(),
});
export type RestorationRow = z.infer<typeof restorationRowSchema>;

export const restoringChannels = {
  /**
   * Puts a backup together in a new folder inside `into`, verifies it and leaves it locked. With a vault open its officer
   * must be allowed to, and the restoring is remembered in it when it is of the same vault.
   */
  'restoring.restore': channel(
    'open',
    z.strictObject({ from: folder, backup: z.string().max(100), into: folder, ...key }),
    restoreReportSchema,
  ),
  /** Of the open vault, those that are still there, newest first. */
  'restoring.list': channel('vault.verify', nothing, z.array(restorationRowSchema)),
  /** What the vault in `folder` lacks of the open one; with none open, of the one in `against`, opened by the same words. */
  'restoring.compare': channel(
    'open',
    z.strictObject({ folder, against: folder.nullable(), ...key }),
    comparisonSchema,
  ),
  /**
   * The vault in use is closed and kept aside under another name, and the restored one takes its place: `approval-required`
   * until another officer has approved it. The passphrase opens the restored one.
   */
  'restoring.switch': channel('vault.restore', z.strictObject({ id: idSchema, ...key }), nothing),
  /**
   * Without a vault that opens: the officer who restored, and another one who approves it, unlock the restored vault one
   * after the other, and it keeps both signatures. `instead` is the vault that is kept aside, when there is one.
   */
  'restoring.finish': channel(
    'open',
    z.strictObject({
      folder,
      instead: folder.nullable(),
      reason: text(2000),
      first: z.strictObject(key),
      second: z.strictObject(key).nullable(),
    }),
    z.strictObject({ folder: z.string(), aside: z.string().nullable() }),
  ),
} as const;
