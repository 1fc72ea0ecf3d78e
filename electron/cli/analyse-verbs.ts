import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import Papa from 'papaparse';
import { type AnalysisOptions, caseWeights } from '../../shared/analysis/network/case-ties.ts';
import { readEdgeList } from '../../shared/analysis/network/edge-list.ts';
import { networkFigures } from '../../shared/analysis/network/figures.ts';
import { everyLink } from '../../shared/analysis/network/link-filter.ts';
import { buildNetwork, type Network } from '../../shared/analysis/network/network.ts';
import { shortestPaths } from '../../shared/analysis/network/paths.ts';
import { afterRemoval } from '../../shared/analysis/network/removal.ts';
import type { LengthRule } from '../../shared/analysis/network/shortest-paths.ts';
import { foldName } from '../../shared/domain/person-name.ts';
import type { Person } from '../../shared/domain/person.ts';
import { SinergiError } from '../../shared/errors.ts';
import { type NetworkFormat, networkFormats } from '../../shared/network-files/formats.ts';
import type { Cases } from '../services/cases/cases.ts';
import { caseNetwork } from '../services/network/case-network.ts';
import { readEdgeFile } from '../services/network/edge-file.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer } from './output.ts';

interface NetworkOptions extends Partial<VaultOptions>, OutputOptions {
  readonly edges?: string;
  readonly case?: string;
  readonly reason?: string;
  readonly directed?: boolean;
  readonly weight?: string;
  readonly weightAs?: 'distance' | 'strength';
}

/** A network and how its people are called; in a file a person is called by their identifier. */
interface Named {
  readonly network: Network;
  readonly people: readonly Person[];
  readonly rule: LengthRule;
}

export function analyseVerbs(program: Command): void {
  const group = program
    .command('analyse')
    .description('Figures of a network: of a list of links in a CSV file, or of a case in a vault.');

  exportVerb(group);

  networkVerb(group, 'network', 'Who matters: every figure of every person.')
    .option('--links', 'each link with its betweenness too')
    .action(async (options: NetworkOptions & { links?: boolean }, command: Command) => {
      const { network, people, rule } = await load(options, command);
      const { links, largest: _largest, modularity: _modularity, ...figures } = networkFigures(network, rule);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const named = figures.people.map((person) => {
        const name = names.get(person.id);
        return name === undefined ? person : { ...person, name };
      });
      await printAnswer({ ...figures, people: named, ...(options.links === true ? { links } : {}) }, options);
    });

  networkVerb(group, 'path', 'Every shortest way from one person to another.')
    .requiredOption('--from <person>')
    .requiredOption('--to <person>')
    .option('--most <number>', 'ways listed at most', positive, 10_000)
    .action(async (options: NetworkOptions & { from: string; to: string; most: number }, command: Command) => {
      const named = await load(options, command);
      const [from, to] = [personIn(named, options.from), personIn(named, options.to)];
      const { length, paths, count } = shortestPaths(named.network, from, to, named.rule, options.most);
      await printAnswer({ length, paths, ...(count > paths.length ? { count } : {}) }, options);
    });

  networkVerb(group, 'remove', 'What is left when people are taken out.')
    .requiredOption('--ids <list>', 'identifiers, separated by commas; quotation marks as in CSV')
    .action(async (options: NetworkOptions & { ids: string }, command: Command) => {
      const named = await load(options, command);
      const ids = (Papa.parse<string[]>(options.ids, { delimiter: ',' }).data[0] ?? [])
        .map((id) => id.trim())
        .filter((id) => id !== '');
      await printAnswer(
        afterRemoval(
          named.network,
          ids.map((id) => personIn(named, id)),
        ),
        options,
      );
    });
}

function exportVerb(group: Command): void {
  group
    .command('export')
    .description('Write the network of a case for another tool.')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .addOption(new Option('--format <format>').choices(networkFormats).makeOptionMandatory())
    .requiredOption('--out <file>')
    .option('--as <name>')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions & { case: string; format: NetworkFormat; out: string }) => {
      const exported = await withVault(options, ({ cases, networks }) =>
        networks.exportCase(caseNamed(cases, options.case), options.format, resolve(options.out)),
      );
      await printAnswer(exported, options);
    });
}

/** @throws SinergiError `not-found` */
function caseNamed(cases: Cases, word: string): string {
  const file = cases.list().find((row) => row.id === word || row.number === word);
  if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: word });
  return file.id;
}

function networkVerb(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .option('--edges <file>', 'a list of links: from, to and more columns')
    .option('--vault <folder>')
    .option('--case <id>', 'identifier or number')
    .option('--as <name>', 'the officer who opens the vault')
    .option('--reason <text>', 'why, for a case the officer does not belong to')
    .option('--directed', 'links lead from one person to the other only')
    .option('--weight <column>', `heading or number of the column; with a vault ${caseWeights.join(' or ')}`)
    .addOption(
      new Option('--weight-as <meaning>', 'whether a heavy link is a long way or a short one').choices([
        'distance',
        'strength',
      ]),
    )
    .option('--json');
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1');
  return number;
}

async function load(options: NetworkOptions, command: Command): Promise<Named> {
  const { edges, vault, case: caseId, weight = null, directed = false } = options;
  // As networkx reads a file's weights; those of a case are counted by us and known to be strengths.
  const { weightAs = edges === undefined ? 'strength' : 'distance' } = options;
  const rule: LengthRule = weight === null ? 'hops' : weightAs === 'distance' ? 'weight' : 'inverse';
  if (edges !== undefined && vault === undefined && caseId === undefined) {
    const { people, ties, selfLoops } = readEdgeList(await readEdgeFile(resolve(edges)), weight);
    if (selfLoops > 0) process.stderr.write(`${selfLoops} rows link a person to themselves and were left out.\n`);
    return { network: buildNetwork(people, ties, { directed, weighted: weight !== null }), people: [], rule };
  }
  if (edges !== undefined || vault === undefined || caseId === undefined)
    return command.error('error: either --edges, or --vault and --case');
  const by = caseWeight(weight);
  const found = await withVault({ ...options, vault }, async ({ cases, reads, session }) => {
    const id = caseNamed(cases, caseId);
    if (options.reason !== undefined) reads.explain('cases', id, options.reason);
    await reads.case(id);
    return caseNetwork(session.vault('cases.read'), id, {
      filter: everyLink,
      directed,
      weight: by,
    });
  });
  return { network: found.network, people: found.people, rule };
}

function caseWeight(weight: string | null): AnalysisOptions['weight'] {
  if (weight === null) return 'none';
  const known = caseWeights.find((name) => name === weight);
  if (known === undefined)
    throw new SinergiError('edges-column-unknown', { column: weight, headings: [...caseWeights] });
  return known;
}

/** By identifier, or in a case by a name that only one member bears. */
function personIn({ network, people }: Named, word: string): string {
  const id = word.trim().normalize('NFC');
  if (network.indexOf.has(id)) return id;
  const named = people.filter(({ name, aliases }) =>
    [name, ...aliases].some((other) => foldName(other) === foldName(id)),
  );
  const [only, second] = named;
  if (only === undefined) throw new SinergiError('not-found', { collection: 'people', id });
  if (second !== undefined)
    throw new SinergiError('reference-ambiguous', { place: id, candidates: named.map((person) => person.id) });
  return only.id;
}
