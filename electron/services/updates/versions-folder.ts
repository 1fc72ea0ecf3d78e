import { randomBytes } from 'node:crypto';
import { access, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { versionSchema } from '../../../shared/domain/update.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { writeFailure } from '../documents/save-file.ts';

/**
 * Where versions of the program lie beside each other: `versions/<version>/`, and two links to one of them, `current`, which is started,
 * and `before`, which it replaced. A link is replaced by renaming another one over it: there is always a whole version to start.
 */
export interface VersionsFolder {
  /** Null where the program does not lie like this. */
  kept(): Promise<{ readonly current: string; readonly before: string | null } | null>;
  has(version: string): Promise<boolean>;
  /** A name for a version that is not whole yet; what an interrupted try left is removed. */
  beginning(version: string): Promise<string>;
  /** The folder becomes the version; one of that name that is not in use gives way. @throws SinergiError as writing a file */
  complete(unfinished: string, version: string): Promise<void>;
  /** From the next start on `version` runs, and `before` is the one before; all others are removed. */
  use(version: string, before: string): Promise<void>;
}

const links = { current: 'current', before: 'before' } as const;

export function versionsFolder(root: string): VersionsFolder {
  const versions = join(root, 'versions');
  const folderOf = (version: string): string => join(versions, version);

  async function target(link: keyof typeof links): Promise<string | null> {
    const path = await readlink(join(root, links[link])).catch(() => null);
    if (path === null) return null;
    const version = versionSchema.safeParse(basename(path));
    return version.success && path === join('versions', version.data) ? version.data : null;
  }

  async function point(link: keyof typeof links, version: string): Promise<void> {
    const fresh = join(root, `.${link}-${randomBytes(6).toString('hex')}`);
    await symlink(join('versions', version), fresh);
    await rename(fresh, join(root, links[link]));
  }

  return {
    has: (version) =>
      access(folderOf(version)).then(
        () => true,
        () => false,
      ),
    async kept() {
      const current = await target('current');
      return current === null ? null : { current, before: await target('before') };
    },
    async beginning(version) {
      for (const name of await readdir(versions))
        if (name.startsWith('.')) await rm(join(versions, name), { recursive: true, force: true });
      return join(versions, `.${version}-${randomBytes(6).toString('hex')}`);
    },
    async complete(unfinished, version) {
      try {
        await rm(folderOf(version), { recursive: true, force: true });
        await rename(unfinished, folderOf(version));
      } catch (cause) {
        throw new SinergiError(writeFailure(cause), undefined, { cause });
      }
    },
    async use(version, before) {
      try {
        await point('before', before);
        await point('current', version);
        for (const name of await readdir(versions))
          if (name !== version && name !== before) await rm(join(versions, name), { recursive: true, force: true });
      } catch (cause) {
        throw new SinergiError(writeFailure(cause), undefined, { cause });
      }
    },
  };
}
