import type { Command } from 'commander';
import { SinergiError } from '../../shared/errors.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

export function approvalVerbs(program: Command): void {
  const group = program.command('approval').description('Acts that take two officers: ask, approve, refuse.');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');

  verb('request', 'Ask for the release of a case.')
    .requiredOption('--case <id>', 'identifier or number')
    .option('--reason <text>', 'why', '')
    .action(async (options: Options & { case: string; reason: string }) => {
      const row = await withVault(options, ({ approvals, cases }) => {
        const file = cases.list().find(({ id, number }) => id === options.case || number === options.case);
        if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: options.case });
        return approvals.request({ kind: 'release-case', caseId: file.id }, options.reason);
      });
      await printAnswer(row, options);
    });

  verb('list', 'Own requests, and those one may decide.')
    .option('--jsonl', 'a line each')
    .action(async (options: Options) => {
      await withVault(options, ({ approvals }) => printList(approvals.list(), options));
    });

  for (const [name, outcome] of [
    ['approve', 'approved'],
    ['refuse', 'refused'],
  ] as const)
    verb(name, `The other officer's word: ${outcome}.`)
      .requiredOption('--id <id>', 'of the request')
      .option('--reason <text>', 'why', '')
      .action(async ({ id, reason, ...options }: Options & { id: string; reason: string }) => {
        await printAnswer(await withVault(options, ({ approvals }) => approvals.decide(id, outcome, reason)), options);
      });
}
