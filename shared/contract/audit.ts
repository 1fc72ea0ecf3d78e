import { z } from 'zod';
import { auditFilterSchema, auditRowSchema, auditVerdictSchema, sealVerdictSchema } from '../domain/audit.ts';
import { instantSchema, requiredText } from '../domain/basics.ts';
import { channel } from './channel.ts';

export const auditChannels = {
  /** Newest first. */
  'audit.list': channel(
    'audit.read',
    z.strictObject({ filter: auditFilterSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int(), rows: z.array(auditRowSchema) }),
  ),
  'audit.verify': channel('audit.read', z.strictObject({}), auditVerdictSchema),
  /** The code that seals the trail as it is now; `audit-unsound` when it is not as it was signed. */
  'audit.seal': channel(
    'audit.read',
    z.strictObject({}),
    z.strictObject({ code: z.string(), entries: z.int().positive(), at: instantSchema }),
  ),
  /** `seal-wrong` when the code was mistyped. */
  'audit.checkSeal': channel('audit.read', z.strictObject({ code: requiredText(200) }), sealVerdictSchema),
  /** Asks where to write; `saved` is null when the officer cancelled. */
  'audit.export': channel(
    'audit.export',
    z.strictObject({}),
    z.strictObject({ saved: z.strictObject({ path: z.string(), entries: z.int(), sha256: z.string() }).nullable() }),
  ),
} as const;
