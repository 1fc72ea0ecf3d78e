import { resolve } from 'node:path';
import type { Command } from 'commander';
import { registerKinds } from '../../shared/domain/register.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer } from './output.ts';

export function importVerbs(program: Command): void {
  const group = program.command('import').description('Read a register of the prison into a vault.');

  for (const kind of registerKinds)
    group
      .command(kind)
      .requiredOption('--vault <folder>')
      .requiredOption('--file <file>', 'CSV or XLSX')
      .option('--as <name>', 'the officer who imports')
      .option('--json')
      .action(async (options: VaultOptions & OutputOptions & { file: string }) => {
        const result = await withVault(options, ({ importing }) => importing.run(resolve(options.file), kind, null));
        const { rows, created, updated, unchanged, rejected } = result;
        await printAnswer({ rows, created, updated, unchanged, rejected }, options);
      });
}
