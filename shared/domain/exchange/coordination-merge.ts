import type { Id } from '../basics.ts';
import { agencyKey } from '../coordination/agency-name.ts';
import type { Commitment } from '../coordination/commitment.ts';
import type { Meeting, MeetingAction } from '../coordination/meeting.ts';
import type { Phase } from '../coordination/operation.ts';
import type { ActionItem } from './coordination-items.ts';
import type { ItemOf } from './item.ts';

/** Whose package it is, and the officer here who takes it over. */
export interface TakenOver {
  readonly sender: string;
  readonly by: Id;
}

/** Actions and corrections of a meeting as they stand once another agency's words were taken over. */
export interface MergedWords {
  readonly actions: MeetingAction[];
  readonly corrections: Meeting['corrections'];
  /** Moments of the words that are new here. */
  readonly words: readonly string[];
}

/** Actions of a meeting that is new here. */
export const actionsOf = (items: readonly ActionItem[], taken: TakenOver): MeetingAction[] =>
  items.map(({ word, ...agreed }) => {
    const action: MeetingAction = { ...agreed, state: 'open', outcome: '', history: [] };
    return word === null ? action : followed(action, word, taken);
  });

function followed(
  { id, what, who, agency, dueOn, history }: MeetingAction,
  { at, agency: said, followUp }: NonNullable<ActionItem['word']>,
  { by }: TakenOver,
): MeetingAction {
  return { id, what, who, agency, dueOn, ...followUp, history: [...history, { ...followUp, at, by, agency: said }] };
}

/**
 * What they say of an action counts while we say nothing of it, and whatever we say where they are the ones who owe it. That it
 * is open again they have to say to us; a word of ours that comes back is none of theirs.
 */
function isTakenOver(ours: MeetingAction, word: ActionItem['word'], { sender }: TakenOver): boolean {
  if (word === null || word.followUp.state === 'open') return false;
  if (ours.history.some(({ at }) => at === word.at)) return false;
  return ours.state === 'open' || agencyKey(ours.agency) === agencyKey(sender);
}

/** Their words put to a meeting we hold: nothing that was agreed changes. */
export function mergedWords(ours: Meeting, theirs: ItemOf<'meeting'>['fields'], taken: TakenOver): MergedWords {
  const words: string[] = [];
  const said = new Map(theirs.actions.map(({ id, word }) => [id, word]));
  const actions = ours.actions.map((action) => {
    const word = said.get(action.id) ?? null;
    if (word === null || !isTakenOver(action, word, taken)) return action;
    words.push(word.at);
    return followed(action, word, taken);
  });
  const known = new Set(ours.corrections.map(({ at, text }) => `${at} ${text}`));
  const fresh = theirs.corrections.filter(({ at, text }) => !known.has(`${at} ${text}`));
  words.push(...fresh.map(({ at }) => at));
  const corrections = [...ours.corrections, ...fresh.map((each) => ({ ...each, by: taken.by }))];
  return { actions, corrections: corrections.slice(0, 200), words };
}

/** Tasks that are open on one side and settled on the other are settled. @param base decides everything else */
export function mergedPhases(base: readonly Phase[], other: readonly Phase[]): Phase[] {
  const states = new Map(other.flatMap(({ tasks }) => tasks.map(({ id, state }) => [id, state])));
  return base.map((phase) => ({
    ...phase,
    tasks: phase.tasks.map((task) =>
      task.state === 'open' ? { ...task, state: states.get(task.id) ?? 'open' } : task,
    ),
  }));
}

/** Days they say something of, and we do not yet. */
export function mergedSettlements(
  ours: Commitment['settlements'],
  theirs: ItemOf<'commitment'>['fields']['settlements'],
  { by }: TakenOver,
): { readonly settlements: Commitment['settlements']; readonly words: readonly string[] } {
  const known = new Set(ours.map(({ dueOn }) => dueOn));
  const fresh = theirs.filter(({ dueOn }) => !known.has(dueOn)).map((each) => ({ ...each, by }));
  return { settlements: [...ours, ...fresh].slice(0, 2000), words: fresh.map(({ at }) => at) };
}
