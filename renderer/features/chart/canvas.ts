import cytoscape, { type Core, type EventObject, type EventObjectEdge, type EventObjectNode } from 'cytoscape';
import { nodeRoom } from '../../../shared/analysis/chart-places.ts';
import type { SceneTexts } from '../../../shared/analysis/chart-drawing.ts';
import type { Scene, SceneLink } from '../../../shared/analysis/chart-scene.ts';
import { type CanvasElements, canvasElements, loadElements, putElements } from './canvasElements.ts';
import { canvasStyle } from './canvasStyle.ts';
import type { ChartSize } from './chartSize.ts';
import type { Point } from './neighbours.ts';
import type { Palette } from './palette.ts';
import { Pencil } from './pencil.ts';
import { choiceOf, type Choice, nothing, type Selection } from './selection.ts';
import { drawSigns } from './signs.ts';

export interface CanvasListener {
  /** A click; `add` when a key says that what was chosen before stays so. */
  onPick(choice: Choice | null, add: boolean): void;
  /** Nodes within a rectangle. */
  onCatch(nodes: ReadonlySet<string>, add: boolean): void;
  /** Where nodes and notes were dragged to. */
  onMoved(to: Readonly<Record<string, Point>>): void;
  /** A line was drawn from one person to another. */
  onDrawn(from: string, to: string): void;
}

export interface CanvasTexts extends SceneTexts {
  /** What a link says when it is looked at. */
  wordsOf(link: SceneLink): string;
}

export const zoomStep = 1.25;
const limits = { minZoom: 0.02, maxZoom: 4 };
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

const adds = ({ originalEvent: event }: EventObject): boolean =>
  event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);

/** The drawn chart: takes a scene and a selection, and tells what the officer does with the mouse. */
export class ChartCanvas {
  readonly #cy: Core;
  readonly #pencil: Pencil;
  readonly #stopSigns: () => void;
  readonly #size: ChartSize;
  #palette: Palette;
  #selection: Selection = nothing;
  #photos: ReadonlyMap<string, ImageBitmap> = new Map();
  #dragged = new Set<string>();

  /** @param size read when the canvas is made */
  constructor(
    container: HTMLElement,
    signs: HTMLCanvasElement,
    palette: Palette,
    size: ChartSize,
    listener: () => CanvasListener,
  ) {
    keepStyleOut();
    this.#palette = palette;
    this.#size = size;
    this.#cy = cytoscape({
      container,
      style: canvasStyle(palette, size),
      ...limits,
      boxSelectionEnabled: true,
      selectionType: 'single',
      layout: { name: 'preset' },
      textureOnViewport: size !== 'small',
      hideLabelsOnViewport: size !== 'small',
      ...(size === 'huge' ? { pixelRatio: 1 } : {}),
    });
    this.#pencil = new Pencil(this.#cy, (from, to) => listener().onDrawn(from, to));
    this.#stopSigns = drawSigns(
      this.#cy,
      signs,
      () => this.#palette,
      () => this.#photos,
    );
    this.#listen(listener);
  }

  #listen(listener: () => CanvasListener): void {
    const cy = this.#cy;
    cy.on('tap', (event: EventObject) => {
      if (event.target !== cy) return;
      if (!adds(event)) listener().onPick(null, false);
      this.#keepSelected();
    });
    cy.on('tap', 'node', (event: EventObjectNode) => {
      const node = event.target;
      const id = node.id();
      const kind = node.hasClass('note') ? 'note' : node.hasClass('box') || isGroup(node) ? 'group' : 'person';
      if (kind !== 'person' || !this.#pencil.end(id)) listener().onPick({ kind, id }, adds(event));
      this.#keepSelected();
    });
    cy.on('tap', 'edge', (event: EventObjectEdge) => {
      listener().onPick({ kind: 'link', id: event.target.id() }, false);
      this.#keepSelected();
    });
    cy.on('boxend', (event: EventObject) => {
      // The elements are told one by one after this.
      const caught = new Set<string>();
      const take = (each: EventObjectNode): void => void caught.add(each.target.id());
      cy.on('box', 'node', take);
      const add = adds(event);
      setTimeout(() => {
        cy.off('box', 'node', take);
        listener().onCatch(caught, add);
        this.#keepSelected();
      });
    });
    cy.on('dragfree', 'node', (event: EventObjectNode) => {
      const node = event.target;
      // What is dragged together is told one by one: it is one move.
      if (this.#dragged.size === 0) setTimeout(() => listener().onMoved(this.#takeDragged()));
      for (const each of node.isParent() ? node.children() : [node]) this.#dragged.add(each.id());
    });
  }

  #takeDragged(): Record<string, Point> {
    const to = Object.fromEntries([...this.#dragged].map((id) => [id, { ...this.#cy.$id(id).position() }]));
    this.#dragged = new Set();
    return to;
  }

  /** What cytoscape holds selected moves together; it is what the officer chose, whatever the last click made of it. */
  #keepSelected(): void {
    setTimeout(() => {
      if (this.#cy.destroyed()) return;
      const nodes = this.#cy.nodes('.chosen').not('.box');
      this.#cy.$(':selected').not(nodes).unselect();
      nodes.select();
    });
  }

  /** People drawn with a photo instead of a sign. */
  showPhotos(photos: ReadonlyMap<string, ImageBitmap>): void {
    this.#photos = photos;
    this.#cy.forceRender();
  }

  #wanted: CanvasElements | null = null;
  #loading = false;

  /**
   * Brings the drawing up to date.
   *
   * @param onLoading told when a chart that is not small begins to be put on the canvas, and when it is there
   */
  show(scene: Scene, texts: CanvasTexts, onLoading: (loading: boolean) => void): void {
    this.#wanted = canvasElements(scene, texts, this.#size);
    // What is being put there is followed by what is wanted by then.
    if (this.#loading) return;
    if (this.#size !== 'small' && this.#cy.nodes().empty()) {
      void this.#load(this.#wanted, onLoading);
      return;
    }
    const first = this.#cy.nodes().empty();
    putElements(this.#cy, this.#wanted);
    if (first) this.fit();
    else this.#glide(this.#wanted.places);
    this.#mark();
  }

  async #load(elements: CanvasElements, onLoading: (loading: boolean) => void): Promise<void> {
    this.#loading = true;
    onLoading(true);
    const whole = await loadElements(this.#cy, elements, () => !this.#cy.destroyed());
    this.#loading = false;
    if (!whole) return;
    if (this.#wanted !== null && this.#wanted !== elements) {
      putElements(this.#cy, this.#wanted);
      for (const [id, place] of this.#wanted.places) this.#cy.$id(id).position({ ...place });
    }
    this.fit();
    this.#mark();
    onLoading(false);
  }

  #glide(places: ReadonlyMap<string, Point>): void {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches || places.size > 400;
    for (const node of this.#cy.nodes()) {
      const place = places.get(node.id());
      if (place === undefined || node.grabbed()) continue;
      const { x, y } = node.position();
      if (Math.abs(x - place.x) < 1 && Math.abs(y - place.y) < 1) continue;
      node.stop();
      if (still) node.position({ ...place });
      else node.animate({ position: { ...place } }, { duration: glideMs });
    }
  }

  paint(palette: Palette): void {
    this.#palette = palette;
    this.#cy.style(canvasStyle(palette, this.#size));
  }

  #marked: ReadonlySet<string> | null = null;
  #asleep: ReadonlySet<string> | null = null;

  /**
   * Marks what is chosen and lets step back what has nothing to do with it, or with the people an analysis has marked.
   *
   * @param asleep nodes and links that a moment in time does not know of; null when time plays no part
   */
  choose(selection: Selection, marked: ReadonlySet<string> | null, asleep: ReadonlySet<string> | null): void {
    this.#selection = selection;
    this.#marked = marked;
    this.#asleep = asleep;
    this.#mark();
    this.#keepSelected();
  }

  #mark(): void {
    const [cy, selection, marked, asleep] = [this.#cy, this.#selection, this.#marked, this.#asleep];
    const choice = choiceOf(selection);
    const people = new Set(selection.people);
    const standsFor = (ids: ReadonlySet<string>) =>
      cy.nodes().filter((node) => standing(node).some((id) => ids.has(id)));
    cy.batch(() => {
      cy.elements().removeClass('chosen faded near asleep');
      if (asleep !== null)
        cy.elements()
          .filter((element) => asleep.has(element.id()))
          .addClass('asleep');
      const chosen = standsFor(people).union(choice === null ? cy.collection() : cy.$id(choice.id));
      chosen.addClass('chosen');
      if (marked !== null) {
        const kept = standsFor(marked);
        cy.elements().not(kept).not(kept.edgesWith(kept)).addClass('faded');
        return;
      }
      if (choice === null || chosen.empty() || choice.kind === 'note') return;
      if (choice.kind === 'group') return;
      const near = choice.kind === 'person' ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      cy.elements().not(near).addClass('faded');
      near.edges().not('.leader').addClass('near');
    });
  }

  /** The nodes inside a figure drawn on the screen, its corners counted from the corner of the chart. */
  within(corners: readonly Point[]): Set<string> {
    const inside = new Set<string>();
    for (const node of this.#cy.nodes().not('.box, .note, .pencil'))
      if (isInside(node.renderedPosition(), corners)) inside.add(node.id());
    return inside;
  }

  /** With the rectangle tool a drag on empty ground chooses; without it the chart is moved. */
  catching(on: boolean): void {
    this.#cy.userPanningEnabled(!on);
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

  /** The middle of what is seen, in chart units. */
  middle(): Point {
    const { x1, y1, x2, y2 } = this.#cy.extent();
    return { x: Math.round((x1 + x2) / 2), y: Math.round((y1 + y2) / 2) };
  }

  fit(): void {
    if (this.#loading) return;
    this.#cy.resize();
    if (this.#size === 'small') this.#cy.fit(undefined, fitMargin);
    else this.#fitPlaces();
    if (this.#cy.zoom() <= largestFit) return;
    this.#cy.zoom(largestFit);
    this.#cy.center();
  }

  /** By where people stand: the exact room of thousands of names and lines takes long to work out. */
  #fitPlaces(): void {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of this.#cy.nodes()) {
      const { x, y } = node.position();
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    const [width, height] = [right - left + nodeRoom.width, bottom - top + nodeRoom.height];
    const cy = this.#cy;
    const room = { width: cy.width() - 2 * fitMargin, height: cy.height() - 2 * fitMargin };
    const zoom = Math.max(limits.minZoom, Math.min(limits.maxZoom, room.width / width, room.height / height));
    cy.viewport({
      zoom,
      pan: { x: cy.width() / 2 - (zoom * (left + right)) / 2, y: cy.height() / 2 - (zoom * (top + bottom)) / 2 },
    });
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

const isGroup = (node: cytoscape.NodeSingular): boolean => node.data('part') === 'group';

function standing(node: cytoscape.NodeSingular): readonly string[] {
  const stands: unknown = node.data('stands');
  return Array.isArray(stands) ? stands.filter((id) => typeof id === 'string') : [];
}

/** Whether a point lies inside a figure: a ray from it crosses the outline an odd number of times. */
function isInside({ x, y }: Point, corners: readonly Point[]): boolean {
  let inside = false;
  let before = corners.at(-1);
  for (const corner of corners) {
    if (before !== undefined && corner.y > y !== before.y > y) {
      const crossing = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}
