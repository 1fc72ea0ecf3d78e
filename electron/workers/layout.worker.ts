import { parentPort } from 'node:worker_threads';
import { layoutChart } from '../../shared/analysis/chart-layout.ts';
import { layoutInputSchema } from '../../shared/contract/charts.ts';

const betweenReports = 100;
let last = 0;

/** Places everybody on one chart and ends. */
parentPort?.once('message', (order: unknown) => {
  const { ids, links, fixed } = layoutInputSchema.parse(order);
  const places = layoutChart(ids, links, fixed, (share) => {
    const now = Date.now();
    if (now - last < betweenReports) return;
    last = now;
    parentPort?.postMessage({ kind: 'progress', step: 'drawing', share });
  });
  parentPort?.postMessage({ kind: 'places', places });
});
