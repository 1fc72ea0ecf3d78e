import type { Result } from '../../../shared/domain/training/attempt.ts';
import type { Scenario } from '../../../shared/domain/training/scenario.ts';
import { createStore } from '../../lib/store.ts';

export interface ShownResult {
  readonly scenario: Scenario;
  readonly result: Result;
}

/** The exercise that was just ended, until its result is put away. */
export const shownResult = createStore<ShownResult | null>(null);
export const showResult = (result: ShownResult): void => shownResult.set(result);
export const hideResult = (): void => shownResult.set(null);
