import { z } from 'zod';
import { policyStandingSchema } from '../domain/policy.ts';
import { preferencesSchema } from '../domain/settings.ts';
import { channel } from './channel.ts';

const nothing = z.strictObject({});

/** A package whose code is part of the program: the name of its licence, and the texts that come with it. */
export const licenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
});
export type Licence = z.infer<typeof licenceSchema>;

export const appChannels = {
  'app.preferences': channel('open', nothing, preferencesSchema),
  'app.setPreferences': channel(
    'open',
    preferencesSchema.pick({ language: true, theme: true, textSize: true }).partial(),
    preferencesSchema,
  ),
  /** What the administrator of this workstation fixed, and what is wrong with the file that says so. */
  'app.policy': channel('open', nothing, policyStandingSchema),
  'app.about': channel(
    'open',
    nothing,
    z.strictObject({
      version: z.string(),
      runtime: z.string(),
      /** Set when the app was started on the demonstration vault: synthetic people, passphrase shown on screen. */
      demo: z.strictObject({ folder: z.string(), passphrase: z.string() }).nullable(),
    }),
  ),
  /** Everything of others that is bundled into the program, by name. */
  'app.licences': channel('open', nothing, z.array(licenceSchema)),
  /** Copies through the main process, which clears the clipboard again after 30 s and on lock. */
  'app.copy': channel('own.session', z.strictObject({ text: z.string().max(10_000) }), nothing),
} as const;
