import type { KeyboardEvent, RefObject } from 'react';
import type { ChartPositions } from '../../../shared/domain/case.ts';
import { type ChartCanvas, type Choice, zoomStep } from './canvas.ts';
import { type ChartGraph, linkedWith } from './chartGraph.ts';
import { type Direction, step } from './neighbours.ts';
import { moved, withPin } from './places.ts';
import type { Places } from './usePlaces.ts';

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

/** How far Shift and an arrow carry a person, and how far an arrow with nobody chosen moves the view. */
const nudge = 12;
const pan = 40;

interface ChartKeys {
  readonly graph: ChartGraph;
  readonly places: ChartPositions;
  readonly choice: Choice | null;
  readonly moves: Omit<Places, 'places'>;
  readonly canvas: RefObject<ChartCanvas | null>;
  setChoice(choice: Choice | null): void;
  setDrawing(drawing: boolean): void;
  onEditLink(id: string): void;
}

/** Everything the mouse can do on the chart, by keyboard. */
export function useChartKeys(chart: ChartKeys): (event: KeyboardEvent) => void {
  const { graph, places, choice, moves, canvas, setChoice, setDrawing, onEditLink } = chart;
  const person = choice?.kind === 'person' ? choice.id : null;
  const ids = graph.nodes.map((node) => node.id);

  function choose(id: string): void {
    setChoice({ kind: 'person', id });
    canvas.current?.reveal(id);
  }

  function arrow(direction: Direction, carry: boolean): void {
    const way = ways[direction];
    const place = person === null ? undefined : places[person];
    if (person === null || place === undefined) {
      const first = ids[0];
      if (choice === null && first !== undefined) choose(first);
      else canvas.current?.panBy(-way.x * pan, -way.y * pan);
      return;
    }
    if (carry) moves.arrange(moved(places, { [person]: { x: place.x + way.x * nudge, y: place.y + way.y * nudge } }));
    else {
      const next = step(person, direction, linkedWith(person, graph.edges), ids, places);
      if (next !== undefined) choose(next);
    }
  }

  /** The next link of the chosen person, or of the chosen link's own people. */
  function nextLink(): void {
    const around =
      person === null ? graph.edges : graph.edges.filter((edge) => edge.from === person || edge.to === person);
    const now = around.findIndex((edge) => edge.id === choice?.id);
    const next = around[(now + 1) % Math.max(1, around.length)];
    if (next !== undefined) setChoice({ kind: 'link', id: next.id });
  }

  return (event) => {
    const direction = directions[event.key];
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (direction !== undefined) arrow(direction, event.shiftKey);
    else if (control && key === 'z') {
      if (event.shiftKey) moves.redo();
      else moves.undo();
    } else if (control && key === 'y') moves.redo();
    else if (control || event.altKey) return;
    else if (key === '+' || key === '=') canvas.current?.zoomBy(zoomStep);
    else if (key === '-') canvas.current?.zoomBy(1 / zoomStep);
    else if (key === '0') canvas.current?.fit();
    else if (key === 'p' && person !== null) moves.arrange(withPin(places, person, places[person]?.pinned !== true));
    else if (key === 'l') nextLink();
    else if (key === 'd' && person !== null) setDrawing(true);
    else if (key === 'enter' && choice?.kind === 'link') onEditLink(choice.id);
    else if (key === 'escape' && choice !== null) {
      setDrawing(false);
      setChoice(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
