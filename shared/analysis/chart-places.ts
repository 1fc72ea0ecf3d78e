export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room every person needs on a chart, circle and name together, in chart units. */
export const nodeRoom = { width: 118, height: 82 } as const;

/** Width to height of what a chart is shown on: a landscape page, a window beside its details. */
export const chartAspect = 1.9;

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
