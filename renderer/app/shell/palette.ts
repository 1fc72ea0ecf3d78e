import { createSpotlight } from '@mantine/spotlight';

/** The one command palette; anything may open it. */
export const [paletteStore, palette] = createSpotlight();

export const openPalette = (): void => palette.open();
