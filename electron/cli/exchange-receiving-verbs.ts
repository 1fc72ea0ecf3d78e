import { type Command, Option } from 'commander';
import { type FeedbackFields, usesOfInformation } from '../../shared/domain/exchange/package.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Services } from '../services/services.ts';
import { list, type MakeVerb, type Options, pairs, paths, target } from './exchange-options.ts';
import { withVault } from './opened.ts';
import { printAnswer, printList } from './output.ts';

export function receivingVerbs(verb: MakeVerb): void {
  afterwards(verb);
  const files = (command: Command): Command =>
    command.requiredOption('--file <files...>', 'the package; of one in parts any part beside the others, or all');

  files(verb('inspect', 'Who sent a package, whether it is genuine and for us; nothing is written.')).action(
    async (options: Options & { file: readonly string[] }) => {
      await printAnswer(
        await withVault(options, ({ exchange }) => exchange.receiving.inspect(paths(options.file))),
        options,
      );
    },
  );

  files(verb('open', 'Take a package into quarantine, compare it with what is held, and accept of it.'))
    .option('--accept <what>', 'all, or identifiers of items with commas')
    .action(async (options: Options & { file: readonly string[]; accept?: string }) => {
      const answer = await withVault(options, async ({ exchange }) => {
        const received = await exchange.receiving.receive(paths(options.file));
        return await decidedItems(exchange, received.id, received.kind, options);
      });
      await printAnswer(answer, options);
    });

  verb('decide', 'Accept, reject or hold what lies in quarantine.')
    .requiredOption('--package <id>', 'of the package')
    .option('--accept <what>', 'all, or identifiers of items with commas')
    .option('--reject <what>', 'all, or identifiers of items with commas')
    .option('--hold <ids>', 'identifiers of items with commas', list)
    .option('--into <pairs>', 'ITEM=PERSON with commas: whom of ours an item is', pairs)
    .action(async (options: Options & DecideOptions) => {
      const answer = await withVault(options, async ({ exchange }) => {
        const received = find(exchange, options.package);
        return await decidedItems(exchange, received.id, received.kind, options);
      });
      await printAnswer(answer, options);
    });

  verb('receipt', 'Write the signed receipt of a package received, or take in one that came back.')
    .option('--package <id>', 'of the package received')
    .option('--out <file>', 'where the receipt goes')
    .option('--file <file>', 'a receipt that came back')
    .action(async (options: Options & { package?: string; out?: string; file?: string }) => {
      const { package: wanted, out, file } = options;
      const answer = await withVault(options, async ({ exchange }) => {
        if (file !== undefined) {
          const { body, from, receivedAt } = await exchange.receiving.receive(paths([file]));
          return { from, receivedAt, ...body };
        }
        if (wanted === undefined || out === undefined) throw new SinergiError('invalid-input', { field: 'package' });
        return await exchange.receipt(find(exchange, wanted).id, target({ out }));
      });
      await printAnswer(answer, options);
    });
}

/** What the receiver of a package says of it, and what it finds out before it heeds a recall. */
function afterwards(verb: MakeVerb): void {
  verb('feedback', 'Tell the sender of a package what was done with it, and what came of it.')
    .requiredOption('--package <id>', 'of the package received')
    .addOption(new Option('--use <what>').choices(usesOfInformation).makeOptionMandatory())
    .requiredOption('--outcome <text>')
    .requiredOption('--out <file>')
    .action(async (options: Options & FeedbackFields & { package: string; out: string }) => {
      const { package: wanted, use, outcome, out } = options;
      const sealed = await withVault(options, ({ exchange }) =>
        exchange.feedback(find(exchange, wanted).id, { use, outcome }, target({ out })),
      );
      await printAnswer(sealed, options);
    });

  verb('uses', 'Where what came in a package was used since; of a recall, where what it takes back was.')
    .requiredOption('--package <id>', 'of the package or the recall received')
    .option('--jsonl', 'a line each')
    .action(async (options: Options & { package: string }) => {
      await withVault(options, async ({ exchange }) =>
        printList(await exchange.uses(find(exchange, options.package).id), options),
      );
    });
}

interface DecideOptions {
  readonly package: string;
  readonly accept?: string;
  readonly reject?: string;
  readonly hold?: readonly string[];
  readonly into?: ReadonlyMap<string, string>;
}

type ExchangeService = Services['exchange'];

/** Decides as asked, then tells the package with everything in it. */
async function decidedItems(
  exchange: ExchangeService,
  receivedId: string,
  kind: string,
  { accept, reject, hold = [], into }: Omit<DecideOptions, 'package'>,
): Promise<object> {
  const refused: object[] = [];
  const ids = (what: string | undefined): readonly string[] => (what === undefined || what === 'all' ? [] : list(what));
  const choices = [
    ...ids(accept).map((id) => ({ id, decision: 'accepted' as const, into: into?.get(id) })),
    ...ids(reject).map((id) => ({ id, decision: 'rejected' as const })),
    ...hold.map((id) => ({ id, decision: 'held' as const })),
  ];
  const all = accept === 'all' ? 'accept-all' : reject === 'all' ? 'reject-all' : null;
  if (choices.length > 0) refused.push(...(await exchange.deciding.decide(receivedId, choices)).refused);
  // Recalls and agreements are words, and are decided whole.
  if (all !== null && (kind === 'items' || kind === 'recall' || kind === 'agreement'))
    refused.push(...(await exchange.deciding.decide(receivedId, all)).refused);
  const received = exchange.receiving.list().find(({ id }) => id === receivedId);
  return { package: received, items: await exchange.receiving.items(receivedId), refused };
}

function find(exchange: ExchangeService, wanted: string): ReturnType<ExchangeService['receiving']['list']>[number] {
  const received = exchange.receiving.list().find(({ id, packageId }) => id === wanted || packageId === wanted);
  if (received === undefined) throw new SinergiError('not-found', { collection: 'receivedPackages', id: wanted });
  return received;
}
