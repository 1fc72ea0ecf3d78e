import type { Commitment } from '../coordination/commitment.ts';
import type { Meeting } from '../coordination/meeting.ts';
import type { Origin } from './origin.ts';

/** Under which name an origin keeps the moments of words that are another agency's within a record of ours. */
export const wordsField = 'words';

/** Moments of those words of others that are barred. */
export const barredWords = (
  origins: readonly Origin[] | undefined,
  isBarred: (origin: Origin) => boolean,
): ReadonlySet<string> => new Set((origins ?? []).filter(isBarred).flatMap(({ values }) => values[wordsField] ?? []));

/** A meeting of ours without what others said of its actions and beneath its minutes. */
export function meetingWithout(meeting: Meeting, words: ReadonlySet<string>): Meeting {
  const actions = meeting.actions.map((action) => {
    const history = action.history.filter(({ at }) => !words.has(at));
    if (history.length === action.history.length) return action;
    const { settledOn: _, ...agreed } = action;
    const last = history.at(-1);
    const { state, outcome } = last ?? { state: 'open' as const, outcome: '' };
    const settledOn = last?.settledOn;
    return { ...agreed, state, outcome, history, ...(settledOn === undefined ? {} : { settledOn }) };
  });
  return { ...meeting, actions, corrections: meeting.corrections.filter(({ at }) => !words.has(at)) };
}

/** A commitment of ours without what others said of it. */
export const commitmentWithout = (commitment: Commitment, words: ReadonlySet<string>): Commitment => ({
  ...commitment,
  settlements: commitment.settlements.filter(({ at }) => !words.has(at)),
});
