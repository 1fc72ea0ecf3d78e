import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText, text } from './basics.ts';
import { exchangedShape } from './exchange/origin.ts';
import { gradeSchema } from './grade.ts';

/** Kinds the interface offers and translates; an officer may also write another in a few words. */
export const knownLinkKinds = [
  'visits',
  'family',
  'knows',
  'supplies',
  'courier',
  'pays',
  'phones',
  'lives-with',
  'works-with',
  'comes-with',
  'shares-phone',
  'shares-address',
] as const;
export type KnownLinkKind = (typeof knownLinkKinds)[number];

/**
 * Drawn solid when confirmed and dotted when suspected (UNODC Criminal Intelligence Manual for Analysts). What was alleged and
 * turned out not to be so stays, marked and dashed, wherever the link is shown, and ties nobody in an analysis.
 */
export const linkStatuses = ['confirmed', 'suspected', 'disproved'] as const;
export const linkStatusSchema = z.enum(linkStatuses);
export type LinkStatus = z.infer<typeof linkStatusSchema>;

const linkFieldsShape = z.strictObject({
  from: idSchema,
  to: idSchema,
  kind: requiredText(60),
  directed: z.boolean(),
  since: dateSchema.optional(),
  until: dateSchema.optional(),
  status: linkStatusSchema,
  grade: gradeSchema,
  /** Where it is known from; a link without provenance cannot be saved. */
  sources: z.array(requiredText(500)).min(1).max(50),
  note: text(2000),
});

/** The checks that involve two fields; messages are error codes. */
function checkLink(
  link: { from: string; to: string; since?: string | undefined; until?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (link.from === link.to) context.addIssue({ code: 'custom', path: ['to'], message: 'link-to-itself' });
  if (link.since !== undefined && link.until !== undefined && link.since > link.until)
    context.addIssue({ code: 'custom', path: ['until'], message: 'dates-reversed' });
}

export const linkFieldsSchema = linkFieldsShape.superRefine(checkLink);
export type LinkFields = z.infer<typeof linkFieldsSchema>;

export const linkSchema = linkFieldsShape
  .extend({ ...recordMetaShape, ...exchangedShape, caseId: idSchema })
  .superRefine(checkLink);
export type Link = z.infer<typeof linkSchema>;
