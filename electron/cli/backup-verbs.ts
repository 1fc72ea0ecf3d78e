import { type Command, InvalidArgumentError } from 'commander';
import { backupsKept } from '../../shared/domain/backup.ts';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { type OutputOptions, printAnswer } from './output.ts';
import { askPassphrase, otherPassphrase } from './passphrase.ts';

interface BackupOptions extends VaultOptions, OutputOptions {
  readonly out: string;
  readonly keep: number;
}

interface RestoreOptions extends VaultOptions, OutputOptions {
  readonly from: string;
  readonly backup?: string;
}

interface CompareOptions extends VaultOptions, OutputOptions {
  readonly with: string;
}

/** Backups under `vault`: written beside a vault that goes on working, restored into a new place only. */
export function backupVerbs(vault: Command): void {
  vault
    .command('backup')
    .description('Copy the sealed vault to a folder or medium; what is there already is not copied again.')
    .requiredOption('--vault <folder>')
    .requiredOption('--out <folder>', 'where backups of this vault lie')
    .option(
      '--keep <number>',
      'newest backups that stay, beside one of each of some days, weeks and months',
      positive,
      backupsKept,
    )
    .option('--as <name>', 'the officer who does it')
    .option('--json')
    .action(async ({ out, keep, ...options }: BackupOptions) => {
      await printAnswer(await withVault(options, ({ backups }) => backups.run(out, keep)), options);
    });

  vault
    .command('restore')
    .description('Put a backup together in a new place, verify it, and only then give it its name.')
    .requiredOption('--from <folder>', 'where backups lie')
    .requiredOption('--vault <folder>', 'the new vault; nothing may be there')
    .option('--backup <name>', 'one backup by its name; the newest otherwise')
    .option('--as <name>', 'the officer whose passphrase it is')
    .option('--json')
    .action(async ({ from, vault: folder, backup, as, keyFile, ...output }: RestoreOptions) => {
      const passphrase = await askPassphrase('Passphrase: ');
      const report = await withServices(({ restoring }) =>
        restoring.restore({
          from,
          folder,
          passphrase,
          keyFile,
          ...(backup === undefined ? {} : { backup }),
          ...(as === undefined ? {} : { officerName: as }),
        }),
      );
      await printAnswer(report, output);
    });

  vault
    .command('compare')
    .description('Say what another vault, a restored backup for one, lacks of this one; neither is changed.')
    .requiredOption('--vault <folder>')
    .requiredOption('--with <folder>', 'the other vault; SINERGI_OTHER_PASSPHRASE when it has another passphrase')
    .option('--as <name>', 'the officer whose passphrase it is')
    .option('--json')
    .action(async ({ with: folder, ...options }: CompareOptions) => {
      const passphrase = await askPassphrase('Passphrase: ');
      const comparison = await withVault({ ...options, passphrase }, ({ restoring }) =>
        restoring.compare({
          folder,
          against: null,
          passphrase: otherPassphrase() ?? passphrase,
          keyFile: options.keyFile,
          officerName: options.as,
        }),
      );
      await printAnswer(comparison, options);
    });
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1');
  return number;
}
