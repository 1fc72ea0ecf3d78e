import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCase } from '../../../electron/services/demo/demo-case.ts';
import { demoRegisters } from '../../../electron/services/demo/registers.ts';
import { readGexf } from '../../../shared/network-files/gexf.ts';
import { readGraphml } from '../../../shared/network-files/graphml.ts';
import { readJson } from '../../../shared/network-files/json-file.ts';
import { askCli, listCli, runCli, toRecord } from './run-cli.ts';

let folder: string;
let edges: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-analyse-'));
  edges = join(folder, 'edges.csv');
  await writeFile(edges, '\uFEFFfrom;to;calls\r\nA;B;1\r\nB;A;2\r\nB;C;1\r\nC;D;1\r\nB;E;1\r\nE;D;1\r\nF;;\r\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const peopleOf = (answer: Record<string, unknown>): Record<string, unknown>[] => {
  const people: unknown = answer['people'];
  return Array.isArray(people) ? people.map(toRecord) : [];
};

describe('the network of a list of links', () => {
  it('is told with every figure the contract names, and no other', async () => {
    const answer = await askCli(['analyse', 'network', '--edges', edges]);
    expect(Object.keys(answer).join(' ')).toBe('nodes edges components diameter density transitivity people bridges');
    expect(answer).toMatchObject({ nodes: 6, edges: 5, components: 2, diameter: 3, bridges: [['A', 'B']] });
    const [first = {}] = peopleOf(answer);
    expect(Object.keys(first).join(' ')).toBe(
      'id degree betweenness betweennessNormalised closeness eigenvector core community cut',
    );
  });

  it('follows direction and weight when asked', async () => {
    const answer = await askCli(['analyse', 'network', '--edges', edges, '--directed', '--weight', 'calls']);
    expect(answer['edges']).toBe(6);
    expect(peopleOf(answer)[1]).toMatchObject({ id: 'B', degree: 4, inDegree: 1, outDegree: 3, strength: 5 });
  });

  it('has every shortest way, or none', async () => {
    const way = ['analyse', 'path', '--edges', edges, '--from', 'A', '--to'];
    expect(await askCli([...way, 'D'])).toEqual({
      length: 3,
      paths: [
        ['A', 'B', 'C', 'D'],
        ['A', 'B', 'E', 'D'],
      ],
    });
    expect(await askCli([...way, 'F'])).toEqual({ length: null, paths: [] });
    expect(await askCli([...way, 'A'])).toEqual({ length: 0, paths: [['A']] });
  });

  it('falls apart when people are taken out', async () => {
    const remove = ['analyse', 'remove', '--edges', edges, '--ids'];
    expect(await askCli([...remove, 'B'])).toEqual({ components: 3, largest: 3 });
    expect(await askCli([...remove, ''])).toEqual({ components: 2, largest: 5 });
  });

  it('refuses a stranger, a broken row and a missing file, and says what it does not understand', async () => {
    const codeOf = async (words: string[]): Promise<unknown> => {
      const { code, stdout } = await runCli([...words, '--json']);
      expect(code).toBe(1);
      return toRecord(toRecord(JSON.parse(stdout))['error'])['code'];
    };
    const broken = join(folder, 'broken.csv');
    await writeFile(broken, 'from,to,calls\nA,B,many\n');
    expect(await codeOf(['analyse', 'remove', '--edges', edges, '--ids', 'Z'])).toBe('not-found');
    expect(await codeOf(['analyse', 'network', '--edges', broken, '--weight', 'calls'])).toBe('edges-row-invalid');
    expect(await codeOf(['analyse', 'network', '--edges', join(folder, 'none.csv')])).toBe('file-not-found');
    expect((await runCli(['analyse', 'network', '--json'])).code).toBe(2);
  });
});

describe('the network of a case', () => {
  it('answers the same questions about its members and links', async () => {
    const vault = join(folder, 'A.cvault');
    const registers = demoRegisters(7);
    await writeFile(join(folder, 'inmates.csv'), registers.inmates);
    await writeFile(join(folder, 'visits.csv'), registers.visits);
    await writeFile(join(folder, 'case.json'), JSON.stringify(demoCase(registers)));
    await askCli(['vault', 'create', '--vault', vault, '--officer', 'Petugas Satu']);
    await askCli(['import', 'inmates', '--vault', vault, '--file', join(folder, 'inmates.csv')]);
    await askCli(['import', 'visits', '--vault', vault, '--file', join(folder, 'visits.csv')]);
    await askCli(['case', 'build', '--vault', vault, '--file', join(folder, 'case.json')]);
    const [file = {}] = await listCli(['case', 'list', '--vault', vault]);
    const ofCase = ['--vault', vault, '--case', String(file['number'])];

    const answer = await askCli(['analyse', 'network', ...ofCase]);
    expect(answer['nodes']).toBe(file['members']);
    const [first = {}, second = {}] = peopleOf(answer);
    const ends = ['--from', String(first['id']), '--to', String(second['name'])];
    const way = await askCli(['analyse', 'path', ...ofCase, ...ends]);
    expect(Object.keys(way)).toEqual(['length', 'paths']);
    expect(await askCli(['analyse', 'remove', ...ofCase, '--ids', ''])).toMatchObject({
      components: answer['components'],
    });

    const formats = ['graphml', 'gexf', 'csv', 'json', 'i2'];
    const files = formats.map((format) => join(folder, `out.${format}`));
    for (const [index, format] of formats.entries()) {
      const out = files[index] ?? '';
      const written = await askCli(['analyse', 'export', ...ofCase, '--format', format, '--out', out]);
      expect(written).toMatchObject({ format, people: file['members'], links: file['links'] });
    }
    const [graphml, gexf, , json] = await Promise.all(files.map((path) => readFile(path, 'utf8')));
    const network = readJson(json ?? '');
    expect(network.people).toHaveLength(peopleOf(answer).length);
    expect(network.description).toContain(String(file['number']));
    expect(readGraphml(graphml ?? '')).toEqual(readGexf(gexf ?? ''));
    expect(new Set(network.links.map(({ values }) => values['marking']))).toEqual(new Set([file['marking']]));
    // What was written as a table is a list of links again, with the same figures.
    const again = await askCli(['analyse', 'network', '--edges', files[2] ?? '']);
    expect([again['nodes'], again['edges']]).toEqual([answer['nodes'], answer['edges']]);
  });
});
