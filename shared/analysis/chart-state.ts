import type { Chart, ChartState } from '../domain/chart.ts';
import { everyLink } from './network/link-filter.ts';

/** A chart as it is before anybody arranges it. */
export const plainChart: ChartState = {
  positions: {},
  hidden: [],
  groups: [],
  notes: [],
  filter: everyLink,
  width: 'none',
  dates: false,
};

/** What a stored chart says; what it does not say is as on a plain one. */
export function stateOf(chart: Chart | null): ChartState {
  if (chart === null) return plainChart;
  const { positions, hidden, groups, notes, filter, width, dates, photos } = chart;
  return {
    positions,
    hidden: hidden ?? plainChart.hidden,
    groups: groups ?? plainChart.groups,
    notes: notes ?? plainChart.notes,
    filter: filter ?? plainChart.filter,
    width: width ?? plainChart.width,
    dates: dates ?? plainChart.dates,
    ...(photos === undefined ? {} : { photos }),
  };
}
