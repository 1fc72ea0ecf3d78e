import { createStore } from '../../lib/store.ts';

/** Whether briefing and steps lie beside the page. */
export const exercisePanel = createStore(false);
export const openExercise = (): void => exercisePanel.set(true);
export const closeExercise = (): void => exercisePanel.set(false);
