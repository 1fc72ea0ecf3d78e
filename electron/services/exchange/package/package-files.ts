import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { type ErrorCode, SinergiError } from '../../../../shared/errors.ts';
import {
  envelopeLength,
  frameContent,
  largestContent,
  largestFileBytes,
  partOverhead,
  preambleLength,
} from './format.ts';
import { type ByteSource, readPreamble } from './parts.ts';

/** Nothing larger is read, whatever it is. */
const largestFiles = (largestContent + largestFileBytes) * (1 + 1 / 1024) + 16 * frameContent;
/** A folder on a medium; of more files only the first are looked at. */
const mostInFolder = 5000;

interface OpenFile extends ByteSource {
  close(): void;
}

function openFile(path: string): OpenFile {
  try {
    const handle = openSync(path, 'r');
    const about = fstatSync(handle);
    if (!about.isFile()) {
      closeSync(handle);
      throw new SinergiError('package-unreadable');
    }
    return {
      length: about.size,
      read(offset, length) {
        const bytes = new Uint8Array(Math.min(length, Math.max(0, about.size - offset)));
        let filled = 0;
        while (filled < bytes.length) {
          const count = readSync(handle, bytes, filled, bytes.length - filled, offset + filled);
          if (count === 0) break;
          filled += count;
        }
        return bytes.subarray(0, filled);
      },
      close: () => closeSync(handle),
    };
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    throw new SinergiError(readFailure(cause), { path }, { cause });
  }
}

function readFailure(cause: unknown): ErrorCode {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'file-not-found';
  return code === 'EACCES' || code === 'EPERM' ? 'permission-denied' : 'file-unreadable';
}

/** Hands over the files as long as `work` takes. @throws SinergiError `package-too-large`, `file-not-found`, `file-unreadable` */
export function withFiles<T>(paths: readonly string[], work: (sources: readonly ByteSource[]) => T): T {
  const files = openFiles(paths);
  try {
    return work(files);
  } finally {
    for (const file of files) file.close();
  }
}

/** The same, drawn from piece by piece. */
export async function* drawnFrom(
  paths: readonly string[],
  draw: (sources: readonly ByteSource[]) => Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const files = openFiles(paths);
  try {
    yield* draw(files);
  } finally {
    for (const file of files) file.close();
  }
}

function openFiles(paths: readonly string[]): readonly OpenFile[] {
  const files: OpenFile[] = [];
  try {
    for (const path of paths) files.push(openFile(path));
    if (files.reduce((sum, { length }) => sum + length, 0) > largestFiles + files.length * partOverhead)
      throw new SinergiError('package-too-large');
    return files;
  } catch (failure) {
    for (const file of files) file.close();
    throw failure;
  }
}

/** The other parts of a package that lie in the folder of one of them, by what they hold and not by their names. */
export function withCompanions(given: readonly string[]): readonly string[] {
  const [first] = given;
  if (first === undefined || given.length > 1) return given;
  const path = resolve(first);
  const { packageId, parts } = withFiles([path], ([source]) => readPreamble(source ?? nothing));
  if (parts === 1) return [path];
  const names = readdirSync(dirname(path))
    .filter((name) => extname(name) === extname(path))
    .slice(0, mostInFolder);
  const found = new Map<number, string>();
  for (const name of names) {
    const part = partIn(join(dirname(path), name));
    if (part?.packageId === packageId && !found.has(part.part)) found.set(part.part, join(dirname(path), name));
  }
  return [...found.values()];
}

const nothing: ByteSource = { length: 0, read: () => new Uint8Array(0) };

function partIn(path: string): ReturnType<typeof readPreamble> | undefined {
  try {
    return withFiles([path], ([source]) => readPreamble(source ?? nothing));
  } catch (failure) {
    // Another file that happens to lie there.
    if (failure instanceof SinergiError) return undefined;
    throw failure;
  }
}

/** First bytes of the joined package: its first part always holds them all. @throws SinergiError `package-part-missing` */
export function envelopeIn(paths: readonly string[]): { readonly packageId: string; readonly bytes: Uint8Array } {
  return withFiles(paths, (sources) => {
    const read = sources.map((source) => ({ source, ...readPreamble(source) }));
    const first = read.find(({ part }) => part === 1);
    if (first === undefined) throw new SinergiError('package-part-missing', { parts: '1', of: read[0]?.parts ?? 0 });
    const bytes = first.source.read(preambleLength, envelopeLength);
    if (bytes.length < envelopeLength || first.source.length < partOverhead + envelopeLength)
      throw new SinergiError('package-unreadable');
    return { packageId: first.packageId, bytes };
  });
}
