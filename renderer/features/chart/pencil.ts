import type { Core, EventObject } from 'cytoscape';

const tip = 'pencil-tip';
const line = 'pencil-line';

/** A line that follows the pointer from one person until another is clicked. */
export class Pencil {
  readonly #cy: Core;
  readonly #onDrawn: (from: string, to: string) => void;
  #from: string | null = null;

  constructor(cy: Core, onDrawn: (from: string, to: string) => void) {
    this.#cy = cy;
    this.#onDrawn = onDrawn;
    cy.on('mousemove', (event: EventObject) => {
      if (this.#from === null) return;
      this.#cy.$id(tip).position({ ...event.position });
    });
  }

  begin(from: string | null): void {
    this.#cy.$id(tip).remove();
    this.#from = from;
    if (from === null) return;
    const position = { ...this.#cy.$id(from).position() };
    this.#cy.add([
      { group: 'nodes', data: { id: tip }, position, classes: 'pencil', grabbable: false },
      { group: 'edges', data: { id: line, source: from, target: tip, bend: 0 }, classes: 'pencil' },
    ]);
  }

  /** True when the click on a person ended a line and was not meant to choose that person. */
  end(to: string): boolean {
    const from = this.#from;
    if (from === null) return false;
    this.begin(null);
    if (to !== from) this.#onDrawn(from, to);
    return true;
  }
}
