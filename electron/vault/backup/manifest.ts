import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import { fromBase64, sameBytes, textOf, toBase64, utf8 } from '../crypto/bytes.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import { canonicalBytes, canonicalJson } from '../format/canonical.ts';

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

const bodySchema = z.strictObject({
  magic: z.literal('sinergi-backup'),
  format: z.literal(1),
  vaultId: idSchema,
  at: instantSchema,
  /** Of the vault's header. */
  revision: z.int().positive(),
  generation: z.int().positive(),
  files: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(
            /^(header\.json|header\.copy\.json|(data|segments|audit|blobs)\/[0-9a-f-]{36}\.(snap|jrnl|seg|alog|blob))$/,
          ),
        bytes: z.int().nonnegative(),
        sha256: digestSchema,
        /** Objects that make up the file, one behind the other. */
        pieces: z.array(digestSchema).max(100_000),
      }),
    )
    .max(100_000),
});
export type ManifestBody = z.infer<typeof bodySchema>;
export type BackedUpFile = ManifestBody['files'][number];

const manifestSchema = bodySchema.extend({ mac: z.string().max(60) });
export type Manifest = z.infer<typeof manifestSchema>;

function macOf(vaultKey: Uint8Array, body: ManifestBody): Uint8Array {
  const key = deriveKey(vaultKey, new Uint8Array(0), 'sinergi/1/backup-mac');
  return new Uint8Array(createHmac('sha256', key).update(canonicalBytes(body)).digest());
}

export const writeManifest = (vaultKey: Uint8Array, body: ManifestBody): Uint8Array =>
  utf8(`${canonicalJson({ ...body, mac: toBase64(macOf(vaultKey, body)) })}\n`);

/** Reads without a key; `isManifestOf` tells whether the vault's own key wrote it. */
export function readManifest(file: Uint8Array): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(textOf(file))).data;
  } catch {
    return undefined;
  }
}

export function isManifestOf(vaultKey: Uint8Array, { mac, ...body }: Manifest): boolean {
  return sameBytes(macOf(vaultKey, body), fromBase64(mac));
}
