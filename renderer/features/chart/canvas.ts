import cytoscape, { type Core, type EventObject, type EventObjectEdge, type EventObjectNode } from 'cytoscape';
import type { ChartPositions } from '../../../shared/domain/case.ts';
import { canvasStyle } from './canvasStyle.ts';
import type { ChartEdge, ChartGraph } from './chartGraph.ts';
import { paperDrawing } from './drawing.ts';
import type { Point } from './neighbours.ts';
import type { Palette } from './palette.ts';
import { Pencil } from './pencil.ts';
import { drawSigns } from './signs.ts';

/** One person or one link. */
export interface Choice {
  readonly kind: 'person' | 'link';
  readonly id: string;
}

export interface CanvasListener {
  onChoose(choice: Choice | null): void;
  onMoved(to: Readonly<Record<string, Point>>): void;
  /** A line was drawn from one person to another. */
  onDrawn(from: string, to: string): void;
}

export interface LinkWords {
  labelOf(edge: ChartEdge): string;
  wordsOf(edge: ChartEdge): string;
}

export const zoomStep = 1.25;
const limits = { minZoom: 0.08, maxZoom: 4 };
/** Two people alone on a chart need not fill the window. */
const largestFit = 1.7;
const fitMargin = 36;
const glideMs = 220;

/** Cytoscape asks for this element before writing a style of its own, which the page's policy would refuse. */
const styleMark = '__________cytoscape_stylesheet';

function keepStyleOut(): void {
  if (document.getElementById(styleMark) !== null) return;
  const mark = document.createElement('meta');
  mark.id = styleMark;
  document.head.append(mark);
}

/** The drawn chart: takes a graph, places and a choice, and tells what the officer does with the mouse. */
export class ChartCanvas {
  readonly #cy: Core;
  readonly #pencil: Pencil;
  readonly #stopSigns: () => void;
  #palette: Palette;

  /** @param large draws a picture of the whole while it is moved, without names; read when the canvas is made */
  constructor(
    container: HTMLElement,
    signs: HTMLCanvasElement,
    palette: Palette,
    large: boolean,
    listener: () => CanvasListener,
  ) {
    keepStyleOut();
    this.#palette = palette;
    this.#cy = cytoscape({
      container,
      style: canvasStyle(palette),
      ...limits,
      boxSelectionEnabled: false,
      selectionType: 'single',
      autounselectify: true,
      layout: { name: 'preset' },
      textureOnViewport: large,
      hideLabelsOnViewport: large,
    });
    this.#pencil = new Pencil(this.#cy, (from, to) => listener().onDrawn(from, to));
    this.#stopSigns = drawSigns(this.#cy, signs, () => this.#palette);
    this.#cy.on('tap', (event: EventObject) => {
      if (event.target === this.#cy) listener().onChoose(null);
    });
    this.#cy.on('tap', 'node', (event: EventObjectNode) => {
      const id = event.target.id();
      if (!this.#pencil.end(id)) listener().onChoose({ kind: 'person', id });
    });
    this.#cy.on('tap', 'edge', (event: EventObjectEdge) =>
      listener().onChoose({ kind: 'link', id: event.target.id() }),
    );
    this.#cy.on('dragfree', 'node', (event: EventObjectNode) => {
      const id = event.target.id();
      listener().onMoved({ [id]: { ...this.#cy.$id(id).position() } });
    });
  }

  /** Brings the drawing up to date; `labelOf` names a link on the line, `wordsOf` when it is looked at. */
  show(graph: ChartGraph, places: ChartPositions, { labelOf, wordsOf }: LinkWords): void {
    const first = this.#cy.nodes().empty();
    const { names, labels, bends } = paperDrawing(graph, places, labelOf);
    this.#cy.batch(() => {
      const wanted = new Set([...graph.nodes, ...graph.edges].map(({ id }) => id));
      this.#cy
        .elements()
        .not('.pencil')
        .filter((element) => !wanted.has(element.id()))
        .remove();
      for (const node of graph.nodes) {
        const place = places[node.id] ?? { x: 0, y: 0, pinned: false };
        const data = { id: node.id, part: node.part, label: names.get(node.id) ?? node.name, pinned: place.pinned };
        const present = this.#cy.$id(node.id);
        if (present.empty()) this.#cy.add({ group: 'nodes', data, position: { x: place.x, y: place.y } });
        else present.data(data);
      }
      for (const edge of graph.edges) {
        const data = {
          id: edge.id,
          source: edge.from,
          target: edge.to,
          status: edge.status,
          directed: edge.directed,
          label: labelOf(edge),
          words: wordsOf(edge),
          // Half of the control point's distance is where the middle of the curve lies.
          bend: (bends.get(edge.id) ?? 0) * 2,
          labelX: labels.get(edge.id)?.x ?? 0,
          labelY: labels.get(edge.id)?.y ?? 0,
        };
        const present = this.#cy.$id(edge.id);
        if (present.nonempty() && present.data('source') === edge.from && present.data('target') === edge.to)
          present.data(data);
        else {
          present.remove();
          this.#cy.add({ group: 'edges', data });
        }
      }
    });
    if (first) this.fit();
    else this.#glide(places);
  }

  #glide(places: ChartPositions): void {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const node of this.#cy.nodes().not('.pencil')) {
      const place = places[node.id()];
      if (place === undefined || node.grabbed()) continue;
      const { x, y } = node.position();
      if (Math.abs(x - place.x) < 1 && Math.abs(y - place.y) < 1) continue;
      node.stop();
      if (still) node.position({ x: place.x, y: place.y });
      else node.animate({ position: { x: place.x, y: place.y } }, { duration: glideMs });
    }
  }

  paint(palette: Palette): void {
    this.#palette = palette;
    this.#cy.style(canvasStyle(palette));
  }

  /** Marks the choice and lets step back what has nothing to do with it, or with the people an analysis has marked. */
  choose(choice: Choice | null, marked: ReadonlySet<string> | null): void {
    this.#cy.batch(() => {
      this.#cy.elements().removeClass('chosen faded near');
      if (marked !== null) {
        const kept = this.#cy.nodes().filter((node) => marked.has(node.id()));
        this.#cy.elements().not(kept).not(kept.edgesWith(kept)).addClass('faded');
        if (choice !== null) this.#cy.$id(choice.id).addClass('chosen');
        return;
      }
      if (choice === null) return;
      const chosen = this.#cy.$id(choice.id);
      if (chosen.empty()) return;
      const near = choice.kind === 'person' ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      this.#cy.elements().not(near).addClass('faded');
      near.edges().addClass('near');
      chosen.addClass('chosen');
    });
  }

  /** Brings somebody into view who was reached by keyboard. */
  reveal(id: string): void {
    const node = this.#cy.$id(id);
    if (node.empty()) return;
    const { x, y } = node.renderedPosition();
    const margin = 60;
    if (x < margin || y < margin || x > this.#cy.width() - margin || y > this.#cy.height() - margin)
      this.#cy.center(node);
  }

  fit(): void {
    this.#cy.resize();
    this.#cy.fit(undefined, fitMargin);
    if (this.#cy.zoom() <= largestFit) return;
    this.#cy.zoom(largestFit);
    this.#cy.center();
  }

  zoomBy(factor: number): void {
    const level = Math.min(limits.maxZoom, Math.max(limits.minZoom, this.#cy.zoom() * factor));
    this.#cy.zoom({ level, renderedPosition: { x: this.#cy.width() / 2, y: this.#cy.height() / 2 } });
  }

  panBy(x: number, y: number): void {
    this.#cy.panBy({ x, y });
  }

  /** Lets a line follow the pointer from a person to the next one clicked; null puts the pencil down. */
  draw(from: string | null): void {
    this.#pencil.begin(from);
  }

  resize(): void {
    this.#cy.resize();
  }

  destroy(): void {
    this.#stopSigns();
    this.#cy.destroy();
  }
}
