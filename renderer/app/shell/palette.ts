import { createSpotlight } from '@mantine/spotlight';

/** The one command palette; anything may open it. */
export const [paletteStore, palette] = createSpotlight();

/** Marks the first offer anew: the mark goes with its element when answers arrive, and without one Enter does nothing. */
export function chooseFirst(): void {
  const { listId } = paletteStore.getState();
  const list = document.getElementById(listId);
  if (list === null) return;
  list.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

export const openPalette = (): void => palette.open();
