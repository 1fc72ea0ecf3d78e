import { z } from 'zod';
import { idSchema } from '../domain/basics.ts';
import {
  columnMappingSchema,
  importCountsShape,
  importResultSchema,
  registerKindSchema,
  rejectionSchema,
} from '../domain/register.ts';
import { channel } from './channel.ts';

/** Stands for a file the officer chose; the page never sees or names a path of its own. */
const fileToken = z.string().min(1).max(64);

export const inspectionSchema = z.strictObject({
  kind: registerKindSchema.nullable(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  /** Lines above the header that were taken for a title. */
  titleRows: z.array(z.string()),
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping: columnMappingSchema,
  /** True when the mapping is one an officer confirmed before for the same header. */
  remembered: z.boolean(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

export const importRowSchema = z.strictObject({
  id: idSchema,
  kind: registerKindSchema,
  fileName: z.string(),
  at: z.string(),
  byName: z.string(),
  ...importCountsShape,
  rejected: z.int(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importChannels = {
  'importing.chooseFile': channel(
    'imports.run',
    z.strictObject({}),
    z.strictObject({ file: z.strictObject({ token: fileToken, name: z.string(), bytes: z.int() }).nullable() }),
  ),
  /** `kind` null lets the headings decide. */
  'importing.inspect': channel(
    'imports.run',
    z.strictObject({ token: fileToken, kind: registerKindSchema.nullable() }),
    inspectionSchema,
  ),
  /** Answers when the import is finished; `progress` events tell how far it is. A cancelled one leaves nothing behind. */
  'importing.start': channel(
    'imports.run',
    z.strictObject({ token: fileToken, kind: registerKindSchema, mapping: columnMappingSchema }),
    importResultSchema,
  ),
  'importing.cancel': channel('imports.run', z.strictObject({}), z.strictObject({})),
  'importing.list': channel('imports.read', z.strictObject({}), z.array(importRowSchema)),
  'importing.rejected': channel(
    'imports.read',
    z.strictObject({ importId: idSchema }),
    z.strictObject({
      header: z.array(z.string()),
      rows: z.array(rejectionSchema.extend({ values: z.array(z.string()) })),
    }),
  ),
  /** Writes the rejected rows with their reasons as CSV where the officer says; `path` is null when cancelled. */
  'importing.saveRejected': channel(
    'imports.run',
    z.strictObject({ importId: idSchema }),
    z.strictObject({ path: z.string().nullable() }),
  ),
} as const;
