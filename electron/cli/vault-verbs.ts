import type { Command } from 'commander';
import { backupVerbs } from './backup-verbs.ts';
import { officerVerbs } from './officer-verbs.ts';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { exitCodes, type OutputOptions, printAnswer } from './output.ts';
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
      const info = await withVault(options, ({ vaults }) => vaults.info());
      const { counts, generation, bytes, vaultId, lastBackup, backupDue } = info;
      await printAnswer({ counts, generation, bytes, vaultId, lastBackup, backupDue }, options);
    });

  vault
    .command('verify')
    .description('Read everything a vault holds and say what is wrong with it; nothing is changed.')
    .requiredOption('--vault <folder>')
    .option('--as <name>', 'the officer whose passphrase it is')
    .option('--json')
    .action(async ({ vault: folder, as, ...output }: VaultOptions & OutputOptions) => {
      const passphrase = await askPassphrase('Passphrase: ');
      const report = await withServices(({ vaults }) =>
        vaults.verify({ folder, passphrase, ...(as === undefined ? {} : { officerName: as }) }),
      );
      await printAnswer(report, output);
      if (!report.ok) process.exitCode = exitCodes.failed;
    });

  vault
    .command('accept')
    .description(
      'Take a folder that is older than what was seen here, such as a restored backup, for the one that counts.',
    )
    .requiredOption('--vault <folder>')
    .requiredOption('--reason <text>', 'kept in the audit trail')
    .option('--as <name>', 'the administrator who does it')
    .option('--json')
    .action(async ({ reason, ...options }: VaultOptions & OutputOptions & { reason: string }) => {
      await withVault(options, ({ vaults }) => vaults.accept({ reason }));
      await printAnswer({ accepted: true }, options);
    });

  backupVerbs(vault);
  officerVerbs(vault);
}
