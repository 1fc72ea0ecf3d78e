import type { Analysis } from './useAnalysis.ts';

/** What each part of the panel works with. */
export interface Tools {
  readonly analysis: Analysis;
  readonly chosen: string | null;
  onChoose(id: string): void;
  onMark(people: ReadonlySet<string> | null): void;
}
