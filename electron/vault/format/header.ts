import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import { officerRolesSchema, officerStatuses } from '../../../shared/domain/officer.ts';
import { recoverySplitSchema } from '../../../shared/domain/recovery.ts';
import { fromBase64, sameBytes, textOf, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import { canonicalBytes, canonicalJson, sha256 } from './canonical.ts';
import { formatVersion, largestHeader } from './constants.ts';

/** Base64 of exactly or at most so many bytes. */
const bytesSchema = (least: number, most = least) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .refine((text) => {
      const { length } = fromBase64(text);
      return length >= least && length <= most;
    });
const keySchema = bytesSchema(32);
const signatureSchema = bytesSchema(64);

/** The vault key sealed to one public key; see `crypto/box.ts`. */
export const boxSchema = z.strictObject({ ephemeral: keySchema, sealed: bytesSchema(60) });

export const rosterOfficerSchema = z.strictObject({
  id: idSchema,
  /** Parts an officer plays; in the clear, under the roster's signature. The program enforces them, not the cipher. */
  roles: officerRolesSchema.optional(),
  /** Instead of `roles` in vaults made before there could be a second officer; see `rolesOf`. */
  role: z.literal('administrator').optional(),
  status: z.enum(officerStatuses),
  /** By which the slot of a typed name is found without the name being written; see `officerLabel`. */
  label: bytesSchema(16),
  boxKey: keySchema,
  signKey: keySchema,
  /** Signing keys given up by a recovery; they still verify older audit entries. */
  retiredSignKeys: z.array(keySchema).max(100),
  /** Absent once the officer is disabled. */
  vaultKey: boxSchema.optional(),
});
export type RosterOfficer = z.infer<typeof rosterOfficerSchema>;

/** Keys an invited officer made when setting the first passphrase, vouched for by the keys of the invitation. */
export const activationSchema = z.strictObject({
  officerId: idSchema,
  boxKey: keySchema,
  signKey: keySchema,
  vaultKey: boxSchema,
  /** By the invitation's signing key, over the keys above; see `roster.ts`. */
  signature: signatureSchema,
  /** By the same key: the new signing key may do what the invitation's might. */
  certificate: signatureSchema,
});
export type Activation = z.infer<typeof activationSchema>;

/** Who belongs to the vault, signed by somebody the officers trust; see `roster.ts`. */
export const rosterSchema = z.strictObject({
  keyEpoch: z.int().positive(),
  officers: z.array(rosterOfficerSchema).min(1).max(1000),
  recovery: z.strictObject({
    boxKey: keySchema,
    signKey: keySchema,
    vaultKey: boxSchema,
    /** Set when the recovery key is kept in shares; see `crypto/recovery-shares.ts`. */
    shares: recoverySplitSchema.optional(),
  }),
  /** Keys that may sign a roster besides the roots each officer holds. */
  certificates: z.array(z.strictObject({ key: keySchema, by: keySchema, signature: signatureSchema })).max(1000),
  /** Keys that might sign rosters once and may not any more; each officer's slot remembers them. */
  withdrawn: z.array(keySchema).max(1000).optional(),
  signedBy: keySchema,
  signature: signatureSchema,
});
export type Roster = z.infer<typeof rosterSchema>;

/** The key of the register of sources, for those who handle sources; made and checked in `source-keys.ts`. */
export const sourceKeysSchema = z.strictObject({
  epoch: z.int().positive(),
  /** Officers who were given the key of this epoch. */
  holders: z.array(idSchema).min(1).max(1000),
  /** Tells the true key from one somebody put into a box. */
  commitment: keySchema,
  /** The recovery key the box below is for. */
  recoveryKey: keySchema,
  recovery: boxSchema,
  /** Keys of earlier epochs, sealed by this one. */
  ring: z.array(z.strictObject({ epoch: z.int().positive(), sealed: bytesSchema(60) })).max(10_000),
  /** A handler, or the recovery key, over all of the above. */
  signedBy: keySchema,
  signature: signatureSchema,
  /** Taken away from whoever handles sources no more, by somebody who has no key: therefore not signed. */
  boxes: z.array(boxSchema.extend({ officerId: idSchema })).max(1000),
});
export type SourceKeys = z.infer<typeof sourceKeysSchema>;

/** What an officer's passphrase opens; changed by that officer alone. */
export const slotSchema = z.strictObject({
  officerId: idSchema,
  kdf: z.strictObject({
    /** `argon2id-practice` marks a vault with weak parameters, which only tests make and open. */
    name: z.enum(['argon2id', 'argon2id-practice']),
    memoryKiB: z
      .int()
      .min(8)
      .max(4 * 1024 * 1024),
    passes: z.int().min(1).max(1000),
    lanes: z.int().min(1).max(255),
    salt: bytesSchema(16, 64),
    /** Set when the passphrase opens nothing without a key file: by which the right one is told; see `slot.ts`. */
    keyFile: bytesSchema(16).optional(),
  }),
  commitment: keySchema,
  sealedKeys: bytesSchema(28, 4096),
});
export type Slot = z.infer<typeof slotSchema>;

/** A snapshot and the journals to be folded into it. */
const generationShape = {
  snapshot: idSchema,
  journals: z.array(z.strictObject({ device: idSchema, file: idSchema })).max(10_000),
} as const;

const deviceFile = { device: idSchema, file: idSchema } as const;

/** The files that are the vault at this generation. A file named here and missing is damage, never a new vault. */
export const filesSchema = z.strictObject({
  ...generationShape,
  /** The generation before, kept until the next one: should this snapshot be damaged, it leads to the same state. */
  previous: z.strictObject(generationShape).optional(),
  /** Oldest first; a device's last file is the one it appends to. `first` is the chain before its first entry. */
  audit: z
    .array(
      z.strictObject({
        ...deviceFile,
        first: z.strictObject({ count: z.int().nonnegative(), head: z.string().regex(/^[0-9a-f]{64}$/) }),
      }),
    )
    .max(100_000),
  /** The chain of each device when this header was written. */
  auditHeads: z
    .array(
      z.strictObject({
        device: idSchema,
        count: z.int().nonnegative(),
        head: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(10_000),
});

export const headerBodySchema = z.strictObject({
  magic: z.literal('sinergi-vault'),
  format: z.literal(formatVersion),
  vaultId: idSchema,
  /** Grows with every header written. */
  revision: z.int().positive(),
  /** Grows with every snapshot. */
  generation: z.int().positive(),
  createdAt: instantSchema,
  writtenAt: instantSchema,
  /** The device that writes when the caller names none. */
  device: idSchema,
  roster: rosterSchema,
  slots: z.array(slotSchema).min(1).max(1000),
  /** Officers who have set their passphrase since the roster was signed. */
  activations: z.array(activationSchema).max(1000).optional(),
  /** Officers' names, sealed; see `directory` in `keys.ts`. */
  directory: bytesSchema(28, 1024 * 1024),
  /** Data keys by epoch, sealed by a key from the vault key; the newest writes, all read. */
  ring: z
    .array(z.strictObject({ epoch: z.int().positive(), sealed: bytesSchema(60) }))
    .min(1)
    .max(10_000),
  files: filesSchema,
  /** Absent until there is a source. */
  sources: sourceKeysSchema.optional(),
});
export type HeaderBody = z.infer<typeof headerBodySchema>;

const headerSchema = headerBodySchema.extend({
  /** SHA-256 of the canonical body: tells damage from a wrong passphrase before any key is known. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  /** HMAC-SHA256 of the canonical body under a key from the vault key. */
  mac: keySchema,
});
export type Header = z.infer<typeof headerSchema>;

export function headerMac(vaultKey: Uint8Array, body: HeaderBody): Uint8Array {
  const key = deriveKey(vaultKey, new Uint8Array(0), 'sinergi/1/header-mac');
  return new Uint8Array(createHmac('sha256', key).update(canonicalBytes(body)).digest());
}

export function writeHeader(vaultKey: Uint8Array, body: HeaderBody): Uint8Array {
  const checksum = toHex(sha256(canonicalBytes(body)));
  return utf8(`${canonicalJson({ ...body, checksum, mac: toBase64(headerMac(vaultKey, body)) })}\n`);
}

export type HeaderReading =
  | { readonly state: 'read'; readonly body: HeaderBody; readonly mac: Uint8Array }
  /** Another version of the format; everything else about it is unknown. */
  | { readonly state: 'version-unknown' }
  | { readonly state: 'damaged' };

/** Reads without a key: shape, sizes and checksum. `isHeaderOf` checks the MAC once the vault key is known. */
export function readHeader(file: Uint8Array): HeaderReading {
  if (file.length > largestHeader) return { state: 'damaged' };
  let value: unknown;
  try {
    value = JSON.parse(textOf(file));
  } catch {
    return { state: 'damaged' };
  }
  const other = z.object({ magic: z.literal('sinergi-vault'), format: z.int() }).safeParse(value);
  if (other.success && other.data.format !== formatVersion) return { state: 'version-unknown' };
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) return { state: 'damaged' };
  const { checksum, mac, ...body } = parsed.data;
  if (toHex(sha256(canonicalBytes(body))) !== checksum) return { state: 'damaged' };
  return { state: 'read', body, mac: fromBase64(mac) };
}

export const isHeaderOf = (vaultKey: Uint8Array, body: HeaderBody, mac: Uint8Array): boolean =>
  sameBytes(headerMac(vaultKey, body), mac);

/** Case, spacing and composition of a typed name do not matter. */
export function officerLabel(vaultId: string, name: string): string {
  const plain = name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return toBase64(deriveKey(utf8(plain), utf8(vaultId), 'sinergi/1/officer-label', 16));
}
