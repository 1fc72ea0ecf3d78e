import { z } from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import { collectionNameSchema } from '../../../shared/domain/document.ts';
import { eventKindSchema } from '../../../shared/domain/event.ts';
import { concat, readU32, textOf, u32, utf8 } from '../crypto/bytes.ts';
import { auditEntrySchema } from './audit.ts';
import { stampPattern } from './clock.ts';

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

/** Operations exactly as they are written; the audit entry signs their SHA-256. */
export const operationsBytes = (operations: readonly Operation[]): Uint8Array => utf8(JSON.stringify(operations));

/** One transaction in a frame's payload: length u32 ‖ head as JSON ‖ length u32 ‖ operations as JSON. */
export function transactionBytes(head: TransactionHead, operations: Uint8Array): Uint8Array {
  const headBytes = utf8(JSON.stringify(head));
  return concat(u32(headBytes.length), headBytes, u32(operations.length), operations);
}

const operationsSchema = z.array(operationSchema);

/** Every transaction of a frame, or `undefined` when an authentic frame does not hold this format. */
export function readTransactions(payload: Uint8Array): readonly JournalTransaction[] | undefined {
  const transactions: JournalTransaction[] = [];
  let offset = 0;
  while (offset < payload.length) {
    const head = readPart(payload, offset);
    const operations = head === undefined ? undefined : readPart(payload, head.end);
    if (head === undefined || operations === undefined) return undefined;
    const parsedHead = transactionHeadSchema.safeParse(head.value);
    const parsedOperations = operationsSchema.safeParse(operations.value);
    if (!parsedHead.success || !parsedOperations.success) return undefined;
    transactions.push({ ...parsedHead.data, operations: parsedOperations.data, written: operations.bytes });
    offset = operations.end;
  }
  return transactions;
}

interface Part {
  readonly value: unknown;
  readonly bytes: Uint8Array;
  readonly end: number;
}

function readPart(payload: Uint8Array, offset: number): Part | undefined {
  if (payload.length - offset < 4) return undefined;
  const end = offset + 4 + readU32(payload, offset);
  if (end > payload.length) return undefined;
  try {
    const bytes = payload.subarray(offset + 4, end);
    const value: unknown = JSON.parse(textOf(bytes));
    return { value, bytes, end };
  } catch {
    return undefined;
  }
}
