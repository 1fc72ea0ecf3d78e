import { z } from 'zod';
import { idSchema } from '../domain/basics.ts';
import { officerNameSchema, officerRolesSchema, officerStatuses } from '../domain/officer.ts';
import { channel } from './channel.ts';
import { passphraseSchema } from './vault.ts';

const nothing = z.strictObject({});

export const officerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  roles: officerRolesSchema,
  status: z.enum(officerStatuses),
});

export const officerChannels = {
  'officers.list': channel('officers.list', nothing, z.array(officerSchema)),
  /** Answers with a code that is shown once: with it the officer sets a passphrase nobody else knows. */
  'officers.invite': channel(
    'officers.manage',
    z.strictObject({ name: officerNameSchema, roles: officerRolesSchema }),
    z.strictObject({ officer: officerSchema, invitation: z.string() }),
  ),
  'officers.setRoles': channel(
    'officers.manage',
    z.strictObject({ id: idSchema, roles: officerRolesSchema }),
    officerSchema,
  ),
  'officers.disable': channel('officers.manage', z.strictObject({ id: idSchema }), officerSchema),
  'officers.changePassphrase': channel(
    'own.session',
    z.strictObject({ before: passphraseSchema, after: passphraseSchema }),
    nothing,
  ),
  'vault.rotate': channel('vault.keys', nothing, nothing),
} as const;
