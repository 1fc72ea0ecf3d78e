import { z } from 'zod';
import { languageSchema, recordMetaShape, requiredText } from './basics.ts';

/** Agreed for the whole vault; there is exactly one such record. */
export const settingsFieldsSchema = z.strictObject({
  /** Heads printed documents; empty until an officer has said it, because a wrong name on paper misleads. */
  agencyName: z.string().trim().max(200),
  /** `{n}` running number padded to 4, `{roman}` month in Roman numerals, `{year}`. */
  caseNumberTemplate: requiredText(60).refine((template) => template.includes('{n}'), { message: 'invalid-input' }),
  /** Seconds without input before the vault locks itself. */
  idleLockSeconds: z.int().min(30).max(3600),
  /** Days until a new case or allegation must be reviewed. */
  reviewAfterDays: z.int().min(7).max(365),
});
export type SettingsFields = z.infer<typeof settingsFieldsSchema>;
export const settingsSchema = settingsFieldsSchema.extend(recordMetaShape);

export const defaultSettings: SettingsFields = {
  agencyName: '',
  caseNumberTemplate: 'BK/{n}/{roman}/{year}',
  idleLockSeconds: 300,
  reviewAfterDays: 90,
};

/** Kept outside the vault because the lock screen needs them; holds nothing of a case. */
export const preferencesSchema = z.strictObject({
  language: languageSchema,
  theme: z.enum(['light', 'dark', 'system']),
  lastVault: z.string().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const defaultPreferences: Preferences = { language: 'id', theme: 'system', lastVault: null };
