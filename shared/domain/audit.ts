import { z } from 'zod';
import { dateSchema, idSchema } from './basics.ts';

/** One thing somebody did or read, as it is shown. */
export const auditRowSchema = z.strictObject({
  sequence: z.int().positive(),
  at: z.string(),
  actorId: idSchema,
  /** Empty when the directory does not know the officer. */
  actor: z.string(),
  /** `case.export`, `person.read`, … */
  action: z.string(),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  /** What the record is called, where the reader may see it. */
  subject: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** Narrows the trail; what is null does not. Days of the workstation's own calendar, both included. */
export const auditFilterSchema = z.strictObject({
  officer: z.string().max(120).nullable(),
  /** Beginning of the action: `case.` finds all of cases. */
  action: z.string().max(200).nullable(),
  /** Identifier of a record, what it is called, or its kind. */
  record: z.string().max(200).nullable(),
  from: dateSchema.nullable(),
  until: dateSchema.nullable(),
  /** Somewhere in the officer's or record's name, the identifier or the reason. */
  text: z.string().max(200).nullable(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const wholeTrail: AuditFilter = {
  officer: null,
  action: null,
  record: null,
  from: null,
  until: null,
  text: null,
};

/** The day of a moment where this program runs. */
function localDay(instant: string): string {
  const at = new Date(instant);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const folded = (text: string): string => text.trim().toLowerCase();

export function matchesFilter(row: AuditRow, { officer, action, record, from, until, text }: AuditFilter): boolean {
  const day = from === null && until === null ? '' : localDay(row.at);
  const is = (wanted: string, ...those: (string | null)[]): boolean =>
    those.some((each) => each !== null && folded(each) === folded(wanted));
  return (
    (officer === null || is(officer, row.actorId, row.actor)) &&
    (action === null || row.action.startsWith(action)) &&
    (record === null || is(record, row.entityId, row.subject, row.entity)) &&
    (from === null || day >= from) &&
    (until === null || day <= until) &&
    (text === null ||
      [row.actor, row.subject, row.entityId, row.reason].some((each) => folded(each ?? '').includes(folded(text))))
  );
}

export const auditVerdictSchema = z.strictObject({
  ok: z.boolean(),
  entries: z.int().nonnegative(),
  firstBad: z.strictObject({ sequence: z.int().positive(), code: z.string() }).nullable(),
  /** Places where entries were lost with a damaged vault, as the officer who salvaged it signed; absent when there are none. */
  gaps: z.int().positive().optional(),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;

/**
 * Whether a trail still holds what a seal was given for: exactly these entries; fewer; others in their place; these, with one
 * among them that is not as it was signed.
 */
export const sealStateSchema = z.enum(['intact', 'shorter', 'different', 'damaged']);
export type SealState = z.infer<typeof sealStateSchema>;

export const sealVerdictSchema = z.strictObject({
  state: sealStateSchema,
  /** How many entries were sealed. */
  entries: z.int().nonnegative(),
  /** The day on which. */
  day: dateSchema,
});
