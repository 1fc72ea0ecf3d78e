import { z } from 'zod';
import { languageSchema, markingSchema, recordMetaShape, requiredText } from './basics.ts';

/** For whom an officer says why before a record opens: nobody, cases of others, or people who are in none of the own cases too. */
export const reasonRules = ['none', 'cases', 'cases-and-people'] as const;
const reasonRuleSchema = z.enum(reasonRules);

/** Agreed for the whole vault; there is exactly one such record. */
export const settingsFieldsSchema = z.strictObject({
  /** Heads printed documents; empty until an officer has said it, because a wrong name on paper misleads. */
  agencyName: z.string().trim().max(200),
  /** `{n}` running number padded to 4, `{roman}` month in Roman numerals, `{year}`. */
  caseNumberTemplate: requiredText(60).refine((template) => template.includes('{n}'), { message: 'invalid-input' }),
  /** The same for intelligence reports. */
  reportNumberTemplate: requiredText(60).refine((template) => template.includes('{n}'), { message: 'invalid-input' }),
  /** Seconds without input before the vault locks itself. */
  idleLockSeconds: z.int().min(30).max(3600),
  /** Days until a new case or allegation must be reviewed. */
  reviewAfterDays: z.int().min(7).max(365),
  /** From this marking on, nothing leaves the vault by one officer's will. */
  releaseThreshold: markingSchema,
  readReason: reasonRuleSchema,
  /** Days after which a backup is due. */
  backupEveryDays: z.int().min(1).max(365),
});
export type SettingsFields = z.infer<typeof settingsFieldsSchema>;

export const defaultSettings: SettingsFields = {
  agencyName: '',
  caseNumberTemplate: 'BK/{n}/{roman}/{year}',
  reportNumberTemplate: 'LI/{n}/{roman}/{year}',
  idleLockSeconds: 300,
  reviewAfterDays: 90,
  releaseThreshold: 'rahasia',
  readReason: 'cases',
  backupEveryDays: 7,
};

/** As stored: what older vaults never agreed on holds as if it had been left as it was. */
export const settingsSchema = settingsFieldsSchema.extend({
  reportNumberTemplate: settingsFieldsSchema.shape.reportNumberTemplate.default(defaultSettings.reportNumberTemplate),
  releaseThreshold: markingSchema.default(defaultSettings.releaseThreshold),
  readReason: reasonRuleSchema.default(defaultSettings.readReason),
  backupEveryDays: settingsFieldsSchema.shape.backupEveryDays.default(defaultSettings.backupEveryDays),
  ...recordMetaShape,
});

/** Of everything in the window, per cent (WCAG 2.2, 1.4.4 asks for 200). */
export const textSizes = [100, 125, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** Kept outside the vault because the lock screen needs them; holds nothing of a case. */
export const preferencesSchema = z.strictObject({
  language: languageSchema,
  theme: z.enum(['light', 'dark', 'system']),
  textSize: z.literal(textSizes),
  lastVault: z.string().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const defaultPreferences: Preferences = {
  language: 'id',
  theme: 'system',
  textSize: 100,
  lastVault: null,
};
