import type { Command } from 'commander';
import { z } from 'zod';
import { contactFieldsSchema, sourceCardSchema } from '../../shared/domain/source.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Services } from '../services/services.ts';
import { readJsonFile } from './json-file.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

/** What a file need not say: a new source is proposed, of unknown reliability, and handled by whoever enters it. */
const unsaid = {
  reliability: 'F',
  nationalId: '',
  contact: '',
  motive: 'unknown',
  motiveNote: '',
  risks: '',
  record: [],
  state: 'proposed',
} as const;

export function sourceVerbs(program: Command): void {
  const group = program.command('source').description('The register of sources, open to source handlers alone.');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');

  verb('list', 'Every source with what is to be looked at.')
    .option('--jsonl', 'a line each')
    .action(async (options: Options) => {
      await withVault(options, async ({ sources }) => {
        const { state, rows } = await sources.list();
        if (state === 'withheld') throw new SinergiError('sources-withheld');
        await printList(rows, options);
      });
    });

  verb('add', 'Enter a source from a JSON file, - for the standard input; the answer is its pseudonym.')
    .requiredOption('--file <file>', 'name, and what else is known')
    .action(async (options: Options & { file: string }) => {
      const said = await readJsonFile(options.file, z.record(z.string(), z.unknown()));
      const added = await withVault(options, async (services) => {
        const { proposed } = await services.sources.list();
        const handlers = [services.session.vault('own.session').actor.officerId];
        const card = sourceCardSchema.safeParse({ pseudonym: proposed, handlers, ...unsaid, ...said });
        if (!card.success)
          throw new SinergiError('invalid-input', { faults: card.error.issues.map(({ path }) => path.join('.')) });
        return await services.sources.add(card.data);
      });
      await printAnswer(added, options);
    });

  verb('show', 'Everything about a source; why it is read goes into the audit trail.')
    .requiredOption('--source <id>', 'identifier or pseudonym')
    .requiredOption('--reason <text>')
    .action(async (options: Options & { source: string; reason: string }) => {
      const shown = await withVault(options, async (services) =>
        services.sources.show(await sourceOf(services, options.source), options.reason),
      );
      await printAnswer(shown, options);
    });

  verb('log', 'Log a contact from a JSON file, - for the standard input.')
    .requiredOption('--source <id>', 'identifier or pseudonym')
    .requiredOption('--file <file>', 'on, place, said, payment, nextOn')
    .action(async (options: Options & { source: string; file: string }) => {
      const contact = await readJsonFile(options.file, contactFieldsSchema);
      const logged = await withVault(options, async (services) =>
        services.sources.log(await sourceOf(services, options.source), contact),
      );
      await printAnswer(logged, options);
    });

  verb('unseal', 'Ask who a source is; the answer is the request another officer approves.')
    .requiredOption('--source <id>', 'identifier or pseudonym')
    .requiredOption('--reason <text>')
    .action(async (options: Options & { source: string; reason: string }) => {
      const asked = await withVault(options, ({ sources, approvals }) => {
        const wanted = options.source.toUpperCase();
        const known = sources.pseudonyms().find(({ id, pseudonym }) => id === options.source || pseudonym === wanted);
        if (known === undefined) throw new SinergiError('not-found', { collection: 'sources', id: options.source });
        return approvals.request({ kind: 'unseal-source', sourceId: known.id }, options.reason);
      });
      await printAnswer(asked, options);
    });

  verb('hand-over', 'Seal the identity that was approved to the officer who asked; a handler does it.')
    .requiredOption('--approval <id>')
    .action(async (options: Options & { approval: string }) => {
      await withVault(options, ({ unsealing }) => unsealing.handOver(options.approval));
      await printAnswer({ handedOver: true }, options);
    });

  verb('reveal', 'Read the identity that was handed over, once.')
    .requiredOption('--approval <id>')
    .action(async (options: Options & { approval: string }) => {
      await printAnswer(await withVault(options, ({ unsealing }) => unsealing.reveal(options.approval)), options);
    });

  verb('admit', 'Give the key of the register to an officer who was made a source handler.')
    .requiredOption('--name <name>', 'the officer')
    .action(async (options: Options & { name: string }) => {
      await withVault(options, ({ sources, officers }) => sources.admit(officers.named(options.name).id));
      await printAnswer({ admitted: options.name }, options);
    });
}

async function sourceOf({ sources }: Services, named: string): Promise<string> {
  const { state, rows } = await sources.list();
  if (state === 'withheld') throw new SinergiError('sources-withheld');
  const found = rows.find(({ id, pseudonym }) => id === named || pseudonym === named.toUpperCase());
  if (found === undefined) throw new SinergiError('not-found', { collection: 'sources', id: named });
  return found.id;
}
