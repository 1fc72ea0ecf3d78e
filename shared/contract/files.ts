import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/basics.ts';
import { storedFileSchema } from '../domain/stored-file.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

export const fileRowSchema = z.strictObject({
  id: idSchema,
  version: z.int().positive(),
  name: z.string(),
  bytes: z.int(),
  /** Of the content when it was taken in. */
  sha256: z.string(),
  addedAt: instantSchema,
  addedBy: z.string(),
  /** The content was lost with a damaged vault. */
  lost: z.boolean(),
});
export type FileRow = z.infer<typeof fileRowSchema>;

const { on } = storedFileSchema.shape;

/** Files that hang on a record; the verb of the record they hang on decides who may. */
export const fileChannels = {
  'files.list': channel('own.session', z.strictObject({ on }), z.array(fileRowSchema)),
  /** Asks which file; null when the officer cancelled. */
  'files.attach': channel('own.session', z.strictObject({ on }), z.strictObject({ added: fileRowSchema.nullable() })),
  /** Stops what goes on with a file or a package; `cancelled` is then its answer. */
  'files.cancel': channel('own.session', z.strictObject({}), z.strictObject({})),
  'files.remove': channel('own.session', z.strictObject({ id: idSchema, version: z.int().positive() }), undoableSchema),
  'files.verify': channel(
    'own.session',
    z.strictObject({ id: idSchema }),
    z.strictObject({ sha256: z.string(), sound: z.boolean() }),
  ),
  /** Asks where to write a copy, which nothing seals. */
  'files.saveCopy': channel(
    'own.session',
    z.strictObject({ id: idSchema }),
    z.strictObject({ path: z.string().nullable() }),
  ),
} as const;
