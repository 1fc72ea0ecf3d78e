import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatVersion } from '../vault/format/constants.ts';
import { createLongWork } from '../services/backup/long-work.ts';
import { createUpdates, type Updates } from '../services/updates/updates.ts';
import { versionsFolder } from '../services/updates/versions-folder.ts';
import { type OutputOptions, printAnswer } from './output.ts';

interface UpdateOptions extends OutputOptions {
  readonly into: string;
  readonly file: string;
  readonly key: string;
}

/** Updates of an installation that is not running, or not on this machine: docs/release.md. */
export function updateVerbs(program: Command): void {
  const group = program.command('update').description('Signed updates of the program (docs/release.md).');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--into <folder>', 'that holds "versions"')
      .option('--json');
  const checked = (command: Command): Command =>
    command.requiredOption('--file <file>').requiredOption('--key <file>', 'public half of the release key, PEM');

  checked(verb('inspect', 'Check an update and say what it is; nothing is written.')).action(
    async (options: UpdateOptions) => {
      await printAnswer(await (await updatesIn(options)).inspect(resolve(options.file)), options);
    },
  );
  checked(verb('stage', 'Put an update beside the version there is; it runs from the next start on.')).action(
    async (options: UpdateOptions) => {
      await printAnswer(await (await updatesIn(options)).stage(resolve(options.file)), options);
    },
  );
  verb('list', 'The version that starts, and the one before.').action(async (options: UpdateOptions) => {
    await printAnswer((await versionsFolder(resolve(options.into)).kept()) ?? { current: null, before: null }, options);
  });
  verb('back', 'Go back to the version before.').action(async (options: UpdateOptions) => {
    await printAnswer(await (await updatesIn(options)).back(), options);
  });
}

async function updatesIn({ into, key }: Pick<UpdateOptions, 'into'> & Partial<UpdateOptions>): Promise<Updates> {
  const root = resolve(into);
  const kept = await versionsFolder(root).kept();
  return createUpdates(
    {
      version: kept?.current ?? '0.0.0',
      root,
      platform: process.platform,
      arch: process.arch,
      releaseKey: key === undefined ? null : await readFile(resolve(key), 'utf8'),
      vaultFormat: formatVersion,
    },
    createLongWork(() => undefined),
  );
}
