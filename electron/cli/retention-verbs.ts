import { type Command, InvalidArgumentError } from 'commander';
import { type RetentionClass, retentionClasses } from '../../shared/domain/retention.ts';
import { bothLanguages } from './both-languages.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

function recordClass(value: string): RetentionClass {
  const found = retentionClasses.find((each) => each === value);
  if (found === undefined) throw new InvalidArgumentError(retentionClasses.join(', '));
  return found;
}

export function retentionVerbs(program: Command): void {
  const group = program
    .command('retention')
    .description('What is kept longer than agreed, and forgetting it for good.');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');

  verb('due', 'What is due for review, longest due first; of one class or of all.')
    .option('--class <class>', retentionClasses.join(', '), recordClass)
    .option('--jsonl', 'a line each')
    .action(async ({ class: wanted, ...options }: Options & { class?: RetentionClass }) => {
      const say = bothLanguages('retention');
      await withVault(options, ({ retention }) => {
        const classes = wanted === undefined ? retentionClasses : [wanted];
        const rows = classes.flatMap((each) => retention.due(each, Number.MAX_SAFE_INTEGER).rows);
        return printList(
          rows.map((row) => ({ ...row, text: say(`class.${row.recordClass}`, {}) })),
          options,
        );
      });
    });

  verb(
    'propose',
    'Put every visitor who is due on a list to be forgotten; the answer has what is to be approved.',
  ).action(async (options: Options) => {
    const proposed = await withVault(options, async ({ retention }) => {
      const { ids } = retention.due('people-unlinked', 1);
      const row = await retention.propose(ids);
      return { ...row, act: { kind: 'weed', list: row.list, count: row.count } };
    });
    await printAnswer(proposed, options);
  });

  verb('list', 'Lists that were proposed or carried out.')
    .option('--jsonl', 'a line each')
    .action(async (options: Options) => {
      await withVault(options, async ({ retention }) => printList(await retention.weedings(), options));
    });

  verb('weed', 'Forget the people of a list for good, once another officer has approved it.')
    .requiredOption('--id <id>', 'of the list')
    .action(async (options: Options & { id: string }) => {
      await printAnswer(await withVault(options, ({ retention }) => retention.weed(options.id)), options);
    });
}
