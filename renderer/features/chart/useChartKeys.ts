import type { KeyboardEvent, RefObject } from 'react';
import type { Scene } from '../../../shared/analysis/chart-scene.ts';
import { type ChartCanvas, zoomStep } from './canvas.ts';
import { linkedWith } from './chartGraph.ts';
import { type Direction, step } from './neighbours.ts';
import { choiceOf, chosen, nothing, type Selection, withPeople } from './selection.ts';
import type { ChartActs } from './useChartActs.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const ways: Readonly<Record<Direction, { x: number; y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** How far Shift and an arrow carry somebody, and how far an arrow with nobody chosen moves the view. */
const nudge = 12;
const pan = 40;

interface ChartKeys {
  readonly scene: Scene;
  readonly selection: Selection;
  readonly acts: ChartActs;
  readonly canvas: RefObject<ChartCanvas | null>;
  setSelection(selection: Selection): void;
  setDrawing(drawing: boolean): void;
  onEditLink(id: string): void;
}

/** Everything the mouse can do on the chart, by keyboard. */
export function useChartKeys(chart: ChartKeys): (event: KeyboardEvent) => void {
  const { scene, selection, acts, canvas, setSelection, setDrawing, onEditLink } = chart;
  const choice = choiceOf(selection);
  const ids = scene.nodes.map((node) => node.id);
  const last = selection.people.at(-1);
  const current = choice?.kind === 'group' ? choice.id : last;

  function go(id: string, add: boolean): void {
    const node = scene.nodes.find((each) => each.id === id);
    if (node === undefined) return;
    if (node.part === 'group' && !add) setSelection(chosen({ kind: 'group', id }, node.stands));
    else setSelection(withPeople(selection, node.stands, add));
    canvas.current?.reveal(id);
  }

  function arrow(direction: Direction, { shiftKey, ctrlKey }: KeyboardEvent): void {
    const way = ways[direction];
    if (shiftKey && (current !== undefined || choice?.kind === 'note')) {
      acts.carry({ x: way.x * nudge, y: way.y * nudge });
      return;
    }
    if (current === undefined || scene.places[current] === undefined) {
      const first = ids[0];
      if (choice === null && first !== undefined) go(first, false);
      else canvas.current?.panBy(-way.x * pan, -way.y * pan);
      return;
    }
    const next = step(current, direction, linkedWith(current, scene.links), ids, scene.places);
    if (next !== undefined) go(next, ctrlKey);
  }

  /** The next link of the chosen person, or of the chosen link's own people. */
  function nextLink(): void {
    const around =
      current === undefined ? scene.links : scene.links.filter(({ from, to }) => from === current || to === current);
    const now = around.findIndex((link) => link.id === choice?.id);
    const next = around[(now + 1) % Math.max(1, around.length)];
    if (next !== undefined) setSelection(chosen({ kind: 'link', id: next.id }));
  }

  const plain: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    '+': () => canvas.current?.zoomBy(zoomStep),
    '=': () => canvas.current?.zoomBy(zoomStep),
    '-': () => canvas.current?.zoomBy(1 / zoomStep),
    '0': () => canvas.current?.fit(),
    l: nextLink,
    p: () => acts.pin(),
    h: ({ shiftKey }) => (shiftKey ? acts.showAll() : acts.hide()),
    g: () => acts.group(),
    n: () => acts.note(),
    delete: () => acts.remove(),
    d: () => {
      if (choice?.kind === 'person') setDrawing(true);
    },
    enter: () => {
      if (choice?.kind === 'link') onEditLink(choice.id);
      else acts.open();
    },
    escape: () => {
      setDrawing(false);
      setSelection(nothing);
    },
  };

  return (event) => {
    const direction = directions[event.key];
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (direction !== undefined) arrow(direction, event);
    else if (control && key === 'z') {
      if (event.shiftKey) acts.redo();
      else acts.undo();
    } else if (control && key === 'y') acts.redo();
    else if (control && key === 'a') setSelection({ people: scene.nodes.flatMap(({ stands }) => stands), other: null });
    else if (control || event.altKey) return;
    else if (key === 'escape' && choice === null && selection.people.length === 0) return;
    else {
      const act = plain[key];
      if (act === undefined) return;
      act(event);
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
