import { z } from 'zod';
import { sha256Schema } from './stored-file.ts';

/** `1.20.3`: three numbers, nothing behind them. */
export const versionSchema = z.string().regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/);

const forbidden = /[\\:*?"<>|\p{Control}]/u;
/** A path inside the program's folder: no way out of it, and the same file on every file system. */
const pathSchema = z
  .string()
  .min(1)
  .max(240)
  .refine(
    (path) =>
      !forbidden.test(path) &&
      path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part)),
  );

/** The most that an update may claim, whatever it says. */
export const mostUpdateFiles = 20_000;
export const largestUpdate = 4 * 1024 ** 3;

const updateFileSchema = z.strictObject({
  path: pathSchema,
  bytes: z.int().nonnegative().max(largestUpdate),
  sha256: sha256Schema,
  executable: z.boolean(),
});

/** What an update says of itself, signed by the release key. */
export const updateManifestSchema = z
  .strictObject({
    format: z.literal(1),
    product: z.literal('sinergi'),
    version: versionSchema,
    /** As Node names them: `linux`, `x64`. */
    platform: z.string().max(20),
    arch: z.string().max(20),
    /** Formats of vaults it can open. */
    vaultFormats: z.array(z.int().positive()).min(1).max(100),
    /** What is new, for officers; may be empty. */
    notes: z.strictObject({ id: z.string().max(10_000), en: z.string().max(10_000) }),
    files: z.array(updateFileSchema).min(1).max(mostUpdateFiles),
  })
  .refine(({ files }) => new Set(files.map(({ path }) => path.toLowerCase())).size === files.length, {
    path: ['files'],
  })
  .refine(({ files }) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= largestUpdate, { path: ['files'] });
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** @returns below 0 when `a` is older than `b`, 0 when they are one */
export function compareVersions(a: string, b: string): number {
  const [of, than] = [a, b].map((version) => version.split('.').map(Number));
  for (let place = 0; place < 3; place += 1) {
    const difference = (of?.[place] ?? 0) - (than?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** An update as an officer is shown it before it is staged. */
export const updateFactsSchema = z.strictObject({
  version: versionSchema,
  notes: updateManifestSchema.shape.notes,
  files: z.int(),
  bytes: z.int(),
});
export type UpdateFacts = z.infer<typeof updateFactsSchema>;

/** Versions of the program on this workstation. */
export const installationSchema = z.strictObject({
  /** The one that runs. */
  running: z.string(),
  /** The one that starts next time, and the one it replaced; null where the program does not keep versions beside each other. */
  kept: z.strictObject({ current: versionSchema, before: versionSchema.nullable() }).nullable(),
  /** Whether this build knows a release key, without which no update can be checked. */
  checksUpdates: z.boolean(),
});
export type Installation = z.infer<typeof installationSchema>;
