import { createHash } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import { collectionNameSchema } from '../../../shared/domain/document.ts';
import { eventKindSchema } from '../../../shared/domain/event.ts';
import { concat, readU32, textOf, u32, utf8 } from '../crypto/bytes.ts';
import { auditEntrySchema } from './audit.ts';
import { createSlices } from '../slices.ts';
import { stampPattern } from './clock.ts';
import { JsonCursor } from './json-cursor.ts';

const stampSchema = z.string().regex(stampPattern);

/** The change of a record an operation was made upon: all an officer had seen of it. */
export const baseSchema = z.strictObject({
  version: z.int().positive(),
  stamp: stampSchema,
  device: idSchema,
});

/** One step of one record, field by field, so that steps of several writers can be folded afterwards. */
export const operationSchema = z.strictObject({
  collection: collectionNameSchema,
  id: idSchema,
  /** `erase` takes the record and its whole history away, for good. */
  kind: z.enum(['create', 'change', 'remove', 'restore', 'erase']),
  /** Absent for `create`. */
  base: baseSchema.optional(),
  set: z.record(z.string(), z.unknown()),
  unset: z.array(z.string()),
});
export type Operation = z.infer<typeof operationSchema>;

/** A sealed file of visits that this transaction makes part of the vault. */
export const segmentReferenceSchema = z.strictObject({
  file: idSchema,
  /** `2026-03` */
  month: z.string().regex(/^-?\d{1,6}-\d{2}$/),
  rows: z.int().positive(),
  /** Whose rows; visits when absent. */
  kind: eventKindSchema.optional(),
  /** Of the data key that sealed the file; 1 when absent. */
  epoch: z.int().positive().optional(),
});
export type SegmentReference = z.infer<typeof segmentReferenceSchema>;

export const transactionHeadSchema = z.strictObject({
  stamp: stampSchema,
  at: instantSchema,
  by: idSchema,
  segments: z.array(segmentReferenceSchema),
  /** Segments that those take the place of. */
  replaced: z.array(idSchema).optional(),
  audit: auditEntrySchema,
});
export type TransactionHead = z.infer<typeof transactionHeadSchema>;

export interface JournalTransaction extends TransactionHead {
  readonly operations: readonly Operation[];
  /** The operations letter by letter, as the audit entry signs them. */
  readonly written: Uint8Array;
}

const operationsAtOnce = 500;

/** Operations exactly as they are written, made in slices; the audit entry signs their SHA-256. */
export async function operationsBytes(
  operations: readonly Operation[],
): Promise<{ readonly bytes: Uint8Array; readonly sha256: Uint8Array }> {
  const slices = createSlices();
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  const write = (text: string): void => {
    const piece = utf8(text);
    hash.update(piece);
    pieces.push(piece);
  };
  write('[');
  for (let from = 0; from < operations.length; from += operationsAtOnce) {
    if (slices.due()) await slices.pause();
    const some = operations.slice(from, from + operationsAtOnce).map((operation) => JSON.stringify(operation));
    write(`${from === 0 ? '' : ','}${some.join(',')}`);
  }
  write(']');
  return { bytes: concat(...pieces), sha256: hash.digest() };
}

/** One transaction in a frame's payload: length u32 ‖ head as JSON ‖ length u32 ‖ operations as JSON. */
export function transactionBytes(head: TransactionHead, operations: Uint8Array): Uint8Array {
  const headBytes = utf8(JSON.stringify(head));
  return concat(u32(headBytes.length), headBytes, u32(operations.length), operations);
}

/** Every transaction of a frame, read in slices, or `undefined` when an authentic frame does not hold this format. */
export async function readTransactions(payload: Uint8Array): Promise<readonly JournalTransaction[] | undefined> {
  const transactions: JournalTransaction[] = [];
  let offset = 0;
  while (offset < payload.length) {
    const head = readPart(payload, offset);
    const operations = head === undefined ? undefined : readPart(payload, head.end);
    if (head === undefined || operations === undefined) return undefined;
    try {
      const parsed = transactionHeadSchema.parse(JSON.parse(textOf(head.bytes)));
      transactions.push({
        ...parsed,
        operations: await readOperations(operations.bytes),
        written: operations.bytes,
      });
    } catch (cause) {
      if (cause instanceof SyntaxError || cause instanceof z.ZodError) return undefined;
      throw cause;
    }
    offset = operations.end;
  }
  return transactions;
}

/** An import writes tens of thousands in one transaction. */
async function readOperations(bytes: Uint8Array): Promise<readonly Operation[]> {
  const cursor = new JsonCursor(bytes);
  const slices = createSlices();
  const operations: Operation[] = [];
  for (const _ of cursor.elements()) {
    operations.push(operationSchema.parse(cursor.value()));
    if (slices.due()) await slices.pause();
  }
  cursor.end();
  return operations;
}

interface Part {
  readonly bytes: Uint8Array;
  readonly end: number;
}

function readPart(payload: Uint8Array, offset: number): Part | undefined {
  if (payload.length - offset < 4) return undefined;
  const end = offset + 4 + readU32(payload, offset);
  if (end > payload.length) return undefined;
  return { bytes: payload.subarray(offset + 4, end), end };
}
