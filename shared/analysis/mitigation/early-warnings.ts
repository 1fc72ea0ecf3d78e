import {
  baselineWeeks,
  type IndicatorKind,
  indicatorKinds,
  type Thresholds,
} from '../../domain/mitigation/indicator.ts';
import type { Warning } from '../../domain/mitigation/warning.ts';
import { weeksLater } from './weeks.ts';

/** Counts by week (its Monday) of one indicator in one block; weeks that are not named had none. */
export interface Series {
  readonly kind: IndicatorKind;
  readonly block: string;
  readonly weeks: ReadonlyMap<string, number>;
}

export const warningKey = (kind: IndicatorKind, block: string, week: string): string => `${kind}:${block}:${week}`;

/**
 * Blocks where an indicator is above its threshold in a week. Compared with the average of up to eight weeks before, as far
 * back as the register of that indicator goes; a first week has nothing to be compared with and warns by its number alone.
 *
 * @param firstWeek by indicator, the first week its register says anything of
 */
export function earlyWarnings(
  series: readonly Series[],
  thresholds: Thresholds,
  week: string,
  firstWeek: Partial<Record<IndicatorKind, string>>,
): Warning[] {
  const warnings: Warning[] = [];
  for (const { kind, block, weeks } of series) {
    const { on, atLeast, times } = thresholds[kind];
    const value = weeks.get(week) ?? 0;
    if (!on || value < atLeast) continue;
    const before = kind === 'occupancy' ? [] : weeksBefore(week, firstWeek[kind]);
    const sum = before.reduce((all, each) => all + (weeks.get(each) ?? 0), 0);
    const average = before.length === 0 ? null : sum / before.length;
    const threshold = Math.max(atLeast, average === null ? 0 : average * times);
    if (value < threshold) continue;
    const key = warningKey(kind, block, week);
    warnings.push({ key, kind, block, week, value, average, weeksBefore: before.length, threshold });
  }
  const rank = ({ kind }: Warning): number => indicatorKinds.indexOf(kind);
  return warnings.sort(
    (a, b) => b.value / b.threshold - a.value / a.threshold || rank(a) - rank(b) || (a.block < b.block ? -1 : 1),
  );
}

function weeksBefore(week: string, first: string | undefined): readonly string[] {
  const before = Array.from({ length: baselineWeeks }, (_, back) => weeksLater(week, -1 - back));
  return first === undefined ? [] : before.filter((each) => each >= first);
}
