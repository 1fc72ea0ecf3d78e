import { concat } from '../crypto/bytes.ts';
import { anonymisedBatch } from '../format/anonymised.ts';
import { decodeColumns, encodeColumns } from '../format/block.ts';
import type { HeaderBody } from '../format/header.ts';
import { decodeBlocks, decodeEventBlocks, type EventBlock, type VisitBlock } from '../format/segment.ts';
import { openStream } from '../format/stream.ts';
import { newId } from '../ids.ts';
import { createSealed } from './compaction.ts';
import { diskError } from './files.ts';
import type { RewrittenSegments, WrittenSegment } from './group-commit.ts';
import type { VaultParts } from './parts.ts';

async function contentOf({ files, paths, keyring }: VaultParts, vaultId: string, file: string): Promise<Uint8Array> {
  const bytes = await files.read(paths.segment(file)).catch((cause: unknown) => {
    throw diskError(cause);
  });
  const content = await openStream(keyring.dataKeyOf, 'segment', file, vaultId, bytes);
  if (content === undefined) throw new RangeError('a segment changed while the vault was open');
  return content;
}

/**
 * Every segment one of the rows lies in, written anew without who came; durable, and not part of the vault yet.
 *
 * @param anonymised `<importId>:<source row>`, of any register
 */
export async function rewriteSegments(
  parts: VaultParts,
  header: HeaderBody,
  anonymised: ReadonlySet<string>,
): Promise<RewrittenSegments> {
  const segments: WrittenSegment[] = [];
  const replaced: string[] = [];
  if (anonymised.size === 0) return { segments, replaced };
  const rowsOf = new Map<string, Set<number>>();
  for (const id of anonymised) {
    const colon = id.lastIndexOf(':');
    const rows = rowsOf.get(id.slice(0, colon)) ?? new Set<number>();
    rowsOf.set(id.slice(0, colon), rows.add(Number(id.slice(colon + 1))));
  }
  const nobody = () => newId(parts.now());
  for (const reference of parts.store.data.segments) {
    const blocks = decodeColumns(await contentOf(parts, header.vaultId, reference.file));
    const concerned = blocks.some(({ importId, sourceRow }) => {
      const forgotten = rowsOf.get(importId);
      return forgotten !== undefined && sourceRow.some((row) => forgotten.has(row));
    });
    if (!concerned) continue;
    const content = concat(
      ...blocks.map((block) => {
        const forgotten = rowsOf.get(block.importId);
        return encodeColumns(forgotten === undefined ? block : anonymisedBatch(block, forgotten, nobody));
      }),
    );
    const file = newId(parts.now());
    await createSealed(parts, header, 'segment', file, content);
    // Memory is read anew as a whole: see `reloadRows`.
    const written = { ...reference, file, epoch: parts.keyring.newestEpoch };
    segments.push({ reference: written, visits: [], events: [] });
    replaced.push(reference.file);
  }
  return { segments, replaced };
}

/** Memory follows segments that took the place of others. */
export async function reloadRows(parts: VaultParts, vaultId: string): Promise<void> {
  const { store, visits, events } = parts;
  const read: { readonly visits: VisitBlock[]; readonly events: EventBlock[] }[] = [];
  for (const { file, kind } of store.data.segments) {
    const content = await contentOf(parts, vaultId, file);
    if (kind === undefined) read.push({ visits: decodeBlocks(content), events: [] });
    else read.push({ visits: [], events: decodeEventBlocks(content, kind) });
  }
  visits.clear();
  events.clear();
  for (const blocks of read) {
    visits.add(blocks.visits);
    events.add(blocks.events);
  }
}
