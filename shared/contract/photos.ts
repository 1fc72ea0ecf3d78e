import { z } from 'zod';
import { mostMembers } from '../domain/case.ts';
import { idSchema } from '../domain/basics.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const bytes = z.instanceof(Uint8Array<ArrayBuffer>);

export const photoChannels = {
  /** Of people who have one; small JPEGs with nothing in them but the picture. */
  'photos.of': channel(
    'people.read',
    z.strictObject({ ids: z.array(idSchema).max(mostMembers) }),
    z.array(z.strictObject({ personId: idSchema, jpeg: bytes })),
  ),
  /** Asks which file and hands over its bytes: the page, where nothing else is at stake, makes a small photo of them. */
  'photos.choose': channel('people.write', z.strictObject({}), z.strictObject({ picture: bytes.nullable() })),
  'photos.set': channel(
    'people.write',
    z.strictObject({ personId: idSchema, jpeg: z.instanceof(Uint8Array) }),
    undoableSchema,
  ),
  'photos.remove': channel('people.write', z.strictObject({ personId: idSchema }), undoableSchema),
} as const;
