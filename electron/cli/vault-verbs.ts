import type { Command } from 'commander';
import type { RecoverySplit } from '../../shared/domain/recovery.ts';
import { backupVerbs } from './backup-verbs.ts';
import { officerVerbs } from './officer-verbs.ts';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { exitCodes, type OutputOptions, printAnswer } from './output.ts';
import { askPassphrase } from './passphrase.ts';
import { recoveryAnswer, splitOf } from './recovery.ts';

interface CreateOptions extends OutputOptions {
  readonly vault: string;
  readonly officer: string;
  readonly shares?: RecoverySplit;
  readonly newKeyFile?: string;
}

export function vaultVerbs(program: Command): void {
  const vault = program.command('vault').description('Create a vault and see what it holds.');

  vault
    .command('create')
    .requiredOption('--vault <folder>', 'where the vault goes')
    .requiredOption('--officer <name>', "the first officer's name")
    .option('--shares <needed/made>', 'split the recovery key: 2/3 for any two of three shares', splitOf)
    .option('--new-key-file <path>', 'also ask for a key file, which is made there')
    .option('--json')
    .action(async ({ vault: folder, officer, shares, newKeyFile, ...output }: CreateOptions) => {
      const passphrase = await askPassphrase('New passphrase: ');
      const { vaultId, officerId, recovery } = await withServices(({ vaults }) =>
        vaults.create({ folder, officerName: officer, passphrase, shares, keyFile: newKeyFile }),
      );
      await printAnswer({ vaultId, officerId, ...recoveryAnswer(recovery) }, output);
    });

  vault
    .command('recovery-key')
    .description('Make a new recovery key; the one before is good for nothing, and what is stored is sealed anew.')
    .requiredOption('--vault <folder>')
    .option('--shares <needed/made>', 'split it: 2/3 for any two of three shares', splitOf)
    .option('--as <name>', 'the administrator who does it')
    .option('--json')
    .action(async ({ shares, ...options }: VaultOptions & OutputOptions & { shares?: RecoverySplit }) => {
      const recovery = await withVault(options, ({ officers }) => officers.renewRecovery(shares));
      await printAnswer(recoveryAnswer(recovery), options);
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
    .action(async ({ vault: folder, as, keyFile, ...output }: VaultOptions & OutputOptions) => {
      const passphrase = await askPassphrase('Passphrase: ');
      const report = await withServices(({ vaults }) =>
        vaults.verify({ folder, passphrase, keyFile, ...(as === undefined ? {} : { officerName: as }) }),
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

  vault
    .command('salvage')
    .description(
      'Put everything that is authentic in a damaged vault into a new, whole one; the damaged one is only read.',
    )
    .requiredOption('--vault <folder>', 'the damaged vault')
    .requiredOption('--out <folder>', 'the new vault; nothing may be there')
    .option('--as <name>', 'the administrator whose passphrase it is')
    .option('--json')
    .action(async ({ vault: folder, out, as, keyFile, ...output }: VaultOptions & OutputOptions & { out: string }) => {
      const passphrase = await askPassphrase('Passphrase: ');
      const report = await withServices(({ salvaging }, stopped) => {
        stopped.addEventListener('abort', () => salvaging.cancel());
        return salvaging.run({ folder, out, passphrase, keyFile, ...(as === undefined ? {} : { officerName: as }) });
      });
      await printAnswer(report, output);
    });

  backupVerbs(vault);
  officerVerbs(vault);
}
