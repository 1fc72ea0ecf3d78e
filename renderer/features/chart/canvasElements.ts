import type { Core, ElementDefinition } from 'cytoscape';
import type { Scene } from '../../../shared/analysis/chart-scene.ts';
import type { CanvasTexts } from './canvas.ts';
import type { ChartSize } from './chartSize.ts';
import { paperDrawing, plainDrawing } from './drawing.ts';
import type { Point } from './neighbours.ts';

interface NodeElement {
  readonly data: { readonly id: string } & Record<string, unknown>;
  readonly parent: string | null;
  readonly classes?: string;
}

const leaderOf = (noteId: string): string => `leader ${noteId}`;

/** What a scene is in cytoscape's words. */
export interface CanvasElements {
  /** Names of groups by their identifiers. */
  readonly boxes: ReadonlyMap<string, string>;
  readonly nodes: readonly NodeElement[];
  readonly links: readonly ElementDefinition[];
  readonly places: ReadonlyMap<string, Point>;
}

export function canvasElements(scene: Scene, texts: CanvasTexts, size: ChartSize): CanvasElements {
  const { names, labels, bends, widths, boxes, notes } =
    size === 'huge' ? plainDrawing(scene) : paperDrawing(scene, texts);
  const boxOf = new Map(scene.boxes.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const places = new Map<string, Point>(Object.entries(scene.places));

  const nodes: NodeElement[] = [
    ...scene.nodes.map(({ id, name, part, stands, pinned }) => ({
      data: { id, part, pinned, stands: [...stands], label: names.get(id) ?? name },
      parent: boxOf.get(id) ?? null,
    })),
    ...notes.map(({ id, lines, x, y, width, height }) => {
      places.set(id, { x: x + width / 2, y: y + height / 2 });
      return { data: { id, label: lines.join('\n'), width, height }, parent: null, classes: 'note' };
    }),
  ];
  const links: ElementDefinition[] = [
    ...scene.links.map((link) => ({
      data: {
        id: link.id,
        source: link.from,
        target: link.to,
        status: link.status,
        directed: link.directed,
        width: widths.get(link.id) ?? 1,
        label: texts.labelOf(link),
        words: texts.wordsOf(link),
        // Half of the control point's distance is where the middle of the curve lies.
        bend: (bends.get(link.id) ?? 0) * 2,
        labelX: labels.get(link.id)?.x ?? 0,
        labelY: labels.get(link.id)?.y ?? 0,
      },
    })),
    ...scene.notes.flatMap(({ id, about }) =>
      about === null ? [] : [{ data: { id: leaderOf(id), source: id, target: about }, classes: 'leader' }],
    ),
  ];
  return { boxes, nodes, links, places };
}

const boxElement = (id: string, name: string): ElementDefinition => ({
  group: 'nodes',
  data: { id, label: name },
  classes: 'box',
});

const nodeElement = ({ data, parent, classes }: NodeElement, places: CanvasElements['places']): ElementDefinition => ({
  group: 'nodes',
  data: { ...data, ...(parent === null ? {} : { parent }) },
  position: { ...(places.get(data.id) ?? { x: 0, y: 0 }) },
  ...(classes === undefined ? {} : { classes }),
});

/** Frames are this long at most while a chart is put on the canvas, in milliseconds. */
const slice = 32;
const atOnce = 50;
/** Nobody looks there: what is put on the canvas meanwhile is not drawn yet. */
const outOfSight = { zoom: 4, pan: { x: -1e7, y: -1e7 } };

/**
 * Puts a scene on an empty canvas, some elements in every frame, out of sight until all are there.
 *
 * @param goesOn asked in every frame
 * @returns whether it was put there whole
 */
export async function loadElements(
  cy: Core,
  { boxes, nodes, links, places }: CanvasElements,
  goesOn: () => boolean,
): Promise<boolean> {
  cy.viewport(outOfSight);
  const all = [
    ...[...boxes].map(([id, name]) => boxElement(id, name)),
    ...nodes.map((node) => nodeElement(node, places)),
    ...links.map((link): ElementDefinition => ({ group: 'edges', ...link })),
  ];
  for (let from = 0; from < all.length; ) {
    await new Promise(requestAnimationFrame);
    if (!goesOn()) return false;
    const until = performance.now() + slice;
    while (from < all.length && performance.now() < until) {
      // Asked for its box, an element is measured now and not all together when they are first drawn.
      cy.add(all.slice(from, from + atOnce)).boundingBox();
      from += atOnce;
    }
  }
  return true;
}

/** Brings cytoscape's elements in line with a scene; those that stay are not moved. */
export function putElements(cy: Core, { boxes, nodes, links, places }: CanvasElements): void {
  for (const [id] of boxes) {
    const present = cy.$id(id);
    // A group that is opened was one sign a moment ago.
    if (present.nonempty() && !present.hasClass('box')) present.remove();
  }
  for (const { data } of nodes) {
    const present = cy.$id(data.id);
    if (!present.hasClass('box')) continue;
    // Its people stand in it still; they would go with it.
    present.children().move({ parent: null });
    present.remove();
  }
  const moves: (() => void)[] = [];
  cy.batch(() => {
    const fresh: ElementDefinition[] = [];
    for (const [id, name] of boxes) {
      const present = cy.$id(id);
      if (present.empty()) fresh.push(boxElement(id, name));
      else present.data('label', name);
    }
    for (const node of nodes) {
      const { data, parent } = node;
      const kept = cy.$id(data.id);
      if (kept.empty()) {
        fresh.push(nodeElement(node, places));
        continue;
      }
      kept.data(data);
      if ((kept.parent().first().id() ?? null) !== parent) moves.push(() => void cy.$id(data.id).move({ parent }));
    }
    cy.add(fresh);
  });
  for (const move of moves) move();
  cy.batch(() => {
    const wanted = new Set([...nodes, ...links].map(({ data }) => data.id).concat([...boxes.keys()]));
    cy.elements()
      .not('.pencil')
      .filter((element) => !wanted.has(element.id()))
      .remove();
    const fresh: ElementDefinition[] = [];
    for (const { data, classes } of links) {
      const present = cy.$id(data.id ?? '');
      if (
        present.nonempty() &&
        present.data('source') === data['source'] &&
        present.data('target') === data['target']
      ) {
        present.data(data);
        continue;
      }
      present.remove();
      fresh.push({ group: 'edges', data, ...(classes === undefined ? {} : { classes }) });
    }
    cy.add(fresh);
  });
}
