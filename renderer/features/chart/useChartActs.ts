import { type RefObject, useState } from 'react';
import type { Scene } from '../../../shared/analysis/chart-scene.ts';
import type { ChartNote, ChartPositions, ChartState } from '../../../shared/domain/chart.ts';
import type { ChartCanvas } from './canvas.ts';
import type { Point } from './neighbours.ts';
import { type Choice, choiceOf, nothing, type Selection } from './selection.ts';
import { changeGroup, group, hide, moved, putNote, removeNote, showAgain, ungroup, withPins } from './stateChanges.ts';
import type { ChartMoves } from './useChartState.ts';

/** What is asked in a dialog before it is done. */
export type ChartTask =
  | { readonly kind: 'group'; readonly id: string | null }
  | { readonly kind: 'note'; readonly id: string | null }
  | { readonly kind: 'remove'; readonly people: readonly string[] };

export interface ChartActs {
  readonly task: ChartTask | null;
  /** Whether people may be taken out of the case. */
  readonly removes: boolean;
  /** Moves what is chosen by so much. */
  carry(by: Point): void;
  moved(to: Readonly<Record<string, Point>>): void;
  pin(): void;
  hide(): void;
  show(ids: readonly string[]): void;
  showAll(): void;
  /** Asks for the name of a new group of those chosen; opens or closes the group that is chosen. */
  group(): void;
  nameGroup(name: string): void;
  renameGroup(): void;
  ungroup(): void;
  /** Asks for the text of a new note, or of the one that is chosen. */
  note(): void;
  writeNote(text: string): void;
  /** A note is taken off, a group dissolved; people are asked about first. */
  remove(): void;
  open(): void;
  undo(): void;
  redo(): void;
  endTask(): void;
}

interface ActsOn {
  readonly moves: ChartMoves;
  readonly places: ChartPositions;
  readonly scene: Scene;
  readonly selection: Selection;
  readonly canvas: RefObject<ChartCanvas | null>;
  setSelection(selection: Selection): void;
  /** Whether people may be taken out of the case. */
  readonly removes: boolean;
}

/** A new note stands above and beside whom it is about. */
const besides: Point = { x: 110, y: -70 };

/** What can be done with what is chosen on a chart; every act is one step of undo. */
export function useChartActs({ moves, places, scene, selection, canvas, setSelection, removes }: ActsOn): ChartActs {
  const [task, setTask] = useState<ChartTask | null>(null);
  const { state, arrange } = moves;
  const { people } = selection;
  const choice = choiceOf(selection);
  // Saved with everybody's place, so that a view looks the same when others have joined the case.
  const change = (next: ChartState): void => arrange({ ...next, positions: { ...places, ...next.positions } });

  function nodesChosen(): string[] {
    if (choice?.kind === 'note') return [choice.id];
    const ids = new Set(people);
    return scene.nodes.filter(({ stands }) => stands.some((id) => ids.has(id))).map(({ id }) => id);
  }

  const pointOf = (id: string): Point | undefined => scene.places[id] ?? scene.notes.find((note) => note.id === id);
  const move = (to: Readonly<Record<string, Point>>): void => {
    const from = Object.fromEntries(Object.keys(to).flatMap((id) => [[id, pointOf(id) ?? { x: 0, y: 0 }]]));
    change(moved(state, places, to, from));
  };

  function carry(by: Point): void {
    const to: Record<string, Point> = {};
    for (const id of nodesChosen()) {
      const point = pointOf(id);
      if (point !== undefined) to[id] = { x: point.x + by.x, y: point.y + by.y };
    }
    move(to);
  }

  function writeNote(id: string | null, text: string): void {
    const written = state.notes.find((each) => each.id === id);
    const about = choice?.kind === 'person' ? choice.id : undefined;
    const fresh: ChartNote = {
      id: crypto.randomUUID(),
      text,
      ...(about === undefined ? (canvas.current?.middle() ?? { x: 0, y: 0 }) : { ...besides, personId: about }),
    };
    const note = written === undefined ? fresh : { ...written, text };
    change(putNote(state, note));
    setSelection({ people: [], other: { kind: 'note', id: note.id } });
  }

  function nameGroup(id: string | null, name: string): void {
    if (id !== null) {
      change(changeGroup(state, id, { name }));
      return;
    }
    const made = crypto.randomUUID();
    change(group(state, made, name, people));
    setSelection({ people, other: { kind: 'group', id: made } });
  }

  return {
    task,
    removes,
    carry,
    moved: move,
    pin() {
      if (people.length === 0) return;
      change(withPins(state, places, people, !people.every((id) => places[id]?.pinned === true)));
    },
    hide() {
      if (people.length === 0) return;
      change(hide(state, people));
      setSelection(nothing);
    },
    show: (ids) => change(showAgain(state, ids)),
    showAll() {
      if (state.hidden.length > 0) change(showAgain(state, state.hidden));
    },
    group() {
      if (choice?.kind === 'group') toggle(choice);
      else if (people.length > 1) setTask({ kind: 'group', id: null });
    },
    nameGroup(name) {
      if (task?.kind === 'group') nameGroup(task.id, name);
      setTask(null);
    },
    renameGroup() {
      if (choice?.kind === 'group') setTask({ kind: 'group', id: choice.id });
    },
    ungroup: () => dissolve(choice),
    note: () => setTask({ kind: 'note', id: choice?.kind === 'note' ? choice.id : null }),
    writeNote(text) {
      if (task?.kind === 'note') writeNote(task.id, text);
      setTask(null);
    },
    remove() {
      if (choice?.kind === 'note') {
        change(removeNote(state, choice.id));
        setSelection(nothing);
      } else if (choice?.kind === 'group') dissolve(choice);
      else if (people.length > 0 && removes) setTask({ kind: 'remove', people });
    },
    open() {
      if (choice?.kind === 'group') toggle(choice);
      else if (choice?.kind === 'note') setTask({ kind: 'note', id: choice.id });
    },
    undo: moves.undo,
    redo: moves.redo,
    endTask: () => setTask(null),
  };

  function toggle({ id }: Choice): void {
    const collapsed = state.groups.find((each) => each.id === id)?.collapsed ?? false;
    change(changeGroup(state, id, { collapsed: !collapsed }));
  }

  function dissolve(which: Choice | null): void {
    if (which?.kind !== 'group') return;
    change(ungroup(state, which.id));
    setSelection({ people, other: null });
  }
}
