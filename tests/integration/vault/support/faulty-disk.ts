import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Disk, DiskHandle } from '../../../../electron/vault/store/files.ts';

/**
 * A disk in memory that tells what the system promised to keep from what it only holds in its cache, after the rules of
 * POSIX and what Linux file systems do (Pillai et al., All File Systems Are Not Created Equal, OSDI 2014; Rebello et al.,
 * Can Applications Recover from fsync Failures?, USENIX ATC 2020): data is durable after fsync of the file, an entry
 * after fsync of its folder, and what a failed fsync left dirty is never written at all.
 */
interface Inode {
  cached: Uint8Array;
  durable: Uint8Array;
  /** From here to `end` a failed fsync dropped the pages: the cache shows them, the disk never gets them. */
  dropped: { readonly start: number; readonly end: number }[];
}

interface Image {
  readonly entries: ReadonlyMap<string, Inode>;
  readonly folders: ReadonlySet<string>;
}

/** What becomes of things that were not yet durable when the power went. */
export const lossModels = ['kept', 'lost', 'torn', 'zeroed'] as const;
export type LossModel = (typeof lossModels)[number];

export interface Fault {
  /** Number of the step that fails, from 1. */
  readonly step: number;
  readonly code: 'ENOSPC' | 'EIO' | 'EROFS' | 'ENODEV' | 'POWER';
  /** Whether everything afterwards fails too: a medium pulled out, a machine that is off. */
  readonly lasting: boolean;
}

/** Steps that change nothing still fail when the medium is gone or broken. */
const reading = new Set(['readdir', 'readFile', 'stat', 'open to read']);
export const isReading = (step: string): boolean => [...reading].some((kind) => step.startsWith(`${kind} `));

const systemError = (code: string, step: string): Error => Object.assign(new Error(`${code}: ${step}`), { code });

export class FaultyDisk implements Disk {
  readonly steps: string[] = [];
  #fault: Fault | undefined;
  #entries: Map<string, Inode>;
  #folders: Set<string>;
  #durableEntries: Map<string, Inode>;
  #durableFolders: Set<string>;

  constructor(image: Image = { entries: new Map(), folders: new Set(['/']) }, fault?: Fault) {
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode): Inode => {
      const copy = copies.get(inode) ?? { cached: inode.cached, durable: inode.cached, dropped: [] };
      copies.set(inode, copy);
      return copy;
    };
    this.#entries = new Map([...image.entries].map(([path, inode]) => [path, copyOf(inode)]));
    this.#durableEntries = new Map(this.#entries);
    this.#folders = new Set(image.folders);
    this.#durableFolders = new Set(image.folders);
    this.#fault = fault;
  }

  /** The same files on a disk that works, as the next start of the program finds them. */
  afterRestart(model: LossModel): FaultyDisk {
    const entries = model === 'lost' ? this.#durableEntries : this.#entries;
    const folders = model === 'lost' ? this.#durableFolders : this.#folders;
    const reachable = [...entries].filter(([path]) => folders.has(dirname(path)));
    const left = reachable.map(([path, inode]): [string, Inode] => {
      const cached = model === 'kept' ? inode.cached : leftOf(inode, model);
      return [path, { cached, durable: cached, dropped: [] }];
    });
    return new FaultyDisk({
      entries: new Map(left),
      folders: new Set([...folders].filter((path) => hasWay(folders, path))),
    });
  }

  /** Faults end; what is in the cache stays there. */
  heal(): void {
    this.#fault = undefined;
  }

  bytesOf(path: string): Uint8Array | undefined {
    return this.#entries.get(path)?.cached;
  }

  /** Equal for disks that hold the same. */
  fingerprint(): string {
    const hash = createHash('sha256');
    for (const path of this.paths())
      hash.update(`${path}\0${this.bytesOf(path)?.length ?? 0}\0`).update(this.#inode(path).cached);
    return hash.digest('hex');
  }

  paths(): readonly string[] {
    return [...this.#entries.keys()].sort();
  }

  put(path: string, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) this.#entries.delete(path);
    else this.#entries.set(path, { cached: bytes, durable: bytes, dropped: [] });
  }

  copy(fault?: Fault): FaultyDisk {
    return new FaultyDisk({ entries: this.#entries, folders: this.#folders }, fault);
  }

  /** Counts a step and lets it fail when its turn has come. @param halfDone what a failing step still does */
  #step(kind: string, path: string, halfDone: () => void = () => undefined): void {
    this.steps.push(`${kind} ${basename(path)}`);
    const fault = this.#fault;
    if (fault === undefined) return;
    const number = this.steps.length;
    if (number < fault.step || (number > fault.step && !fault.lasting)) return;
    if (reading.has(kind) && (fault.code === 'ENOSPC' || fault.code === 'EROFS')) return;
    if (number === fault.step) halfDone();
    throw systemError(fault.code === 'POWER' ? 'EIO' : fault.code, kind);
  }

  #inode(path: string): Inode {
    const inode = this.#entries.get(path);
    if (inode === undefined) throw systemError('ENOENT', path);
    return inode;
  }

  open(path: string, flags: string | number): Promise<DiskHandle> {
    return attempt(() => {
      if (this.#folders.has(path)) return this.#folderHandle(path);
      if (flags === 'wx') {
        this.#step('create', path);
        if (this.#entries.has(path)) throw systemError('EEXIST', path);
        if (!this.#folders.has(dirname(path))) throw systemError('ENOENT', path);
        this.#entries.set(path, { cached: new Uint8Array(), durable: new Uint8Array(), dropped: [] });
      } else this.#step(flags === constants.O_RDONLY ? 'open to read' : 'open', path);
      return this.#fileHandle(path, this.#inode(path));
    });
  }

  #fileHandle(path: string, inode: Inode): DiskHandle {
    let at = 0;
    const append = (bytes: Uint8Array): void => {
      const longer = new Uint8Array(inode.cached.length + bytes.length);
      longer.set(inode.cached);
      longer.set(bytes, inode.cached.length);
      inode.cached = longer;
    };
    const sync = (kind: string): void => {
      this.#step(kind, path, () => {
        const start = Math.min(inode.durable.length, inode.cached.length);
        inode.dropped.push({ start, end: inode.cached.length });
      });
      inode.durable = withoutDropped(inode);
    };
    return {
      appendFile: (bytes) =>
        attempt(() => {
          this.#step('write', path, () => append(bytes.subarray(0, bytes.length >> 1)));
          append(bytes);
        }),
      read: (into, offset, length) =>
        attempt(() => {
          this.#step('readFile', path);
          const bytes = inode.cached.subarray(at, at + length);
          into.set(bytes, offset);
          at += bytes.length;
          return { bytesRead: bytes.length };
        }),
      sync: () => attempt(() => sync('fsync')),
      datasync: () => attempt(() => sync('fdatasync')),
      truncate: (length) =>
        attempt(() => {
          this.#step('truncate', path);
          inode.cached = inode.cached.slice(0, length);
          inode.dropped = inode.dropped
            .filter(({ start }) => start < length)
            .map(({ start, end }) => ({ start, end: Math.min(end, length) }));
          // What the cache no longer has, a later write must not find again as already durable.
          if (inode.durable.length > length) inode.durable = inode.durable.slice();
        }),
      close: () => Promise.resolve(),
    };
  }

  #folderHandle(path: string): DiskHandle {
    const nothing = (): Promise<never> => Promise.reject(systemError('EISDIR', path));
    return {
      appendFile: nothing,
      read: nothing,
      datasync: nothing,
      truncate: nothing,
      sync: () =>
        attempt(() => {
          this.#step('fsync folder', path);
          for (const each of Array.from(this.#durableEntries.keys()))
            if (dirname(each) === path && !this.#entries.has(each)) this.#durableEntries.delete(each);
          for (const [each, inode] of this.#entries) if (dirname(each) === path) this.#durableEntries.set(each, inode);
          for (const each of this.#folders) if (dirname(each) === path) this.#durableFolders.add(each);
        }),
      close: () => Promise.resolve(),
    };
  }

  mkdir(path: string): Promise<string | undefined> {
    return attempt(() => {
      let first: string | undefined;
      for (let each = path; !this.#folders.has(each); each = dirname(each)) first = each;
      if (first === undefined) return undefined;
      this.#step('mkdir', path);
      for (let each = path; !this.#folders.has(each); each = dirname(each)) this.#folders.add(each);
      return first;
    });
  }

  readdir(path: string): Promise<string[]> {
    return attempt(() => {
      this.#step('readdir', path);
      if (!this.#folders.has(path)) throw systemError('ENOENT', path);
      const inside = [...this.#entries.keys(), ...this.#folders].filter(
        (each) => dirname(each) === path && each !== path,
      );
      return inside.map((each) => basename(each)).sort();
    });
  }

  readFile(path: string): Promise<Uint8Array> {
    return attempt(() => {
      this.#step('readFile', path);
      return this.#inode(path).cached.slice();
    });
  }

  stat(path: string): Promise<{ size: number }> {
    return attempt(() => {
      this.#step('stat', path);
      return { size: this.#inode(path).cached.length };
    });
  }

  rename(from: string, to: string): Promise<void> {
    return attempt(() => {
      this.#step('rename', to);
      if (this.#folders.has(from)) return this.#renameFolder(from, to);
      const inode = this.#inode(from);
      this.#entries.delete(from);
      this.#entries.set(to, inode);
    });
  }

  /** Entries below go along, durable or not, as they were. */
  #renameFolder(from: string, to: string): void {
    const moved = (path: string): string =>
      path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
    this.#entries = new Map([...this.#entries].map(([path, inode]) => [moved(path), inode]));
    this.#folders = new Set([...this.#folders].map(moved));
    for (const [path, inode] of this.#durableEntries)
      if (moved(path) !== path) this.#durableEntries.set(moved(path), inode);
    for (const path of this.#durableFolders) if (path !== from) this.#durableFolders.add(moved(path));
  }

  rmdir(path: string): Promise<void> {
    return attempt(() => {
      this.#step('rmdir', path);
      this.#folders.delete(path);
    });
  }

  rm(path: string): Promise<void> {
    return attempt(() => {
      if (!this.#entries.has(path)) return;
      this.#step('remove', path);
      this.#entries.delete(path);
    });
  }
}

/** A folder on this disk, with everything above it. */
export function diskWith(folder: string): FaultyDisk {
  const folders = new Set<string>();
  for (let each = folder; ; each = dirname(each)) {
    folders.add(each);
    if (each === dirname(each)) break;
  }
  return new FaultyDisk({ entries: new Map(), folders });
}

export const inFolder = (folder: string, paths: readonly string[]): readonly string[] =>
  paths.filter((path) => path.startsWith(join(folder, '/')));

function attempt<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (cause) {
    return Promise.reject(cause);
  }
}

function withoutDropped({ cached, dropped }: Inode): Uint8Array {
  const bytes = cached.slice();
  for (const { start, end } of dropped) bytes.fill(0, start, end);
  return bytes;
}

function leftOf(inode: Inode, model: Exclude<LossModel, 'kept'>): Uint8Array {
  const { cached, durable } = inode;
  const pending = cached.length - durable.length;
  if (model === 'lost' || pending <= 0) return durable;
  const bytes = cached.slice(0, model === 'torn' ? durable.length + (pending >> 1) : cached.length);
  bytes.set(durable);
  if (model === 'zeroed') bytes.fill(0, durable.length);
  return bytes;
}

function hasWay(folders: ReadonlySet<string>, path: string): boolean {
  for (let each = path; each !== dirname(each); each = dirname(each)) if (!folders.has(each)) return false;
  return true;
}
