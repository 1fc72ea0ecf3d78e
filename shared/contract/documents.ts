import { z } from 'zod';
import { idSchema, languageSchema, text } from '../domain/basics.ts';
import { channel } from './channel.ts';

export const exportedSchema = z.strictObject({
  path: z.string(),
  pages: z.int(),
  bytes: z.int(),
  /** SHA-256 of the written file, hexadecimal. */
  sha256: z.string(),
  /** SHA-256 of the data it was made from, as every page states it, hexadecimal. */
  dataSha256: z.string(),
});

export const documentChannels = {
  /** Asks where to write, draws the PDF in a worker; `saved` is null when the officer cancelled. */
  'documents.exportCase': channel(
    'cases.export',
    z.strictObject({
      caseId: idSchema,
      language: languageSchema,
      recipient: text(200),
      copyNumber: z.int().min(1).max(999),
    }),
    z.strictObject({ saved: exportedSchema.nullable() }),
  ),
  'documents.cancel': channel('cases.export', z.strictObject({}), z.strictObject({})),
} as const;
