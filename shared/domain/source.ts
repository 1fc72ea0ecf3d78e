import { z } from 'zod';
import { dateSchema, type Id, idSchema, instantSchema, recordMetaShape, requiredText, text } from './basics.ts';
import { gradeCodes } from './grade.ts';

/** What outside of the register is known of a source: a name that says nothing, and how reliable the source has proved. */
const pseudonymSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z][A-Z0-9-]{1,15}$/);
const sourceLetterSchema = z.enum(gradeCodes.admiralty.source);

/** Opens to handlers of sources alone, by the cipher; base64. */
const sealedSchema = z.strictObject({
  epoch: z.int().positive(),
  content: z
    .string()
    .max(2_000_000)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
});

/** A source as the vault keeps it. `sealed` holds a `SourceCard`. Never removed. */
export const sourceSchema = z.strictObject({
  ...recordMetaShape,
  pseudonym: pseudonymSchema,
  /** Admiralty letter of the source, for whoever grades what it said. */
  reliability: sourceLetterSchema,
  sealed: sealedSchema,
});

/** An entry of a handler's log. `sealed` holds a `SourceContact`, also which source it was. Never removed. */
export const sourceContactSchema = z.strictObject({ ...recordMetaShape, sealed: sealedSchema });

export const sourceStates = ['proposed', 'authorised', 'suspended', 'ended'] as const;
export const sourceMotives = ['duty', 'money', 'favour', 'fear', 'revenge', 'remorse', 'unknown'] as const;
export const tipOutcomes = ['confirmed', 'partly', 'refuted', 'open'] as const;

const authorisationSchema = z.strictObject({
  /** Name and office of whoever authorised it, who need not be an officer of the vault. */
  by: requiredText(200),
  from: dateSchema,
  until: dateSchema,
  /** The day the authorisation is looked at again before it runs out. */
  bringForward: dateSchema,
});

const sourceCardShape = z.strictObject({
  pseudonym: pseudonymSchema,
  reliability: sourceLetterSchema,
  name: requiredText(200),
  /** When the source is also in the register of people. */
  personId: idSchema.optional(),
  nationalId: text(32),
  contact: text(500),
  handlers: z.array(idSchema).min(1).max(20),
  motive: z.enum(sourceMotives),
  motiveNote: text(2000),
  risks: text(5000),
  /** What became of things the source said. */
  record: z.array(z.strictObject({ on: dateSchema, about: requiredText(500), outcome: z.enum(tipOutcomes) })).max(500),
  state: z.enum(sourceStates),
  authorisation: authorisationSchema.optional(),
});

/** Everything about a source. Messages are error codes. */
export const sourceCardSchema = sourceCardShape.superRefine(({ state, authorisation }, context) => {
  if (state === 'authorised' && authorisation === undefined)
    context.addIssue({ code: 'custom', path: ['authorisation', 'by'], message: 'source-not-authorised' });
  if (authorisation === undefined) return;
  const { from, until, bringForward } = authorisation;
  if (from > until) context.addIssue({ code: 'custom', path: ['authorisation', 'until'], message: 'dates-reversed' });
  if (bringForward > until)
    context.addIssue({ code: 'custom', path: ['authorisation', 'bringForward'], message: 'dates-reversed' });
});
export type SourceCard = z.infer<typeof sourceCardSchema>;

/** What a handler may enter of a meeting. `said` is what the source said and nothing else: nobody's conclusions. */
export const contactFieldsSchema = z.strictObject({
  on: dateSchema,
  place: requiredText(300),
  said: requiredText(20_000),
  /** Whole rupiah. */
  payment: z.int().nonnegative().max(1_000_000_000_000),
  nextOn: dateSchema.optional(),
});
export type ContactFields = z.infer<typeof contactFieldsSchema>;

export const sealedContactSchema = contactFieldsSchema.extend({ sourceId: idSchema });

/** What of a source is to be looked at, most pressing first. */
export const sourceReminders = ['expired', 'expires', 'bring-forward', 'contact-overdue'] as const;
export type SourceReminder = (typeof sourceReminders)[number];

/** Days before its end from which an authorisation is told to run out. */
const endsSoon = 14;

/** @param today `2026-03-02`; @param nextOn of the newest contact */
export function remindersOf(
  { state, authorisation }: Pick<SourceCard, 'state' | 'authorisation'>,
  nextOn: string | undefined,
  today: string,
): readonly SourceReminder[] {
  if (state !== 'authorised' || authorisation === undefined) return [];
  const { until, bringForward } = authorisation;
  const soon = new Date(Date.parse(today) + endsSoon * 86_400_000).toISOString().slice(0, 10);
  const due: Readonly<Record<SourceReminder, boolean>> = {
    expired: until < today,
    expires: until >= today && until <= soon,
    'bring-forward': bringForward <= today,
    'contact-overdue': nextOn !== undefined && nextOn < today,
  };
  return sourceReminders.filter((reminder) => due[reminder]);
}

/** Whether a meeting fell into the time for which the source was authorised. */
export const isCovered = ({ state, authorisation }: Pick<SourceCard, 'state' | 'authorisation'>, on: string): boolean =>
  state !== 'proposed' && authorisation !== undefined && authorisation.from <= on && on <= authorisation.until;

/**
 * The sterile corridor: whoever handles a source does not evaluate what it reported. Who handles it is sealed, so the
 * handler's own program asks this; an officer who cannot open the register handles nobody.
 */
export const mayEvaluate = (officerId: Id, { handlers }: Pick<SourceCard, 'handlers'>): boolean =>
  !handlers.includes(officerId);

/** The next free pseudonym of the form `S-07`. */
export function nextPseudonym(taken: Iterable<string>): string {
  const numbers = [...taken].map((name) => Number(/^S-(\d+)$/.exec(name)?.[1] ?? 0));
  return `S-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** What somebody who handles no source may be told, once: who it is and how to find them. */
export const identitySchema = sourceCardShape.pick({ pseudonym: true, name: true, nationalId: true, contact: true });
export type SourceIdentity = z.infer<typeof identitySchema>;

const keyText = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** An identity on its way to one officer, sealed to that officer's own key by a handler. */
export const unsealingSchema = z.strictObject({
  ...recordMetaShape,
  sourceId: idSchema,
  approvalId: idSchema,
  readerId: idSchema,
  /** Not to be read afterwards. */
  until: instantSchema,
  /** Taken away with the one reading. */
  box: z.strictObject({ ephemeral: keyText, sealed: keyText }).optional(),
});

/** Hours an identity waits to be read. */
export const unsealedHours = 24;

export const unsealingStates = ['waiting', 'refused', 'approved', 'ready', 'over'] as const;
