import { type Command, Option } from 'commander';
import { watchFieldsSchema, watchInstructions } from '../../shared/domain/watch.ts';
import { SinergiError } from '../../shared/errors.ts';
import { find } from '../services/records.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

interface WatchOptions extends VaultOptions, OutputOptions {
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly instruction: string;
  readonly note: string;
  readonly reason: string;
  readonly case?: string;
}

export function watchVerbs(program: Command): void {
  const group = program.command('watch').description('People to be noticed when they come to visit.');

  group
    .command('add')
    .requiredOption('--vault <folder>')
    .requiredOption('--person <id>')
    .requiredOption('--from <day>', '2026-03-02')
    .requiredOption('--until <day>', 'its last day')
    .addOption(new Option('--instruction <what>').choices(watchInstructions).default('tell'))
    .option('--note <text>', 'for the counter', '')
    .requiredOption('--reason <text>')
    .option('--case <id>', 'the case it comes from; the reason is shown to its officers alone')
    .option('--as <name>')
    .option('--json')
    .action(async (options: WatchOptions) => {
      const { person, from, until, instruction, note, reason, case: caseId } = options;
      const fields = watchFieldsSchema.safeParse({
        personId: person,
        from,
        until,
        instruction,
        note,
        reason,
        ...(caseId === undefined ? {} : { caseId }),
      });
      if (!fields.success)
        throw new SinergiError('invalid-input', { fields: fields.error.issues.map(({ path }) => path.join('.')) });
      await withVault(options, async ({ watches }) => {
        const { id } = await watches.create(fields.data);
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
      await withVault(options, ({ watches }) =>
        printList(
          watches
            .list(null)
            .map(({ version: _, person, ...watch }) => ({ ...watch, personId: person.id, personName: person.name })),
          options,
        ),
      );
    });

  group
    .command('end')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <watch>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, ...options }: VaultOptions & OutputOptions & { id: string }) => {
      await withVault(options, async ({ watches, session }) => {
        await watches.end(id, find(session.vault('watches.write'), 'watches', id).version);
        await printAnswer({ id }, options);
      });
    });
}
