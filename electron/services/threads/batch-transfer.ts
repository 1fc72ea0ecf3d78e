import { encodeColumns } from '../../vault/format/block.ts';
import { encodeBlock } from '../../vault/format/segment.ts';
import type { EventBatch, VisitBatch } from '../../vault/port.ts';

/** Rows on their way to a thread, as a segment holds them: no text is made on this side, and none there before it is asked for. */
export interface PackedRows {
  readonly content: Uint8Array;
  readonly handOver: readonly ArrayBuffer[];
}

export const packedVisits = (batch: VisitBatch): PackedRows => packed(encodeBlock(batch));
export const packedEvents = (batch: EventBatch): PackedRows => packed(encodeColumns(batch));

const packed = (content: Uint8Array): PackedRows => ({
  content,
  handOver: content.buffer instanceof ArrayBuffer ? [content.buffer] : [],
});
