import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a text looks like in base64 wherever it begins in the encoded bytes: the middle that its neighbours do not change. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = (before + bytes.length) % 3 === 0 ? text : text.slice(0, -1);
    return whole.slice(before === 0 ? 0 : before + 1);
  });
}

/** Every way of writing a text that the search knows: UTF-8 and UTF-16, as they are and in base64, in three cases. */
export function writings(text: string): readonly Buffer[] {
  const spellings = [...new Set([text, text.toLowerCase(), text.toUpperCase()])];
  return spellings.flatMap((spelling) => {
    const plain = [Buffer.from(spelling, 'utf8'), Buffer.from(spelling, 'utf16le')];
    return [...plain, ...plain.flatMap(base64Forms).map((form) => Buffer.from(form, 'latin1'))];
  });
}

async function* filesIn(folder: string, except: readonly string[]): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (except.includes(path)) continue;
    if (entry.isDirectory()) yield* filesIn(path, except);
    else if (entry.isFile()) yield path;
  }
}

export interface Search {
  readonly folders: readonly string[];
  /** Where the test itself has put what the officer reads in. */
  readonly except?: readonly string[];
  /** Files written last before this moment are not the program's doing; in milliseconds since 1970. */
  readonly since?: number;
}

/** Where any of the texts stands, in a file's name or in what it holds: `file: text`. */
export async function findLeaks(
  texts: readonly string[],
  { folders, except = [], since = 0 }: Search,
): Promise<readonly string[]> {
  const wanted = texts.map((text) => ({ text, forms: writings(text) }));
  const found = new Set<string>();
  for (const folder of folders) {
    for await (const path of filesIn(folder, except)) {
      const written = await lstat(path).catch(() => null);
      if (written === null || written.mtimeMs < since) continue;
      // Gone in the meantime or another user's: neither can be what this program left.
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      const name = Buffer.from(path.slice(folder.length), 'utf8');
      for (const { text, forms } of wanted) {
        if (forms.some((form) => name.includes(form) || bytes.includes(form))) found.add(`${path}: ${text}`);
      }
    }
  }
  return [...found];
}
