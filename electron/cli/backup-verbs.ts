import { type Command, InvalidArgumentError } from 'commander';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { type OutputOptions, printAnswer } from './output.ts';
import { askPassphrase } from './passphrase.ts';

interface BackupOptions extends VaultOptions, OutputOptions {
  readonly out: string;
  readonly keep: number;
}

interface RestoreOptions extends VaultOptions, OutputOptions {
  readonly from: string;
  readonly backup?: string;
}

/** Backups under `vault`: written beside a vault that goes on working, restored into a new place only. */
export function backupVerbs(vault: Command): void {
  vault
    .command('backup')
    .description('Copy the sealed vault to a folder or medium; what is there already is not copied again.')
    .requiredOption('--vault <folder>')
    .requiredOption('--out <folder>', 'where backups of this vault lie')
    .option('--keep <number>', 'newest backups that stay', positive, 10)
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
    .action(async ({ from, vault: folder, backup, as, ...output }: RestoreOptions) => {
      const passphrase = await askPassphrase('Passphrase: ');
      const report = await withServices(({ backups }) =>
        backups.restore({
          from,
          folder,
          passphrase,
          ...(backup === undefined ? {} : { backup }),
          ...(as === undefined ? {} : { officerName: as }),
        }),
      );
      await printAnswer(report, output);
    });
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1');
  return number;
}
