import { z } from 'zod';
import { caseTableSchema } from '../analysis/case-tables.ts';
import { idSchema, languageSchema, text } from '../domain/basics.ts';
import { caseSectionSchema, documentPasswordSchema } from '../domain/case-document.ts';
import { sanitisationSchema } from '../domain/sanitisation.ts';
import { lintHintSchema } from '../analysis/source-lint.ts';
import { reportFormSchema } from '../domain/report-document.ts';
import { channel } from './channel.ts';

export const exportedSchema = z.strictObject({
  path: z.string(),
  pages: z.int(),
  bytes: z.int(),
  /** SHA-256 of the written file, hexadecimal. */
  sha256: z.string(),
  /** SHA-256 of the data it was made from, as every page states it, hexadecimal. */
  dataSha256: z.string(),
});

export const pictureFormats = ['svg', 'png', 'pdf'] as const;
export const pictureFormatSchema = z.enum(pictureFormats);
export type PictureFormat = z.infer<typeof pictureFormatSchema>;

const caseFileVerdictSchema = z.strictObject({
  /** Byte for byte what an officer of this vault let out. */
  valid: z.boolean(),
  /** `no-seal`: not a sealed case file; `foreign`: another vault's; `changed`: not as it was sealed. */
  fault: z.enum(['no-seal', 'foreign', 'changed']).nullable(),
  signedBy: z.string().nullable(),
  /** When it was let out; null, as what follows, when the trail or the officer who asks does not know. */
  at: z.string().nullable(),
  /** Number of the case. */
  case: z.string().nullable(),
  copyNumber: z.int().nullable(),
  recipient: z.string().nullable(),
  sanitised: sanitisationSchema.nullable(),
  /** Whether the same export would be made from the same data today. */
  dataMatches: z.boolean().nullable(),
  /** Of the file, hexadecimal. */
  sha256: z.string(),
});
export type CaseFileVerdict = z.infer<typeof caseFileVerdictSchema>;

const picture = { caseId: idSchema, viewId: idSchema.nullable(), language: languageSchema };

export const documentChannels = {
  /** The chart of a case alone; asks where to write, `saved` is null when the officer cancelled. */
  'documents.exportChart': channel(
    'cases.export',
    z.strictObject({ ...picture, format: pictureFormatSchema }),
    z.strictObject({ saved: exportedSchema.nullable() }),
  ),
  /** Puts a picture of the chart on the clipboard, which is emptied like after any other copy. */
  'documents.copyChart': channel('cases.export', z.strictObject(picture), z.strictObject({})),
  /** Asks where to write, draws the PDF in a worker; `saved` is null when the officer cancelled. */
  'documents.exportCase': channel(
    'cases.export',
    z.strictObject({
      caseId: idSchema,
      /** The view the chart is drawn as; null for the case's own chart. */
      viewId: idSchema.nullable(),
      /** A profile of this subject alone; absent for the whole case. */
      subjectId: idSchema.optional(),
      /** Parts of the case file; absent for all of them. */
      sections: z.array(caseSectionSchema).min(1).optional(),
      sanitise: sanitisationSchema.optional(),
      password: documentPasswordSchema.optional(),
      language: languageSchema,
      recipient: text(200),
      copyNumber: z.int().min(1).max(999),
    }),
    z.strictObject({ saved: exportedSchema.nullable() }),
  ),
  /** What a case file is made from: all of it as JSON when `table` is null, or one table as CSV; `saved` is null when the officer cancelled. */
  'documents.exportData': channel(
    'cases.export',
    z.strictObject({ caseId: idSchema, table: caseTableSchema.nullable(), sanitise: sanitisationSchema.optional() }),
    z.strictObject({ saved: exportedSchema.omit({ pages: true }).nullable() }),
  ),
  /** What in a copy that would be made could reveal a source. */
  'documents.lintCase': channel(
    'cases.export',
    z.strictObject({
      caseId: idSchema,
      subjectId: idSchema.optional(),
      sections: z.array(caseSectionSchema).min(1).optional(),
      sanitise: sanitisationSchema.optional(),
    }),
    z.array(lintHintSchema),
  ),
  /** Asks for a PDF and tells whether it left this vault as it is; null when the officer cancelled. */
  'documents.verifyCase': channel(
    'cases.read',
    z.strictObject({}),
    z.strictObject({ verdict: caseFileVerdictSchema.nullable() }),
  ),
  'documents.exportReport': channel(
    'reports.print',
    z.strictObject({
      reportId: idSchema,
      form: reportFormSchema,
      sanitised: z.boolean(),
      language: languageSchema,
      recipient: text(200),
      copyNumber: z.int().min(1).max(999),
    }),
    z.strictObject({ saved: exportedSchema.nullable() }),
  ),
  'documents.cancel': channel('own.session', z.strictObject({}), z.strictObject({})),
} as const;
