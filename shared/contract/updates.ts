import { z } from 'zod';
import { installationSchema, updateFactsSchema } from '../domain/update.ts';
import { channel } from './channel.ts';

const nothing = z.strictObject({});

export const updateChannels = {
  'updates.state': channel('program.update', nothing, installationSchema),
  /** Asks for an update and checks it, writing nothing; null when the officer cancelled. */
  'updates.inspect': channel('program.update', nothing, z.strictObject({ update: updateFactsSchema.nullable() })),
  /** Puts the update that was looked at last beside the version that runs. @throws `update-backup-first` without a backup of the last day */
  'updates.stage': channel('program.update', updateFactsSchema.pick({ version: true }), updateFactsSchema),
  'updates.back': channel('program.update', nothing, updateFactsSchema.pick({ version: true })),
} as const;
