import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edgeRows } from '../../../electron/services/network/edge-file.ts';
import { readEdgeList } from '../../../shared/analysis/network/edge-list.ts';
import { networkFigures, type NetworkFigures } from '../../../shared/analysis/network/figures.ts';
import { buildNetwork } from '../../../shared/analysis/network/network.ts';
import { afterRemoval } from '../../../shared/analysis/network/removal.ts';
import { florence, karate, kite, plain } from '../../fixtures/networks/published.ts';

const person = (figures: NetworkFigures, id: string) => {
  const found = figures.people.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`nobody is called ${id}`);
  return found;
};
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const figuresOf = (figures: NetworkFigures, id: string): number[] => {
  const { degree, betweenness, betweennessNormalised, closeness, eigenvector, core } = person(figures, id);
  return [degree, betweenness, betweennessNormalised, closeness, eigenvector, core].map(rounded);
};
const cutPeople = ({ people }: NetworkFigures): string[] => people.filter(({ cut }) => cut).map(({ id }) => id);

describe('figures of published networks, to four decimals', () => {
  it("agrees with Zachary's karate club", () => {
    const figures = networkFigures(karate, 'hops');
    expect(figures).toMatchObject({ nodes: 34, edges: 78, components: 1, diameter: 5, bridges: [['1', '12']] });
    expect([figures.density, figures.transitivity].map(rounded)).toEqual([0.139, 0.2557]);
    expect(figuresOf(figures, '1')).toEqual([16, 231.0714, 0.4376, 0.569, 0.3555, 4]);
    expect(figuresOf(figures, '34')).toEqual([17, 160.5516, 0.3041, 0.55, 0.3734, 4]);
    expect(figuresOf(figures, '32')).toEqual([6, 73.0095, 0.1383, 0.541, 0.191, 3]);
    expect(cutPeople(figures)).toEqual(['1']);
    const strongest = [...figures.links].sort((a, b) => b.betweenness - a.betweenness)[0];
    expect(strongest).toMatchObject({ from: '1', to: '32' });
    expect(rounded(strongest?.betweenness ?? 0)).toBe(71.3929);
    // The best division known has four communities with modularity 0.4198 (Brandes and others 2008).
    expect(rounded(figures.modularity)).toBe(0.4198);
    expect(new Set(figures.people.map(({ community }) => community)).size).toBe(4);
  });

  it('agrees with the Florentine families', () => {
    const figures = networkFigures(florence, 'hops');
    expect(figuresOf(figures, 'Medici')).toEqual([6, 47.5, 0.522, 0.56, 0.4303, 2]);
    expect(figuresOf(figures, 'Guadagni')).toEqual([4, 23.1667, 0.2546, 0.4667, 0.2891, 2]);
    expect(cutPeople(figures)).toEqual(['Albizzi', 'Guadagni', 'Medici', 'Salviati']);
    expect(figures.bridges).toHaveLength(5);
  });

  it("tells the kite's three kinds of importance apart", () => {
    const figures = networkFigures(kite, 'hops');
    expect(figuresOf(figures, 'Diane')).toEqual([6, 3.6667, 0.1019, 0.6, 0.481, 3]);
    expect(figuresOf(figures, 'Heather')).toEqual([3, 14, 0.3889, 0.6, 0.1959, 2]);
    expect(figuresOf(figures, 'Garth')).toEqual([5, 8.3333, 0.2315, 0.6429, 0.3977, 3]);
    expect(figures.bridges).toEqual([
      ['Heather', 'Ike'],
      ['Ike', 'Jane'],
    ]);
  });
});

const caviar = resolve(import.meta.dirname, '../../../../shared/data/caviar.csv');

describe.runIf(existsSync(caviar))('figures of CAVIAR (Morselli 2009) where the data lie beside the repository', () => {
  // This is gone through also where the tests are skipped.
  const text = existsSync(caviar) ? readFileSync(caviar, 'utf8') : 'source,target\nN1,N2\n';
  const list = readEdgeList(edgeRows(text), null);
  const network = buildNetwork(list.people, list.ties, plain);
  const figures = networkFigures(network, 'hops');

  it('agrees with the reference', () => {
    expect(figures).toMatchObject({ nodes: 110, edges: 205, components: 1 });
    expect([figures.density, figures.transitivity].map(rounded)).toEqual([0.0342, 0.1229]);
    const between = ['N1', 'N12', 'N87', 'N76', 'N3', 'N37', 'N41', 'N89'];
    expect(between.map((id) => rounded(person(figures, id).betweenness))).toEqual([
      3752.0859, 1719.5477, 702.0751, 678.0618, 619.2354, 438.5853, 409.6103, 237.2873,
    ]);
    expect(between.map((id) => person(figures, id).degree)).toEqual([60, 28, 16, 15, 27, 11, 11, 9]);
    const near = ['N1', 'N3', 'N12', 'N76', 'N41'];
    expect(near.map((id) => rounded(person(figures, id).closeness))).toEqual([0.677, 0.5369, 0.5291, 0.5046, 0.4844]);
    const leading = ['N1', 'N3', 'N12', 'N76', 'N87'];
    expect(leading.map((id) => rounded(person(figures, id).eigenvector))).toEqual([
      0.5295, 0.351, 0.2328, 0.2012, 0.1839,
    ]);
    expect(figures.people.filter(({ core }) => core === 4)).toHaveLength(19);
    expect(cutPeople(figures)).toHaveLength(12);
    expect(figures.bridges).toHaveLength(52);
  });

  it('falls apart as the reference says', () => {
    expect(afterRemoval(network, ['N1'])).toEqual({ components: 22, largest: 87 });
    expect(afterRemoval(network, ['N1', 'N12', 'N3'])).toEqual({ components: 38, largest: 68 });
  });

  it('follows the direction of the links when asked', () => {
    const directed = buildNetwork(list.people, list.ties, { directed: true, weighted: false });
    const found = networkFigures(directed, 'hops');
    const between = ['N1', 'N12', 'N3'];
    expect(between.map((id) => rounded(person(found, id).betweenness))).toEqual([4663.0028, 2533.1603, 933.4582]);
  });
});
