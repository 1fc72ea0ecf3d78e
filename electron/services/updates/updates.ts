import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { access, constants, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  compareVersions,
  type Installation,
  type UpdateFacts,
  type UpdateManifest,
} from '../../../shared/domain/update.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { LongWork, Watched } from '../backup/long-work.ts';
import { writeFailure } from '../documents/save-file.ts';
import { type OpenedUpdate, openUpdateFile, readUpdate } from './update-file.ts';
import { versionsFolder } from './versions-folder.ts';

/** The program as it is installed here. */
export interface InstalledProgram {
  readonly version: string;
  /** The folder that holds `versions`; null where the program was installed in another way. */
  readonly root: string | null;
  readonly platform: string;
  readonly arch: string;
  /** Public half of the release key, PEM; null in a build that knows none. */
  readonly releaseKey: string | null;
  /** The format of the vaults this program writes. */
  readonly vaultFormat: number;
}

/** Updates that somebody carried here: checked, put beside the running version, and used from the next start on. */
export interface Updates {
  state(): Promise<Installation>;
  /**
   * Checks an update and says what it is; nothing is written.
   *
   * @throws SinergiError `update-key-missing`, `update-unreadable`, `update-format-unknown`, `update-signature-wrong`, `update-damaged`,
   * `update-not-for-us`, `update-not-newer`, `update-vault-format`, `file-not-found`, `file-unreadable`
   */
  inspect(path: string): Promise<UpdateFacts>;
  /**
   * @param version the one that was shown; another one in its place is not staged
   * @throws SinergiError as `inspect`; `update-place`, `update-no-rights`, `cancelled`, `disk-full`, `permission-denied`, `disk-failed`
   */
  stage(path: string, version?: string): Promise<UpdateFacts>;
  /** The version before runs from the next start on, and this one can be gone back to. @throws SinergiError `update-place`, `update-nothing-before`, `update-no-rights` */
  back(): Promise<{ readonly version: string }>;
}

const piece = 1024 * 1024;

export function createUpdates(program: InstalledProgram, work: LongWork): Updates {
  const place = program.root === null ? null : versionsFolder(program.root);

  function releaseKey(): KeyObject {
    if (program.releaseKey === null) throw new SinergiError('update-key-missing');
    return createPublicKey(program.releaseKey);
  }

  /** @throws SinergiError `update-place` where versions do not lie beside each other, `update-no-rights` where this account may not write */
  async function writablePlace() {
    const kept = (await place?.kept()) ?? null;
    if (place === null || program.root === null || kept === null) throw new SinergiError('update-place');
    for (const folder of [program.root, join(program.root, 'versions')])
      await access(folder, constants.W_OK).catch((cause: unknown) => {
        throw new SinergiError('update-no-rights', { folder: program.root ?? '' }, { cause });
      });
    return { place, kept };
  }

  function requireFit({ platform, arch, version, vaultFormats }: UpdateManifest, current: string): void {
    if (platform !== program.platform || arch !== program.arch)
      throw new SinergiError('update-not-for-us', { platform, arch });
    if (compareVersions(version, current) <= 0) throw new SinergiError('update-not-newer', { version });
    if (!vaultFormats.includes(program.vaultFormat)) throw new SinergiError('update-vault-format', { version });
  }

  /** @param look with the file open as long as it takes */
  async function opened<T>(path: string, look: (handle: FileHandle, update: OpenedUpdate) => Promise<T>): Promise<T> {
    const key = releaseKey();
    const handle = await openUpdateFile(path);
    try {
      const update = await readUpdate(handle, key);
      const kept = (await place?.kept()) ?? null;
      // Older than what runs or already waits to run, it would be a step back that nobody asked for.
      const newest = [program.version, kept?.current ?? program.version].sort(compareVersions).at(-1);
      requireFit(update.manifest, newest ?? program.version);
      return await look(handle, update);
    } finally {
      await handle.close();
    }
  }

  return {
    async state() {
      const kept = (await place?.kept()) ?? null;
      return { running: program.version, kept, checksUpdates: program.releaseKey !== null };
    },
    inspect: (path) => opened(path, (_, { manifest }) => Promise.resolve(factsOf(manifest))),
    async stage(path, shown) {
      const { place: folder, kept } = await writablePlace();
      return await opened(path, (handle, update) =>
        work.run('update', 'writing', async (watch) => {
          const { version } = update.manifest;
          if (shown !== undefined && shown !== version) throw new SinergiError('update-damaged');
          const unfinished = await folder.beginning(version);
          try {
            await unpack(handle, update, unfinished, watch);
            await folder.complete(unfinished, version);
          } catch (failure) {
            await rm(unfinished, { recursive: true, force: true });
            throw failure;
          }
          // What runs is known to work, and must not lose its files; a version that was staged and never started may go.
          await folder.use(version, (await folder.has(program.version)) ? program.version : kept.current);
          return factsOf(update.manifest);
        }),
      );
    },
    async back() {
      const { place: folder, kept } = await writablePlace();
      if (kept.before === null) throw new SinergiError('update-nothing-before');
      await folder.use(kept.before, kept.current);
      return { version: kept.before };
    },
  };
}

const factsOf = ({ version, notes, files }: UpdateManifest): UpdateFacts => ({
  version,
  notes,
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});

/** Writes each file and compares it with what was signed. @throws SinergiError `update-damaged`, `cancelled`, and as writing a file */
async function unpack(
  handle: FileHandle,
  { manifest, contentStart }: OpenedUpdate,
  folder: string,
  { signal, progress }: Watched,
): Promise<void> {
  const total = factsOf(manifest).bytes;
  let from = contentStart;
  for (const { path, bytes, sha256, executable } of manifest.files) {
    const target = join(folder, ...path.split('/'));
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o755 });
      const hash = createHash('sha256');
      const made = await open(target, 'wx', executable ? 0o755 : 0o644);
      try {
        for (let done = 0; done < bytes; ) {
          if (signal.aborted) throw new SinergiError('cancelled');
          const buffer = Buffer.alloc(Math.min(piece, bytes - done));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, from + done);
          if (bytesRead === 0) throw new SinergiError('update-damaged');
          const read = buffer.subarray(0, bytesRead);
          hash.update(read);
          await made.writeFile(read);
          done += bytesRead;
          progress(from - contentStart + done, total);
        }
        await made.sync();
      } finally {
        await made.close();
      }
      if (hash.digest('hex') !== sha256) throw new SinergiError('update-damaged');
    } catch (cause) {
      if (cause instanceof SinergiError) throw cause;
      throw new SinergiError(writeFailure(cause), undefined, { cause });
    }
    from += bytes;
  }
}
