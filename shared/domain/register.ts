import { z } from 'zod';
import { idSchema, recordMetaShape, requiredText, text } from './basics.ts';
import { exchangedShape } from './exchange/origin.ts';

/** Registers the prison keeps and Sinergi reads. */
/** Where a header fits two registers as well, the earlier is meant: goods without a sender are finds. */
export const registerKinds = ['inmates', 'visits', 'calls', 'finds', 'goods', 'moves', 'staff'] as const;
export const registerKindSchema = z.enum(registerKinds);
export type RegisterKind = z.infer<typeof registerKindSchema>;

/** Fields a column can be mapped to, by register; `required` ones must be mapped before an import can start. */
export const registerFields = {
  inmates: {
    required: ['name', 'registrationNumber'],
    optional: ['alias', 'birthDate', 'cell', 'offence', 'expiresOn', 'nationalId', 'address', 'phone'],
  },
  visits: {
    required: ['date', 'visitorName', 'inmateName'],
    optional: [
      'time',
      'queueNumber',
      'nationalId',
      'phone',
      'address',
      'relation',
      'registrationNumber',
      'cell',
      'rowNumber',
    ],
  },
  goods: {
    required: ['date', 'item'],
    optional: [
      'inmateName',
      'registrationNumber',
      'cell',
      'time',
      'quantity',
      'unit',
      'visitorName',
      'nationalId',
      'phone',
      'address',
      'relation',
      'note',
      'rowNumber',
    ],
  },
  calls: {
    required: ['date', 'number'],
    optional: [
      'inmateName',
      'registrationNumber',
      'cell',
      'time',
      'duration',
      'unit',
      'calledName',
      'relation',
      'note',
      'rowNumber',
    ],
  },
  finds: {
    required: ['date', 'item'],
    optional: [
      'cell',
      'place',
      'inmateName',
      'registrationNumber',
      'time',
      'quantity',
      'unit',
      'finder',
      'note',
      'rowNumber',
    ],
  },
  moves: {
    required: ['date', 'toCell'],
    optional: ['inmateName', 'registrationNumber', 'cell', 'time', 'reason', 'note', 'rowNumber'],
  },
  staff: {
    required: ['name'],
    optional: ['employeeNumber', 'position', 'unit', 'nationalId', 'phone', 'address', 'rowNumber'],
  },
} as const satisfies Record<RegisterKind, { required: readonly string[]; optional: readonly string[] }>;

/** Fields of which one at least must be mapped: an inmate is known by name or number, a roster by more than names. */
export const eitherFields = {
  inmates: [],
  visits: [],
  goods: ['inmateName', 'registrationNumber'],
  calls: ['inmateName', 'registrationNumber'],
  finds: ['cell', 'place', 'inmateName', 'registrationNumber'],
  moves: ['inmateName', 'registrationNumber'],
  staff: ['position', 'employeeNumber', 'unit'],
} as const satisfies Record<RegisterKind, readonly string[]>;

/** Field name → header text of the column it is read from. */
export const columnMappingSchema = z.record(z.string(), z.string());
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Why a row did not become a record; the interface translates the code, the command-line tool prints an English message. */
export const rejectionCodes = [
  'date-missing',
  'date-unreadable',
  'date-ambiguous',
  'time-unreadable',
  'item-missing',
  'phone-missing',
  'phone-unreadable',
  'cell-missing',
  'visitor-name-missing',
  'inmate-name-missing',
  'inmate-unknown',
  'inmate-ambiguous',
  'number-contradicts',
  'several-names',
  'name-missing',
  'registration-missing',
  'duplicate-row',
  'column-count',
  'text-too-long',
  'row-unreadable',
] as const;
export const rejectionSchema = z.strictObject({
  row: z.int().positive(),
  field: z.string(),
  code: z.enum(rejectionCodes),
  message: z.string(),
});
export type Rejection = z.infer<typeof rejectionSchema>;

export const importCountsShape = {
  rows: z.int().nonnegative(),
  created: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
} as const;

/** One finished import. Rejections are kept with the values of their rows so that the report can be saved later. */
export const importSchema = z.strictObject({
  ...recordMetaShape,
  kind: registerKindSchema,
  fileName: requiredText(260),
  /** SHA-256 of the file, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  encoding: text(40),
  mapping: columnMappingSchema,
  ...importCountsShape,
  rejected: z.array(rejectionSchema.extend({ values: z.array(z.string()) })),
  header: z.array(z.string()),
  /** Visits that were entered at the counter, day by day; no file stands behind them. */
  desk: z.literal(true).optional(),
  /** Of visits that another agency sent. */
  origins: exchangedShape.origins,
});
export type RegisterImport = z.infer<typeof importSchema>;

/** A column mapping an officer confirmed, remembered for the next file with the same header. */
export const mappingSchema = z.strictObject({
  ...recordMetaShape,
  kind: registerKindSchema,
  header: z.array(z.string()),
  columns: columnMappingSchema,
});

export const importResultSchema = z.strictObject({
  importId: idSchema,
  ...importCountsShape,
  rejected: z.array(rejectionSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;
