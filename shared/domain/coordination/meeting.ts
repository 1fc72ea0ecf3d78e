import { z } from 'zod';
import { dateSchema, idSchema, markingSchema, recordMetaShape, requiredText, text, timeSchema } from '../basics.ts';
import { originsSchema } from '../exchange/origin.ts';
import { handlingSchema } from '../handling.ts';
import { agencyNameSchema } from './agency-name.ts';
import { saidShape } from './said.ts';

/** Where an action stands; who follows it up says so, with the day it was settled. */
export const actionStates = ['open', 'done', 'missed', 'dropped'] as const;
export const actionStateSchema = z.enum(actionStates);
export type ActionState = z.infer<typeof actionStateSchema>;

export const attendeeSchema = z.strictObject({
  /** An officer of this vault; without one, somebody known by name alone. */
  officerId: idSchema.exactOptional(),
  name: requiredText(200),
  rank: text(100),
  agency: agencyNameSchema,
});
export type Attendee = z.infer<typeof attendeeSchema>;

export const agreedShape = {
  what: requiredText(1000),
  who: requiredText(200),
  agency: agencyNameSchema,
  dueOn: dateSchema,
};

/** What a form holds of an action: `id` for one that is there already. */
export const actionFieldsSchema = z.strictObject({ ...agreedShape, id: idSchema.exactOptional() });
export type ActionFields = z.infer<typeof actionFieldsSchema>;

export const followShape = {
  state: actionStateSchema,
  outcome: text(2000),
  /** The day it was settled; there while it is not open, and only then. */
  settledOn: dateSchema.exactOptional(),
};
/** Done speaks for itself; why something was missed or dropped has to be said. */
export const isAccountedFor = ({ state, outcome }: { state: ActionState; outcome: string }): boolean =>
  state === 'open' || state === 'done' || outcome !== '';
export const isDated = ({ state, settledOn }: { state: ActionState; settledOn?: string }): boolean =>
  (state === 'open') === (settledOn === undefined);

/** What whoever follows an action up says of it. */
export const followUpSchema = z
  .strictObject(followShape)
  .refine(isAccountedFor, { path: ['outcome'], message: 'outcome-required' })
  .refine(isDated, { path: ['settledOn'] });
export type FollowUp = z.infer<typeof followUpSchema>;

export const meetingActionSchema = z
  .strictObject({
    ...agreedShape,
    ...followShape,
    id: idSchema,
    /** Every word on it so far, oldest first. */
    history: z.array(z.strictObject({ ...followShape, ...saidShape })).max(1000),
  })
  .refine(isAccountedFor, { path: ['outcome'], message: 'outcome-required' })
  .refine(isDated, { path: ['settledOn'] });
export type MeetingAction = z.infer<typeof meetingActionSchema>;

export const meetingShape = {
  title: requiredText(200),
  /** Day and time in the prison's own time zone. */
  day: dateSchema,
  time: timeSchema,
  place: requiredText(200),
  marking: markingSchema,
  handling: handlingSchema,
  agenda: z.array(requiredText(500)).max(50),
  attendees: z.array(attendeeSchema).max(200),
  minutes: text(40_000),
  decisions: z.array(requiredText(2000)).max(100),
  /** Cases it was about; whoever must not know of one of them does not see the meeting. */
  caseIds: z.array(idSchema).max(50).exactOptional(),
};

export const meetingFieldsSchema = z.strictObject({ ...meetingShape, actions: z.array(actionFieldsSchema).max(200) });
export type MeetingFields = z.infer<typeof meetingFieldsSchema>;

/**
 * A meeting of agencies. Once its minutes are approved they stay as they are: later corrections stand beneath them, and its
 * actions are followed up.
 */
export const meetingSchema = z.strictObject({
  ...meetingShape,
  ...recordMetaShape,
  actions: z.array(meetingActionSchema).max(200),
  approved: z.strictObject(saidShape).exactOptional(),
  corrections: z.array(z.strictObject({ ...saidShape, text: requiredText(4000) })).max(200),
  origins: originsSchema.exactOptional(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Without what is the vault's and the follow-up's to write. */
export const meetingFieldsOf = (meeting: Meeting): MeetingFields => ({
  title: meeting.title,
  day: meeting.day,
  time: meeting.time,
  place: meeting.place,
  marking: meeting.marking,
  handling: meeting.handling,
  agenda: meeting.agenda,
  attendees: meeting.attendees,
  minutes: meeting.minutes,
  decisions: meeting.decisions,
  caseIds: meeting.caseIds ?? [],
  actions: meeting.actions.map(({ id, what, who, agency, dueOn }) => ({ id, what, who, agency, dueOn })),
});

/** What was agreed, as against what became of it. */
const agreed = ({ id, what, who, agency, dueOn }: MeetingAction): string =>
  JSON.stringify([id, what, who, agency, dueOn]);

/**
 * Whether a change of an approved meeting leaves its minutes alone: it follows actions up, without adding, taking away or
 * rewording one, adds corrections beneath those there are, or says which agencies have a part in it.
 */
export function keepsMinutes(meeting: Meeting, change: Readonly<Record<string, unknown>>): boolean {
  const { actions, corrections, origins: _, ...rest } = change;
  if (Object.keys(rest).length > 0) return false;
  const next = meetingSchema
    .pick({ actions: true, corrections: true })
    .partial()
    .safeParse({
      ...(actions === undefined ? {} : { actions }),
      ...(corrections === undefined ? {} : { corrections }),
    }).data;
  if (next === undefined) return false;
  const asAgreed =
    next.actions === undefined || next.actions.map(agreed).join('\n') === meeting.actions.map(agreed).join('\n');
  const grown =
    next.corrections === undefined ||
    (next.corrections.length >= meeting.corrections.length &&
      meeting.corrections.every((each, index) => JSON.stringify(each) === JSON.stringify(next.corrections?.[index])));
  return asAgreed && grown;
}

/** Whether its day has passed and nobody said what became of it. */
export const isOverdue = ({ state, dueOn }: { state: string; dueOn: string }, today: string): boolean =>
  state === 'open' && dueOn < today;
