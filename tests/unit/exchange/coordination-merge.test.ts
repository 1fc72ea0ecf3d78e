import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../electron/vault/ids.ts';
import type { Meeting, MeetingAction } from '../../../shared/domain/coordination/meeting.ts';
import type { Phase } from '../../../shared/domain/coordination/operation.ts';
import { meetingWithout } from '../../../shared/domain/exchange/agreed-words.ts';
import type { ActionItem } from '../../../shared/domain/exchange/coordination-items.ts';
import { mergedPhases, mergedWords } from '../../../shared/domain/exchange/coordination-merge.ts';
import type { ItemOf } from '../../../shared/domain/exchange/item.ts';

const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;
const us = newId(1);
const agreed = { what: 'Kirim daftar', who: 'Budi', agency: 'Polres Contoh', dueOn: '2026-03-09' };
const taken = { sender: 'Polres Contoh', by: us };

const action = (id: string, more: Partial<MeetingAction> = {}): MeetingAction => ({
  ...agreed,
  id,
  state: 'open',
  outcome: '',
  history: [],
  ...more,
});
const ours = (actions: MeetingAction[]): Meeting => ({
  id: newId(2),
  version: 3,
  createdAt: at(0),
  createdBy: us,
  changedAt: at(0),
  changedBy: us,
  title: 'Rapat',
  day: '2026-03-02',
  time: '09:00',
  place: 'Aula',
  marking: 'terbatas',
  handling: { code: 'P' },
  agenda: [],
  attendees: [],
  minutes: 'Isi',
  decisions: [],
  actions,
  approved: { at: at(0), by: us },
  corrections: [],
});
const theirs = (actions: ActionItem[]): ItemOf<'meeting'>['fields'] => ({
  title: 'Rapat',
  day: '2026-03-02',
  time: '09:00',
  place: 'Aula',
  marking: 'terbatas',
  agenda: [],
  attendees: [],
  minutes: '',
  decisions: [],
  actions,
  approved: { at: at(0), agency: 'Lapas Contoh' },
  corrections: [],
});
const done = (minute: number, agency = 'Polres Contoh'): ActionItem['word'] => ({
  at: at(minute),
  agency,
  followUp: { state: 'done', outcome: 'Dikirim', settledOn: '2026-03-08' },
});
const settled = (state: 'missed' | 'done', minute: number): Partial<MeetingAction> => {
  const step = { state, outcome: 'Kata kami', settledOn: '2026-03-09' };
  return { ...step, history: [{ ...step, at: at(minute), by: us }] };
};

describe('what another agency says of an action', () => {
  const id = newId(10);

  it('counts while we say nothing of it, and is told as theirs', () => {
    const { actions, words } = mergedWords(ours([action(id)]), theirs([{ ...agreed, id, word: done(5) }]), taken);
    expect(actions[0]).toMatchObject({ state: 'done', outcome: 'Dikirim', history: [{ agency: 'Polres Contoh' }] });
    expect(words).toEqual([at(5)]);
  });

  it('counts against ours where they owe it, and nowhere else', () => {
    const held = ours([action(id, settled('missed', 3))]);
    const word = [{ ...agreed, id, word: done(5) }];
    expect(mergedWords(held, theirs(word), taken).actions[0]?.state).toBe('done');
    const other = mergedWords(held, theirs(word), { sender: 'Lapas Lain', by: us });
    expect(other.actions[0]).toMatchObject({ state: 'missed', outcome: 'Kata kami' });
    expect(other.words).toEqual([]);
  });

  it('is not a word of ours that comes back', () => {
    const held = action(id, settled('missed', 3));
    const later = { state: 'done' as const, outcome: 'Ternyata terkirim', settledOn: '2026-03-10' };
    const changed = { ...held, ...later, history: [...held.history, { ...later, at: at(9), by: us }] };
    const echo: ActionItem['word'] = { at: at(3), agency: 'Lapas Contoh', followUp: settledWord };
    expect(mergedWords(ours([changed]), theirs([{ ...agreed, id, word: echo }]), taken).actions[0]).toEqual(changed);
  });
  const settledWord = { state: 'missed' as const, outcome: 'Kata kami', settledOn: '2026-03-09' };

  it('taken over twice is taken over once, changes nothing that was agreed, and can be left out again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ ours: fc.constantFrom('open', 'missed', 'done'), theirs: fc.boolean(), known: fc.boolean() }),
          {
            maxLength: 8,
          },
        ),
        (cases) => {
          const ids = cases.map((_, place) => newId(100 + place));
          const held = ours(
            cases.map(({ ours: state }, place) =>
              action(ids[place] ?? '', state === 'open' ? {} : settled(state, place)),
            ),
          );
          const items = cases.map((each, place) => ({
            ...agreed,
            what: 'Lain sama sekali',
            id: each.known ? (ids[place] ?? '') : newId(900 + place),
            word: each.theirs ? done(20 + place) : null,
          }));
          const once = mergedWords(held, theirs(items), taken);
          const merged = { ...held, actions: once.actions, corrections: once.corrections };
          expect(mergedWords(merged, theirs(items), taken)).toEqual({ ...once, words: [] });
          expect(once.actions.map(({ what, dueOn }) => [what, dueOn])).toEqual(
            held.actions.map(({ what, dueOn }) => [what, dueOn]),
          );
          expect(meetingWithout(merged, new Set(once.words))).toEqual(held);
        },
      ),
    );
  });
});

describe('tasks of an operation', () => {
  const phase = (tasks: Phase['tasks']): Phase => ({
    name: 'Tahap',
    from: '2026-03-01',
    until: '2026-03-02',
    state: 'running',
    tasks,
  });
  const task = (id: string, state: Phase['tasks'][number]['state']): Phase['tasks'][number] => ({
    id,
    state,
    what: 'Jaga',
    owner: 'Budi',
    agency: 'Polres Contoh',
    dueOn: '2026-03-02',
  });
  const [one, two] = [newId(50), newId(51)];

  it('settled on one side are settled, and none is opened again or taken away', () => {
    const merged = mergedPhases(
      [phase([task(one, 'open'), task(two, 'missed')])],
      [phase([task(one, 'done'), task(two, 'open'), task(newId(52), 'done')])],
    );
    expect(merged[0]?.tasks.map(({ state }) => state)).toEqual(['done', 'missed']);
  });
});
