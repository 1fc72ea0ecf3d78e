import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, toHex } from '../crypto/bytes.ts';
import { sha256 } from '../format/canonical.ts';
import { diskError, type Files, isMissing } from '../store/files.ts';
import { type BackedUpFile, type Manifest, readManifest } from './manifest.ts';
import { retained } from './retention.ts';

const numberLength = 8;
const namePattern = /^\d{8}-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json$/;

/** When a backup was made, from its name: also for one whose manifest cannot be read any more. */
export const momentOf = (name: string): string => name.replace(namePattern, '$1:$2:$3.$4Z');

/**
 * Where backups lie: `objects/<SHA-256>` holds bytes that never change, `manifests/<number>-<time>.json` names the
 * objects of one backup. What several backups share is there once.
 */
export class BackupStore {
  readonly #files: Files;
  readonly #folder: string;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  #object(digest: string): string {
    return join(this.#folder, 'objects', digest);
  }

  #manifest(name: string): string {
    return join(this.#folder, 'manifests', name);
  }

  async prepare(): Promise<void> {
    await this.#files.makeFolder(join(this.#folder, 'objects'));
    await this.#files.makeFolder(join(this.#folder, 'manifests'));
  }

  /** Names of the backups, newest first. */
  async names(): Promise<readonly string[]> {
    const names = (await this.#list('manifests')).filter((name) => namePattern.test(name));
    return [...names].sort((left, right) => (left > right ? -1 : 1));
  }

  /** They are numbered, because a clock that was set back would make the newest look old. */
  async nextName(at: string): Promise<string> {
    const last = Number((await this.names())[0]?.slice(0, numberLength) ?? 0);
    return `${String(last + 1).padStart(numberLength, '0')}-${at.replaceAll(/[:.]/g, '-')}.json`;
  }

  async manifest(name: string): Promise<Manifest | undefined> {
    return readManifest(await this.manifestBytes(name));
  }

  async manifestBytes(name: string): Promise<Uint8Array> {
    try {
      return await this.#files.read(this.#manifest(name));
    } catch (cause) {
      throw diskError(cause);
    }
  }

  /** @param digest of the bytes, when it is known. @returns whether they had to be written */
  async put(
    bytes: Uint8Array,
    digest = toHex(sha256(bytes)),
  ): Promise<{ readonly digest: string; readonly written: boolean }> {
    const path = this.#object(digest);
    if (await this.#holds(digest)) return { digest, written: false };
    await this.#write(path, bytes);
    return { digest, written: true };
  }

  async putManifest(name: string, bytes: Uint8Array): Promise<void> {
    await this.#write(this.#manifest(name), bytes);
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    const unfinished = `${path}.new`;
    await this.#files.remove(unfinished);
    try {
      await this.#files.create(unfinished, [bytes]);
      await this.#files.rename(unfinished, path);
    } catch (cause) {
      // A full medium gets its room back; one that was pulled out cannot be tidied, and the first failure is the one told.
      await this.#files.remove(unfinished).catch(() => undefined);
      throw cause;
    }
  }

  /** Bytes of an object, or nothing when it is not there. */
  async sizeOf(digest: string): Promise<number | undefined> {
    try {
      return await this.#files.size(this.#object(digest));
    } catch (cause) {
      throw diskError(cause);
    }
  }

  async #holds(digest: string): Promise<boolean> {
    try {
      return toHex(sha256(await this.#files.read(this.#object(digest)))) === digest;
    } catch (cause) {
      if (isMissing(cause)) return false;
      throw diskError(cause);
    }
  }

  /** Whether a backed-up file can be put together as it was. */
  async isWhole(file: BackedUpFile): Promise<boolean> {
    try {
      for await (const _piece of this.piecesOf(file));
      return true;
    } catch (cause) {
      const error = diskError(cause);
      if (error.code === 'backup-damaged') return false;
      throw error;
    }
  }

  /**
   * The bytes of a backed-up file, piece by piece, each checked, and at the end the whole.
   *
   * @throws SinergiError `backup-damaged`
   */
  async *piecesOf({ name, pieces, sha256: digest, bytes }: BackedUpFile): AsyncGenerator<Uint8Array> {
    const whole = createHash('sha256');
    let length = 0;
    for (const piece of pieces) {
      const part = await this.#files.read(this.#object(piece)).catch((cause: unknown) => {
        if (isMissing(cause)) throw new SinergiError('backup-damaged', { file: name });
        throw diskError(cause);
      });
      if (toHex(sha256(part)) !== piece) throw new SinergiError('backup-damaged', { file: name });
      length += part.length;
      if (pieces.length > 1) whole.update(part);
      yield part;
    }
    // Of one piece the file is what the piece is called by, and that has been looked at.
    const found = pieces.length === 1 ? pieces[0] : whole.digest('hex');
    if (length !== bytes || found !== digest) throw new SinergiError('backup-damaged', { file: name });
  }

  /** As `piecesOf`, of a file that is held in one. @throws SinergiError `backup-damaged` */
  async fileOf(file: BackedUpFile): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for await (const piece of this.piecesOf(file)) parts.push(piece);
    return concat(...parts);
  }

  /** Takes away what `retained` lets go, and the objects only that named. A manifest that cannot be read keeps all. */
  async retain(keep: number): Promise<number> {
    const names = await this.names();
    const staying = retained(
      names.map((name) => ({ name, at: momentOf(name) })),
      keep,
    );
    const kept = names.filter((name) => staying.has(name));
    const used = new Set<string>();
    for (const name of kept) {
      const manifest = await this.manifest(name);
      if (manifest === undefined) return names.length;
      for (const { pieces } of manifest.files) for (const piece of pieces) used.add(piece);
    }
    for (const name of names) if (!staying.has(name)) await this.#files.remove(this.#manifest(name));
    // Left by a medium that was pulled out while one was written.
    for (const name of await this.#list('manifests'))
      if (name.endsWith('.json.new')) await this.#files.remove(this.#manifest(name));
    for (const object of await this.#list('objects'))
      if (!used.has(basename(object))) await this.#files.remove(this.#object(object));
    return kept.length;
  }

  async #list(folder: string): Promise<readonly string[]> {
    try {
      return await this.#files.list(join(this.#folder, folder));
    } catch (cause) {
      if (isMissing(cause)) return [];
      throw diskError(cause);
    }
  }
}
