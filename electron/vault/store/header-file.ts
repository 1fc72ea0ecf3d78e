import { SinergiError } from '../../../shared/errors.ts';
import { type HeaderBody, readHeader, writeHeader } from '../format/header.ts';
import { diskError, type Files, isMissing, readTwice } from './files.ts';
import type { VaultPaths } from './paths.ts';

export interface StoredHeader {
  readonly body: HeaderBody;
  readonly mac: Uint8Array;
  /** The header itself is missing or damaged, and this is its copy: good for reading, not for writing on. */
  readonly fromCopy: boolean;
  /** What the medium said when the header itself could not be read. */
  readonly failure?: unknown;
}

/** @throws SinergiError `vault-not-found`, `vault-version-unknown`, `vault-damaged`; `disk-failed`, `permission-denied` when neither can be read */
export async function loadHeader(files: Files, paths: VaultPaths): Promise<StoredHeader> {
  const first = await readOne(files, paths.header);
  if (first.state === 'read') return { body: first.body, mac: first.mac, fromCopy: false };
  if (first.state === 'version-unknown') throw new SinergiError('vault-version-unknown');
  const copy = await readOne(files, paths.headerCopy);
  const [failed] = [first, copy].flatMap((one) => (one.state === 'unreadable' ? [one.cause] : []));
  if (copy.state === 'read') return { body: copy.body, mac: copy.mac, fromCopy: true, failure: failed };
  if (failed !== undefined) throw diskError(failed);
  if (first.state === 'missing' && copy.state === 'missing') throw new SinergiError('vault-not-found');
  throw new SinergiError('vault-damaged', { file: 'header.json' });
}

async function readOne(
  files: Files,
  path: string,
): Promise<
  | ReturnType<typeof readHeader>
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly cause: unknown }
> {
  try {
    return readHeader(await readTwice(files, path));
  } catch (cause) {
    return isMissing(cause) ? { state: 'missing' } : { state: 'unreadable', cause };
  }
}

/**
 * Writes a header beside the one that counts, durable, and then renames it into its place: the moment in which a new
 * generation, roster or passphrase comes to be. The copy follows in the same way.
 *
 * @param beforeSwitch runs when everything is ready and nothing has changed yet
 * @throws SinergiError `disk-full`, `disk-failed`, `permission-denied`
 */
export async function saveHeader(
  files: Files,
  paths: VaultPaths,
  vaultKey: Uint8Array,
  body: HeaderBody,
  beforeSwitch: () => void = () => undefined,
): Promise<void> {
  const content = writeHeader(vaultKey, body);
  try {
    await files.remove(paths.newHeader);
    await files.create(paths.newHeader, [content]);
    beforeSwitch();
    await files.rename(paths.newHeader, paths.header);
    await files.create(paths.newHeader, [content]);
    await files.rename(paths.newHeader, paths.headerCopy);
  } catch (cause) {
    throw diskError(cause);
  }
}

/** The header that follows another: its number and its moment. */
export const nextRevision = <B extends HeaderBody>(body: B, now: number): B => ({
  ...body,
  revision: body.revision + 1,
  writtenAt: new Date(now).toISOString(),
});
