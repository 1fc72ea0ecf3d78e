import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SinergiError } from '../../../../shared/errors.ts';
import { type FontBytes, fontFiles } from './font-file.ts';

/** The fonts every document is set with. @throws SinergiError `export-failed` */
export async function readFonts(folder: string): Promise<FontBytes> {
  const read = (name: keyof typeof fontFiles) => readPart(join(folder, fontFiles[name]));
  const [regular, italic, semibold, bold] = await Promise.all([
    read('regular'),
    read('italic'),
    read('semibold'),
    read('bold'),
  ]);
  return { regular, italic, semibold, bold };
}

/** A file of the program itself. @throws SinergiError `export-failed` */
export async function readPart(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new SinergiError('export-failed', undefined, { cause });
  }
}
