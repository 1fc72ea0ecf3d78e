import { z } from 'zod';
import { idSchema, requiredText } from '../domain/basics.ts';
import { officerNameSchema, officerRoleSchema } from '../domain/officer.ts';
import { mostShares, recoveryReadingSchema, recoverySplitSchema } from '../domain/recovery.ts';
import { salvageReportSchema } from '../domain/salvage.ts';
import { settingsFieldsSchema, settingsSchema } from '../domain/settings.ts';
import { doubtSchema } from '../domain/vault-health.ts';
import { channel } from './channel.ts';

const nothing = z.strictObject({});
/** Never trimmed or normalised before the vault does it; never logged. */
export const passphraseSchema = z.string().min(1).max(1024);
/** Where a key file lies or is to be made, as a dialog of the system gave it. */
export const keyFileSchema = requiredText(4096).optional();
/** A recovery key or one of its shares, as it was typed. */
const pieceSchema = requiredText(400);

export const vaultStatusSchema = z.strictObject({
  state: z.enum(['none', 'locked', 'unlocked']),
  /** Folder of the vault last used or now open. */
  folder: z.string().nullable(),
  officerName: z.string().nullable(),
  officerId: idSchema.nullable(),
  /** Empty while the vault is locked. */
  roles: z.array(officerRoleSchema),
  readOnly: z.boolean(),
  /** This workstation saw the vault further: it can only be read until an administrator accepts that. */
  doubt: doubtSchema.nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

export const openReportSchema = z.strictObject({
  officerName: z.string(),
  /** The last, half-written entry of a crash was cut off and kept aside. */
  cutOff: z.boolean(),
  /** Damaged in the middle, or in doubt: readable, not writable. */
  readOnly: z.boolean(),
  /** This workstation saw the vault further; `vault.status` says more. */
  doubted: z.boolean(),
});

export const vaultCountsSchema = z.strictObject({
  people: z.int(),
  inmates: z.int(),
  visitors: z.int(),
  visits: z.int(),
  cases: z.int(),
  links: z.int(),
  reports: z.int(),
});
export type VaultCounts = z.infer<typeof vaultCountsSchema>;

export const vaultChannels = {
  'vault.status': channel('open', nothing, vaultStatusSchema),
  'vault.chooseFolder': channel(
    'open',
    z.strictObject({ purpose: z.enum(['create', 'open']) }),
    z.strictObject({ folder: z.string().nullable() }),
  ),
  'vault.create': channel(
    'open',
    z.strictObject({
      folder: requiredText(4096),
      officerName: officerNameSchema,
      passphrase: passphraseSchema,
      shares: recoverySplitSchema.optional(),
      keyFile: keyFileSchema,
      /** For practice only, for good. */
      training: z.boolean().optional(),
    }),
    /** The recovery key, or its shares: shown once. */
    z.strictObject({ vaultId: idSchema, recovery: z.array(z.string()).min(1) }),
  ),
  /** Where a key file is, or where a new one goes; null when the officer cancelled. */
  'vault.chooseKeyFile': channel(
    'open',
    z.strictObject({ purpose: z.enum(['use', 'make']) }),
    z.strictObject({ path: z.string().nullable() }),
  ),
  'vault.open': channel(
    'open',
    z.strictObject({
      folder: requiredText(4096),
      passphrase: passphraseSchema,
      officerName: officerNameSchema.optional(),
      keyFile: keyFileSchema,
    }),
    openReportSchema,
  ),
  /** What a vault's recovery takes, and how far the pieces typed until now reach; opens nothing. */
  'vault.readRecovery': channel(
    'open',
    z.strictObject({ folder: requiredText(4096), pieces: z.array(pieceSchema).max(mostShares) }),
    recoveryReadingSchema,
  ),
  /** Sets a new passphrase by the recovery key, then opens. */
  'vault.recover': channel(
    'open',
    z.strictObject({
      folder: requiredText(4096),
      /** The key, or so many of its shares as are needed. */
      recovery: z.array(pieceSchema).min(1).max(mostShares),
      newPassphrase: passphraseSchema,
      officerName: officerNameSchema.optional(),
    }),
    openReportSchema,
  ),
  /** Sets the first passphrase of an invited officer, then opens. */
  'vault.activate': channel(
    'open',
    z.strictObject({
      folder: requiredText(4096),
      officerName: officerNameSchema,
      invitation: requiredText(100),
      newPassphrase: passphraseSchema,
      keyFile: keyFileSchema,
    }),
    openReportSchema,
  ),
  /** Takes an older state for the one that counts, with a reason; answers `vault-read-only` when there is no doubt. */
  'vault.accept': channel('vault.accept', z.strictObject({ reason: requiredText(1000) }), nothing),
  /** Into a new folder inside `into`; progress comes as events, and `backups.cancel` stops it. */
  'vault.salvage': channel('vault.salvage', z.strictObject({ into: requiredText(4096) }), salvageReportSchema),
  'vault.lock': channel('open', nothing, nothing),
  /** A one-page PDF with the recovery key or a share, to be printed and put in a safe; `path` is null when the officer cancelled. */
  'vault.saveRecoverySheet': channel(
    'vault.keys',
    z.strictObject({ piece: pieceSchema }),
    z.strictObject({ path: z.string().nullable() }),
  ),
  /** How the recovery key is kept: null in one piece. */
  'vault.recovery': channel('vault.keys', nothing, z.strictObject({ shares: recoverySplitSchema.nullable() })),
  /** A new recovery key, shown once; the one before is good for nothing. */
  'vault.renewRecovery': channel(
    'vault.keys',
    z.strictObject({ shares: recoverySplitSchema.optional() }),
    z.strictObject({ recovery: z.array(z.string()).min(1) }),
  ),
  'vault.info': channel(
    'vault.info',
    nothing,
    z.strictObject({
      vaultId: idSchema,
      folder: z.string(),
      counts: vaultCountsSchema,
      generation: z.int(),
      bytes: z.int(),
      /** When the last backup was written, and whether the agreed days have gone by since. */
      lastBackup: z.string().nullable(),
      backupDue: z.boolean(),
    }),
  ),
  'vault.settings': channel('settings.read', nothing, settingsSchema),
  'vault.saveSettings': channel(
    'settings.change',
    z.strictObject({ version: z.int(), fields: settingsFieldsSchema }),
    settingsSchema,
  ),
} as const;
