import { createStore } from '../../lib/store.ts';

/** Which step is shown; null while no tour is taken. */
export const tourStep = createStore<number | null>(null);
/** Whether the offer was put away; a page that is opened anew after a lock offers it again only to who never was here. */
export const offerClosed = createStore(false);

export const startTour = (): void => tourStep.set(0);
export function endTour(): void {
  tourStep.set(null);
  offerClosed.set(true);
}
