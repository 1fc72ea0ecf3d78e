import { join } from 'node:path';
import { type ColumnBatch, decodeColumns } from '../format/block.ts';
import { folders } from '../format/constants.ts';
import type { SegmentReference } from '../format/journal.ts';
import { diskError, isMissing } from '../store/files.ts';
import { readSegment, type Source } from '../store/reading.ts';

/** What a segment holds, by its own rows. */
export function describe(content: Uint8Array): Omit<SegmentReference, 'file'> {
  const blocks = decodeColumns(content);
  const [first] = blocks;
  const kind = first?.kind;
  return {
    month: new Date((first?.date[0] ?? 0) * 86_400_000).toISOString().slice(0, 7),
    rows: blocks.reduce((sum, { length }) => sum + length, 0),
    ...(kind === undefined ? {} : { kind }),
  };
}

/**
 * Authentic segments that nothing names any more, because what named them is damaged. Those that hold a row which is known
 * already are older pieces of others, or rows as they were before somebody was forgotten: they stay behind.
 */
export async function unnamedSegments(
  source: Source,
  known: readonly SegmentReference[],
  check: () => void,
): Promise<readonly SegmentReference[]> {
  const names = new Set(known.map(({ file }) => file));
  // Identifiers grow with time: what was written last is what holds.
  const files = (await filesIn(source))
    .filter((file) => !names.has(file))
    .toSorted((left, right) => (left < right ? 1 : -1));
  if (files.length === 0) return [];
  const rows = new Rows();
  for (const { file } of known) {
    check();
    const content = await readSegment(source, file);
    if (content !== undefined) rows.add(decodeColumns(content));
  }
  const found: SegmentReference[] = [];
  for (const file of files) {
    check();
    const content = await readSegment(source, file);
    if (content === undefined || !rows.add(decodeColumns(content))) continue;
    found.push({ file, ...describe(content) });
  }
  return found;
}

/** Which rows of which imports there are. */
class Rows {
  readonly #known = new Map<string, Set<number>>();

  /** @returns whether none of them was known; those that are known are not taken in */
  add(blocks: readonly ColumnBatch[]): boolean {
    if (blocks.some(({ importId, sourceRow }) => sourceRow.some((row) => this.#known.get(importId)?.has(row) === true)))
      return false;
    for (const { importId, sourceRow } of blocks) {
      const rows = this.#known.get(importId) ?? new Set<number>();
      this.#known.set(importId, rows);
      for (const row of sourceRow) rows.add(row);
    }
    return true;
  }
}

async function filesIn({ files, paths }: Source): Promise<readonly string[]> {
  try {
    const names = await files.list(join(paths.folder, folders.segments));
    return names.filter((name) => name.endsWith('.seg')).map((name) => name.slice(0, -'.seg'.length));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw diskError(cause);
  }
}
