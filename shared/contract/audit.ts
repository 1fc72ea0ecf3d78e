import { z } from 'zod';
import { auditFilterSchema, auditRowSchema, auditVerdictSchema, sealVerdictSchema } from '../domain/audit.ts';
import { instantSchema, languageSchema, requiredText } from '../domain/basics.ts';
import { channel } from './channel.ts';

/** A code that stands for an audit trail as it was. */
export const sealSchema = z.strictObject({ code: z.string(), entries: z.int().positive(), at: instantSchema });
export type Seal = z.infer<typeof sealSchema>;

export const auditChannels = {
  /** Newest first. */
  'audit.list': channel(
    'audit.read',
    z.strictObject({ filter: auditFilterSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int(), rows: z.array(auditRowSchema) }),
  ),
  'audit.verify': channel('audit.read', z.strictObject({}), auditVerdictSchema),
  /** The code that seals the trail as it is now; `audit-unsound` when it is not as it was signed. */
  'audit.seal': channel('audit.read', z.strictObject({}), sealSchema),
  /** Seals the trail as it is now and puts the code on a sheet of paper; `path` is null when the officer cancelled. */
  'audit.printSeal': channel(
    'audit.read',
    z.strictObject({ language: languageSchema }),
    z.strictObject({ path: z.string().nullable(), seal: sealSchema.nullable() }),
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
