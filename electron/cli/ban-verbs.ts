import type { Command } from 'commander';
import { find } from '../services/records.ts';
import { givenDay } from './given-day.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

interface BanOptions extends VaultOptions, OutputOptions {
  readonly person: string;
  readonly from: string;
  readonly until?: string;
  readonly reason: string;
}

export function banVerbs(program: Command): void {
  const group = program.command('ban').description('People who may not visit for a time.');

  group
    .command('add')
    .requiredOption('--vault <folder>')
    .requiredOption('--person <id>')
    .requiredOption('--from <day>', '2026-03-02')
    .option('--until <day>', 'its last day; without one it holds until it is lifted')
    .requiredOption('--reason <text>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ person, from, until, reason, ...options }: BanOptions) => {
      await withVault(options, async ({ bans }) => {
        const period = { from: givenDay(from), ...(until === undefined ? {} : { until: givenDay(until) }) };
        const { id } = await bans.create({ personId: person, ...period, reason });
        await printAnswer({ id }, options);
      });
    });

  group
    .command('list')
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: VaultOptions & OutputOptions) => {
      await withVault(options, ({ bans }) =>
        printList(
          bans.list(null).map(({ ban: { id, personId, from, until, reason }, personName, byName }) => ({
            id,
            personId,
            personName,
            from,
            until: until ?? null,
            reason,
            byName,
          })),
          options,
        ),
      );
    });

  group
    .command('lift')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <ban>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, ...options }: VaultOptions & OutputOptions & { id: string }) => {
      await withVault(options, async ({ bans, session }) => {
        await bans.lift(id, find(session.vault('people.read'), 'bans', id).version);
        await printAnswer({ id }, options);
      });
    });
}
