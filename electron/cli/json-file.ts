import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import type { z } from 'zod';
import { SinergiError } from '../../shared/errors.ts';

/**
 * What an administrator hands over as JSON: a file, or `-` for the standard input. What is secret is never an argument.
 *
 * @throws SinergiError `file-not-found`, `file-unreadable`, `invalid-input` with the fields that do not fit
 */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = path === '-' ? await textOf(process.stdin) : await readFile(path, 'utf8').catch(unreadable);
  const parsed = schema.safeParse(valueOf(text));
  if (parsed.success) return parsed.data;
  throw new SinergiError('invalid-input', {
    faults: parsed.error.issues.map(({ path: where, message }) => `${where.join('.')}: ${message}`),
  });
}

function unreadable(cause: unknown): never {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  throw new SinergiError(missing ? 'file-not-found' : 'file-unreadable', undefined, { cause });
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SinergiError('file-unreadable', undefined, { cause });
  }
}
