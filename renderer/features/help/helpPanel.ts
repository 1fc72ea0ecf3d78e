import { createStore } from '../../lib/store.ts';

/** Whether the help of this page lies beside it. */
export const helpPanel = createStore(false);
export const openHelp = (): void => helpPanel.set(true);
export const closeHelp = (): void => helpPanel.set(false);

/** The chapter that is read in the handbook. */
export const readChapter = createStore('first-day');
