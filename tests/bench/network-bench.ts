import cytoscape from 'cytoscape';
import { UndirectedGraph } from 'graphology';
import graphologyBetweenness from 'graphology-metrics/centrality/betweenness.js';
import { layoutChart } from '../../shared/analysis/chart-layout.ts';
import { nodeRoom, type Point } from '../../shared/analysis/chart-places.ts';
import { wayFigures } from '../../shared/analysis/network/betweenness.ts';
import { buildNetwork } from '../../shared/analysis/network/network.ts';
import { type InventedNetwork, inventNetwork } from './invented-network.ts';
import { median, minimum } from './statistics.ts';

interface Measured {
  readonly samples: readonly number[];
  /** Betweenness: who comes first. Layout: pairs of people who cover each other. */
  readonly found: string;
}

const sizes = [500, 2000, 10_000] as const;
/** Above these a peer needs longer than anybody waits for a table. */
const most = { cytoscape: 2000, cose: 500 } as const;

/** Prints what betweenness and layout cost at three sizes, in one process, one contestant after the other. */
export function benchNetworks(rounds: number): void {
  const rows = [['discipline, people', 'contestant', 'minimum', 'median', 'first person / overlapping pairs']];
  for (const size of sizes) {
    const sample = inventNetwork(size);
    const entrants: [string, string, number, (given: InventedNetwork) => string][] = [
      ['betweenness', 'Sinergi', size, ours],
      ['betweenness', 'graphology-metrics', size, withGraphology],
      ['betweenness', 'cytoscape', most.cytoscape, withCytoscape],
      ['layout', 'Sinergi', size, ourLayout],
      ['layout', 'cytoscape cose', most.cose, coseLayout],
    ];
    for (const [discipline, name, limit, work] of entrants) {
      const label = `${discipline}, ${size.toLocaleString('en')}`;
      if (size > limit) rows.push([label, name, 'not run', '', '']);
      else {
        process.stderr.write(`${label}: ${name}\n`);
        const { samples, found } = timed(() => work(sample), rounds);
        rows.push([label, name, seconds(minimum(samples)), seconds(median(samples)), found]);
      }
    }
  }
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  process.stdout.write(`${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n`);
}

const seconds = (ms: number): string => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`);

function timed(work: () => string, rounds: number): Measured {
  const samples: number[] = [];
  let found = '';
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    found = work();
    samples.push(performance.now() - start);
  }
  return { samples, found };
}

const first = (figures: readonly (readonly [string, number])[]): string =>
  figures.reduce((best, each) => (each[1] > best[1] ? each : best), ['', -1] as const)[0];

function ours({ ids, ties }: InventedNetwork): string {
  const built = buildNetwork(ids, ties, { directed: false, weighted: false });
  const { betweenness } = wayFigures(built, 'hops');
  return first(built.ids.map((id, index) => [id, betweenness[index] ?? 0] as const));
}

function withGraphology({ ids, ties }: InventedNetwork): string {
  const graph = new UndirectedGraph();
  for (const id of ids) graph.addNode(id);
  for (const { from, to } of ties) graph.mergeEdge(from, to);
  return first(Object.entries(graphologyBetweenness(graph, { getEdgeWeight: null })));
}

const asElements = ({ ids, ties }: InventedNetwork): cytoscape.ElementDefinition[] => {
  const pairs = new Map(ties.map(({ from, to }) => [[from, to].sort().join(' '), { source: from, target: to }]));
  return [...ids.map((id) => ({ data: { id } })), ...[...pairs.values()].map((data) => ({ data }))];
};

function withCytoscape(sample: InventedNetwork): string {
  const graph = cytoscape({ headless: true, elements: asElements(sample) });
  const ways = graph.elements().betweennessCentrality({ directed: false });
  const found = first(graph.nodes().map((node) => [node.id(), ways.betweenness(node)] as const));
  graph.destroy();
  return found;
}

function ourLayout({ ids, ties }: InventedNetwork): string {
  return String(overlaps(Object.values(layoutChart(ids, ties))));
}

function coseLayout(sample: InventedNetwork): string {
  const graph = cytoscape({ headless: true, styleEnabled: true, elements: asElements(sample) });
  graph.layout({ name: 'cose', animate: false, boundingBox: { x1: 0, y1: 0, w: 12_000, h: 8000 } }).run();
  const found = overlaps(graph.nodes().map((node) => ({ ...node.position() })));
  graph.destroy();
  return String(found);
}

/** Pairs whose circles and names cover each other. */
function overlaps(places: readonly Point[]): number {
  const sorted = [...places].sort((a, b) => a.x - b.x);
  let count = 0;
  for (const [index, a] of sorted.entries())
    for (const b of sorted.slice(index + 1)) {
      if (b.x - a.x >= nodeRoom.width) break;
      if (Math.abs(b.y - a.y) < nodeRoom.height) count += 1;
    }
  return count;
}
