import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText } from '../basics.ts';
import { exchangedShape } from '../exchange/origin.ts';
import { agencyKey, agencyNameSchema } from './agency-name.ts';
import { saidShape } from './said.ts';

export const intervals = ['week', 'month', 'quarter', 'year'] as const;
export const intervalSchema = z.enum(intervals);
export type Interval = z.infer<typeof intervalSchema>;

export const scheduleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), dueOn: dateSchema }),
  z
    .strictObject({
      kind: z.literal('recurring'),
      every: intervalSchema,
      firstOn: dateSchema,
      /** The last day it can fall due; without one it goes on. */
      until: dateSchema.exactOptional(),
    })
    .refine(({ firstOn, until }) => until === undefined || firstOn <= until, {
      path: ['until'],
      message: 'dates-reversed',
    }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** Where it was agreed: a meeting in this vault, or another agreement by its title. */
const agreementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting'), meetingId: idSchema }),
  z.strictObject({ kind: z.literal('agreement'), title: requiredText(300) }),
]);
export type CommitmentSource = z.infer<typeof agreementSchema>;

/** How one time it was due was settled, and what shows it. */
export const settlementSchema = z.strictObject({
  dueOn: dateSchema,
  state: z.enum(['kept', 'missed']),
  evidence: requiredText(2000),
});
export type Settlement = z.infer<typeof settlementSchema>;

export const commitmentShape = {
  what: requiredText(1000),
  owedBy: agencyNameSchema,
  owedTo: agencyNameSchema,
  source: agreementSchema,
  schedule: scheduleSchema,
};
export const isBetweenTwo = ({ owedBy, owedTo }: { owedBy: string; owedTo: string }): boolean =>
  agencyKey(owedBy) !== agencyKey(owedTo);
export const toItself = { path: ['owedTo'], message: 'commitment-to-itself' };

export const commitmentFieldsSchema = z.strictObject(commitmentShape).refine(isBetweenTwo, toItself);
export type CommitmentFields = z.infer<typeof commitmentFieldsSchema>;

/** What one agency owes another by agreement. */
export const commitmentSchema = z
  .strictObject({
    ...commitmentShape,
    ...recordMetaShape,
    ...exchangedShape,
    settlements: z.array(settlementSchema.extend(saidShape)).max(2000),
  })
  .refine(isBetweenTwo, toItself);
export type Commitment = z.infer<typeof commitmentSchema>;

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;
const weekDays = 7;

/** The day `count` intervals after the first; the 31st falls on the last day of a shorter month, without moving later ones. */
function dayAfter(firstOn: string, every: Interval, count: number): string {
  const [year = 0, month = 1, day = 1] = firstOn.split('-').map(Number);
  if (every === 'week') return new Date(Date.UTC(year, month - 1, day + count * weekDays)).toISOString().slice(0, 10);
  const months = month - 1 + count * monthsOf[every];
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, months, Math.min(day, last))).toISOString().slice(0, 10);
}

const mostTimes = 2000;

/** Days it fell due up to today, and the next one to come, oldest first. */
export function dueDays(schedule: Schedule, today: string): readonly string[] {
  if (schedule.kind === 'once') return [schedule.dueOn];
  const { every, firstOn, until } = schedule;
  const days: string[] = [];
  for (let count = 0; count < mostTimes; count += 1) {
    const day = dayAfter(firstOn, every, count);
    if (until !== undefined && day > until) break;
    days.push(day);
    if (day > today) break;
  }
  return days;
}

export interface Occurrence {
  readonly dueOn: string;
  readonly state: 'kept' | 'missed' | 'open';
  /** Open though its day has passed. */
  readonly overdue: boolean;
  readonly evidence: string;
}

/** Every time it was or is due, oldest first; one settled early, or under an earlier schedule, stays. */
export function occurrencesOf(
  { schedule, settlements }: Pick<Commitment, 'schedule' | 'settlements'>,
  today: string,
): readonly Occurrence[] {
  const settled = new Map(settlements.map((settlement) => [settlement.dueOn, settlement]));
  return [...new Set([...dueDays(schedule, today), ...settled.keys()])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((dueOn) => {
      const settlement = settled.get(dueOn);
      return {
        dueOn,
        state: settlement?.state ?? 'open',
        overdue: settlement === undefined && dueOn < today,
        evidence: settlement?.evidence ?? '',
      };
    });
}

export interface AgencyFigures {
  /** As it was written first. */
  readonly agency: string;
  readonly kept: number;
  readonly missed: number;
  /** Open and not overdue. */
  readonly open: number;
  readonly overdue: number;
}

/** What each agency owed: how often it kept its word, did not, and has yet to; by name. */
export function figuresOf(
  commitments: readonly Pick<Commitment, 'owedBy' | 'schedule' | 'settlements'>[],
  today: string,
): readonly AgencyFigures[] {
  const figures = new Map<string, { agency: string; kept: number; missed: number; open: number; overdue: number }>();
  for (const commitment of commitments) {
    const key = agencyKey(commitment.owedBy);
    const row = figures.get(key) ?? { agency: commitment.owedBy, kept: 0, missed: 0, open: 0, overdue: 0 };
    for (const { state, overdue } of occurrencesOf(commitment, today)) row[overdue ? 'overdue' : state] += 1;
    figures.set(key, row);
  }
  return [...figures.values()].sort((a, b) => a.agency.localeCompare(b.agency));
}
