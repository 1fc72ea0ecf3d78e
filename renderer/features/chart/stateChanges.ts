import { plainChart } from '../../../shared/analysis/chart-state.ts';
import type { ChartGroup, ChartNote, ChartPositions, ChartState } from '../../../shared/domain/chart.ts';
import type { Point } from './neighbours.ts';

/** Everything an officer does to a chart, as a new state each; the old one is kept for undo. */

export const hide = (state: ChartState, ids: readonly string[]): ChartState => ({
  ...state,
  hidden: [...new Set([...state.hidden, ...ids])],
});

export const showAgain = (state: ChartState, ids: readonly string[]): ChartState => ({
  ...state,
  hidden: state.hidden.filter((id) => !ids.includes(id)),
});

/** Puts people into a new group; who stood in another leaves it, and a group without people goes. */
export function group(state: ChartState, id: string, name: string, members: readonly string[]): ChartState {
  const taken = new Set(members);
  const others = state.groups.map((other) => ({
    ...other,
    members: other.members.filter((member) => !taken.has(member)),
  }));
  return {
    ...state,
    groups: [
      ...others.filter((other) => other.members.length > 0),
      { id, name, members: [...taken], collapsed: false },
    ],
  };
}

export const changeGroup = (
  state: ChartState,
  id: string,
  change: Partial<Pick<ChartGroup, 'name' | 'collapsed'>>,
): ChartState => ({
  ...state,
  groups: state.groups.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

export const ungroup = (state: ChartState, id: string): ChartState => ({
  ...state,
  groups: state.groups.filter((each) => each.id !== id),
});

export const putNote = (state: ChartState, note: ChartNote): ChartState => ({
  ...state,
  notes: state.notes.some(({ id }) => id === note.id)
    ? state.notes.map((each) => (each.id === note.id ? note : each))
    : [...state.notes, note],
});

export const removeNote = (state: ChartState, id: string): ChartState => ({
  ...state,
  notes: state.notes.filter((each) => each.id !== id),
});

/**
 * Dragging somebody says where they belong, so they are pinned there. A collapsed group carries its members, a note about
 * somebody keeps its distance from them.
 *
 * @param positions of everybody, also of people who were never dragged
 * @param from where the dragged things stood, as the scene has them
 */
export function moved(
  state: ChartState,
  positions: ChartPositions,
  to: Readonly<Record<string, Point>>,
  from: Readonly<Record<string, Point>>,
): ChartState {
  const next: Record<string, ChartPositions[string]> = { ...positions };
  const place = (id: string, { x, y }: Point): void => {
    next[id] = { x: Math.round(x), y: Math.round(y), pinned: true };
  };
  for (const [id, point] of Object.entries(to)) {
    const start = from[id];
    const members = state.groups.find((each) => each.id === id)?.members;
    if (members === undefined && positions[id] !== undefined) place(id, point);
    if (members === undefined || start === undefined) continue;
    for (const member of members) {
      const now = positions[member];
      if (now !== undefined) place(member, { x: now.x + point.x - start.x, y: now.y + point.y - start.y });
    }
  }
  const notes = state.notes.map((note): ChartNote => {
    const [point, start] = [to[note.id], from[note.id]];
    if (point === undefined || start === undefined) return note;
    return { ...note, x: Math.round(note.x + point.x - start.x), y: Math.round(note.y + point.y - start.y) };
  });
  return { ...state, positions: next, notes };
}

/** Pins people where they stand, or lets them go. */
export function withPins(
  state: ChartState,
  positions: ChartPositions,
  ids: readonly string[],
  pinned: boolean,
): ChartState {
  const next: Record<string, ChartPositions[string]> = { ...positions };
  for (const id of ids) {
    const place = positions[id];
    if (place !== undefined) next[id] = { ...place, pinned };
  }
  return { ...state, positions: next };
}

/** Whether anything keeps something off the chart. */
export const showsEverything = ({ hidden, filter }: ChartState): boolean =>
  hidden.length === 0 && JSON.stringify(filter) === JSON.stringify(plainChart.filter);
