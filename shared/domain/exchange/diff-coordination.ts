import type { Commitment } from '../coordination/commitment.ts';
import type { ActionState, Meeting } from '../coordination/meeting.ts';
import type { Operation, Phase } from '../coordination/operation.ts';
import { adds, differs, type FieldDifference, found } from './diff.ts';
import type { ItemOf } from './item.ts';

/** How something stands, read in either language. */
const marks: Readonly<Record<ActionState, string>> = { open: '○', done: '✓', missed: '✗', dropped: '–' };
const standing = (state: ActionState, what: string, outcome = ''): string =>
  `${marks[state]} ${what}${outcome === '' ? '' : ` (${outcome})`}`;

export function meetingDifferences(ours: Meeting, { fields }: ItemOf<'meeting'>): FieldDifference[] {
  return found([
    differs('title', ours.title, fields.title),
    differs('day', ours.day, fields.day),
    differs('time', ours.time, fields.time),
    differs('place', ours.place, fields.place),
    differs('marking', ours.marking, fields.marking),
    differs('minutes', ours.minutes, fields.minutes),
    adds('decisions', ours.decisions, fields.decisions),
    adds(
      'actions',
      ours.actions.map(({ state, what, outcome }) => standing(state, what, outcome)),
      fields.actions.flatMap(({ what, word }) =>
        word === null ? [] : [standing(word.followUp.state, what, word.followUp.outcome)],
      ),
    ),
    adds(
      'corrections',
      ours.corrections.map(({ text }) => text),
      fields.corrections.map(({ text }) => text),
    ),
  ]);
}

const tasksOf = (phases: readonly Phase[]): string[] =>
  phases.flatMap(({ tasks }) => tasks.map(({ state, what }) => standing(state, what)));

export function operationDifferences(ours: Operation, { fields }: ItemOf<'operation'>): FieldDifference[] {
  const phases = ({ name, from, until }: Phase): string => `${name}: ${from} – ${until}`;
  const contacts = (each: Operation['contacts'][number]): string =>
    [each.name, each.agency, each.phone, each.radio].filter((part) => part !== '').join(', ');
  return found([
    differs('name', ours.name, fields.name),
    differs('purpose', ours.purpose, fields.purpose),
    differs('legalBasis', ours.legalBasis, fields.legalBasis),
    differs('marking', ours.marking, fields.marking),
    adds('phases', ours.phases.map(phases), fields.phases.map(phases)),
    adds('tasks', tasksOf(ours.phases), tasksOf(fields.phases)),
    adds('contacts', ours.contacts.map(contacts), fields.contacts.map(contacts)),
    differs('risks', ours.risks, fields.risks),
    differs('notes', ours.notes, fields.notes),
    differs('operationState', ours.state, fields.state),
    differs('outcome', ours.outcome, fields.outcome),
  ]);
}

export function commitmentDifferences(ours: Commitment, { fields }: ItemOf<'commitment'>): FieldDifference[] {
  const settled = ({
    dueOn,
    state,
    evidence,
  }: Pick<Commitment['settlements'][number], 'dueOn' | 'state' | 'evidence'>) =>
    standing(state === 'kept' ? 'done' : 'missed', dueOn, evidence);
  const schedule = ({ schedule: each }: Pick<Commitment, 'schedule'>): string =>
    each.kind === 'once' ? each.dueOn : [each.firstOn, each.until ?? ''].join(' – ');
  return found([
    differs('what', ours.what, fields.what),
    differs('owedBy', ours.owedBy, fields.owedBy),
    differs('owedTo', ours.owedTo, fields.owedTo),
    differs('schedule', schedule(ours), schedule(fields)),
    adds('settlements', ours.settlements.map(settled), fields.settlements.map(settled)),
  ]);
}
