import type { Command } from 'commander';
import { officerVerbs } from './officer-verbs.ts';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { type OutputOptions, printAnswer } from './output.ts';
import { askPassphrase } from './passphrase.ts';

export function vaultVerbs(program: Command): void {
  const vault = program.command('vault').description('Create a vault and see what it holds.');

  vault
    .command('create')
    .requiredOption('--vault <folder>', 'where the vault goes')
    .requiredOption('--officer <name>', "the first officer's name")
    .option('--json')
    .action(async ({ vault: folder, officer, ...output }: { vault: string; officer: string } & OutputOptions) => {
      const passphrase = await askPassphrase('New passphrase: ');
      const made = await withServices(({ vaults }) => vaults.create({ folder, officerName: officer, passphrase }));
      const { vaultId, officerId, recoveryKey } = made;
      await printAnswer({ vaultId, officerId, recoveryKey }, output);
    });

  vault
    .command('info')
    .requiredOption('--vault <folder>')
    .option('--as <name>', 'the officer who opens it')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions) => {
      const { counts, generation, bytes, vaultId } = await withVault(options, ({ vaults }) => vaults.info());
      await printAnswer({ counts, generation, bytes, vaultId }, options);
    });

  officerVerbs(vault);
}
