import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';

/** What the vault keeps its files by: each call done and as durable as it says when its promise is. */
export interface Files {
  makeFolder(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** As `read`, in pieces of no more than a mebibyte; each is good until the next is asked for. */
  readParts(path: string): AsyncGenerator<Uint8Array>;
  /** Length in bytes, or `undefined` when there is none. */
  size(path: string): Promise<number | undefined>;
  /** A new file, durable when the promise is done. @throws when it exists */
  create(path: string, parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes durable what was appended. */
  sync(path: string): Promise<void>;
  truncate(path: string, length: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** An empty one. */
  removeFolder(path: string): Promise<void>;
  /** Ends what was opened for appending. */
  release(): Promise<void>;
}

export interface DiskHandle {
  appendFile(bytes: Uint8Array): Promise<void>;
  /** Fills `into` from where the last reading ended, as far as there is something. */
  read(into: Uint8Array, offset: number, length: number): Promise<{ readonly bytesRead: number }>;
  sync(): Promise<void>;
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The system calls underneath, in the order that makes a file durable or not; tests let each of them fail. */
export interface Disk {
  open(path: string, flags: string | number, mode?: number): Promise<DiskHandle>;
  /** @returns the first folder that had to be made */
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<string | undefined>;
  readdir(path: string): Promise<string[]>;
  readFile(path: string): Promise<Uint8Array>;
  stat(path: string): Promise<{ readonly size: number }>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
  rmdir(path: string): Promise<void>;
}

const nodeDisk: Disk = { open, mkdir, readdir, readFile, stat, rename, rm, rmdir };

/** Windows cannot sync a folder; its rename is as durable as it gets. */
const folderSyncRefusals = new Set(['EPERM', 'EISDIR', 'EINVAL', 'EACCES']);
const partLength = 1024 * 1024;
/** Virus scanners hold new files for a moment. */
const renameRetries = 10;
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES']);

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** What a failing disk means to an officer. */
export function diskError(cause: unknown): SinergiError {
  if (cause instanceof SinergiError) return cause;
  const code = codeOf(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new SinergiError('disk-full', undefined, { cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new SinergiError('permission-denied', undefined, { cause });
  return new SinergiError('disk-failed', undefined, { cause });
}

export const isMissing = (cause: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(cause));
export const exists = (cause: unknown): boolean => codeOf(cause) === 'EEXIST';

/** A medium that stumbles once is read again. */
export async function readTwice({ read }: Pick<Files, 'read'>, path: string): Promise<Uint8Array> {
  try {
    return await read(path);
  } catch (cause) {
    if (isMissing(cause)) throw cause;
    return await read(path);
  }
}

export function nodeFiles(disk: Disk = nodeDisk): Files {
  const appending = new Map<string, DiskHandle>();

  async function syncFolder(path: string): Promise<void> {
    try {
      const folder = await disk.open(path, constants.O_RDONLY);
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    } catch (cause) {
      if (!folderSyncRefusals.has(codeOf(cause))) throw cause;
    }
  }

  async function handleFor(path: string): Promise<DiskHandle> {
    const known = appending.get(path);
    if (known !== undefined) return known;
    const handle = await disk.open(path, constants.O_WRONLY | constants.O_APPEND);
    appending.set(path, handle);
    return handle;
  }

  async function forget(path: string): Promise<void> {
    const handle = appending.get(path);
    appending.delete(path);
    await handle?.close();
  }

  return {
    async makeFolder(path) {
      const first = await disk.mkdir(path, { recursive: true, mode: 0o700 });
      // Each new folder is an entry of the one above it.
      const top = dirname(first ?? path);
      for (let above = dirname(path); ; above = dirname(above)) {
        await syncFolder(above);
        if (above === top || above === dirname(above)) break;
      }
    },
    list: (folder) => disk.readdir(folder),
    async read(path) {
      return new Uint8Array(await disk.readFile(path));
    },
    async *readParts(path) {
      const handle = await disk.open(path, constants.O_RDONLY);
      try {
        const part = new Uint8Array(partLength);
        for (;;) {
          const { bytesRead } = await handle.read(part, 0, partLength);
          if (bytesRead === 0) return;
          yield part.subarray(0, bytesRead);
        }
      } finally {
        await handle.close();
      }
    },
    async size(path) {
      try {
        return (await disk.stat(path)).size;
      } catch (cause) {
        if (isMissing(cause)) return undefined;
        throw cause;
      }
    },
    async create(path, parts) {
      const handle = await disk.open(path, 'wx', 0o600);
      try {
        for await (const part of parts) await handle.appendFile(part);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await syncFolder(dirname(path));
    },
    async append(path, bytes) {
      const handle = await handleFor(path);
      await handle.appendFile(bytes);
    },
    async sync(path) {
      const handle = await handleFor(path);
      await handle.datasync();
    },
    async truncate(path, length) {
      await forget(path);
      const handle = await disk.open(path, 'r+');
      try {
        await handle.truncate(length);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async rename(from, to) {
      for (let attempt = 1; ; attempt += 1)
        try {
          await disk.rename(from, to);
          break;
        } catch (cause) {
          if (process.platform !== 'win32' || !busyCodes.has(codeOf(cause)) || attempt >= renameRetries) throw cause;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      await syncFolder(dirname(to));
    },
    async remove(path) {
      await forget(path);
      await disk.rm(path, { force: true });
    },
    removeFolder: (path) => disk.rmdir(path),
    async release() {
      for (const path of Array.from(appending.keys())) await forget(path);
    },
  };
}
