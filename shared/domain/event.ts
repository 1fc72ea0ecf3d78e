import { z } from 'zod';
import { idSchema } from './basics.ts';

/** Registers of events besides visits: deposited goods, prison telephone calls, finds, and moves from cell to cell. */
export const eventKinds = ['goods', 'calls', 'finds', 'moves'] as const;
export const eventKindSchema = z.enum(eventKinds);
export type EventKind = z.infer<typeof eventKindSchema>;

/** What every register may say of the inmate it is about. */
const inmate = ['inmateName', 'registrationNumber', 'cell'] as const;

/**
 * What the register wrote, letter by letter, column by column; kept because what it means can be read again from it.
 * `unit` may come from the heading (`Berat (gram)`).
 */
export const writtenEventColumns = {
  goods: ['item', 'quantity', 'unit', 'visitorName', 'nationalId', 'phone', 'address', 'relation', ...inmate, 'note'],
  calls: ['number', 'calledName', 'relation', 'duration', 'unit', ...inmate, 'note'],
  /** `cell` is where the thing was found. */
  finds: ['item', 'quantity', 'unit', 'place', ...inmate, 'finder', 'note'],
  /** `cell` is where the inmate came from. */
  moves: ['toCell', ...inmate, 'reason', 'note'],
} as const satisfies Readonly<Record<EventKind, readonly string[]>>;

/** Who a row is about: identifiers of people, empty where the register names nobody. */
export const linkedEventColumns = {
  goods: ['inmateId', 'visitorId'],
  calls: ['inmateId'],
  finds: ['inmateId'],
  moves: ['inmateId'],
} as const satisfies Readonly<Record<EventKind, readonly string[]>>;

/** The text columns of a stored register in their order: who, then what was written. */
export const eventColumns = (kind: EventKind): readonly string[] => [
  ...linkedEventColumns[kind],
  ...writtenEventColumns[kind],
];

/** One row of a register of events, as it is listed. */
export const eventRowSchema = z.strictObject({
  /** `<importId>:<sourceRow>`; stays the same when segments are merged. */
  id: z.string(),
  kind: eventKindSchema,
  importId: idSchema,
  /** Row of the register, counted from the first below the header as 1, blank rows not counted. */
  sourceRow: z.int().positive(),
  date: z.iso.date(),
  time: z.string().nullable(),
  /** By the names of `eventColumns`. */
  texts: z.record(z.string(), z.string()),
});
export type EventRow = z.infer<typeof eventRowSchema>;
