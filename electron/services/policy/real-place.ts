import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import { diskError, isMissing } from '../../vault/store/files.ts';

/**
 * Where a path really leads, every link followed; what is not there yet is counted from the nearest folder that is.
 *
 * @throws SinergiError `permission-denied` when that cannot be told, also for a link that leads nowhere yet
 */
export async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch (cause) {
    const above = dirname(whole);
    if (!isMissing(cause) || above === whole || (await isLink(whole)))
      throw new SinergiError('permission-denied', undefined, { cause });
    return join(await realPlace(above), basename(whole));
  }
}

async function isLink(path: string): Promise<boolean> {
  return await lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
}

/** Both as `realPlace` gives them. */
export function isWithin(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The links that lie in a folder, however deep; none of a folder that is not there. @throws SinergiError as `diskError` */
export async function linksBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    if (isMissing(cause)) return [];
    throw diskError(cause);
  });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) found.push(path);
    else if (entry.isDirectory()) found.push(...(await linksBelow(path)));
  }
  return found;
}
