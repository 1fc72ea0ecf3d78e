import { z } from 'zod';
import { idSchema, requiredText } from '../domain/basics.ts';
import { officerNameSchema, officerRolesSchema, officerStatuses } from '../domain/officer.ts';
import { channel } from './channel.ts';
import { keyFileSchema, passphraseSchema } from './vault.ts';

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
    z.strictObject({
      before: passphraseSchema,
      /** The key file the passphrase needs now. */
      keyFile: keyFileSchema,
      after: passphraseSchema,
      /** `same` keeps the key file there is. */
      newKeyFile: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({ kind: z.literal('same') }),
        z.strictObject({ kind: z.literal('make'), path: requiredText(4096) }),
      ]),
    }),
    nothing,
  ),
  /** What the officer's own passphrase is kept with. */
  'officers.ownLock': channel(
    'own.session',
    nothing,
    z.strictObject({ keyFile: z.boolean(), memoryKiB: z.int(), passes: z.int() }),
  ),
  'vault.rotate': channel('vault.keys', nothing, nothing),
} as const;
