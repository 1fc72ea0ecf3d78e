import { type Command, InvalidArgumentError } from 'commander';
import type { DuplicatePair } from '../../shared/analysis/identity/duplicates.ts';
import type { Band } from '../../shared/analysis/identity/model.ts';
import { changesOf, gapsOf, heatOf, regularsOf } from '../../shared/analysis/life.ts';
import { lifeOf } from '../services/people/life.ts';
import { identityBandSchema } from '../../shared/domain/identity.ts';
import { SinergiError } from '../../shared/errors.ts';
import { bothLanguages } from './both-languages.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

/** `people list` is with the other lists. */
export function peopleVerbs(group: Command): void {
  group
    .command('duplicates')
    .description('Pairs of people who may be one, the likeliest first, with the reasons in both languages.')
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: VaultOptions & OutputOptions) => {
      await withVault(options, async ({ identity }) => printList(spoken(await identity.duplicates()), options));
    });

  group
    .command('life')
    .description('When somebody comes, calls or is moved: regulars, silences and changes by their own rhythm.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <id>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, ...options }: VaultOptions & OutputOptions & { id: string }) => {
      const { total, events, until } = await withVault(options, async ({ session, reads }) => {
        await reads.person(id);
        return await lifeOf(session, id);
      });
      const { cells, untimed } = heatOf(events);
      const [gaps, changes] = [gapsOf(events, until), changesOf(events, until)];
      await printAnswer({ total, events, heat: cells, untimed, regulars: regularsOf(events), gaps, changes }, options);
    });

  group
    .command('holdings')
    .description('Everything the vault holds about one person, as far as the officer may know.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <id>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, ...options }: VaultOptions & OutputOptions & { id: string }) => {
      const held = await withVault(options, async ({ holdings, reads }) => {
        await reads.person(id);
        return await holdings.of(id);
      });
      await printAnswer(held, options);
    });

  group
    .command('resolve')
    .description('Join the people of a band and the bands above it in one step, or take the newest step apart again.')
    .requiredOption('--vault <folder>')
    .option('--accept <band>', 'certain, likely or possible', band)
    .option('--undo')
    .option('--as <name>')
    .option('--json')
    .action(async ({ accept, undo, ...options }: VaultOptions & OutputOptions & { accept?: Band; undo?: true }) => {
      const answer = await withVault(options, async ({ identity }) => {
        if (undo === true) return await identity.undoResolve();
        if (accept === undefined) throw new SinergiError('invalid-input', { faults: ['--accept'] });
        return await identity.resolve(accept);
      });
      await printAnswer(answer, options);
    });
}

function* spoken(pairs: readonly DuplicatePair[]): Iterable<object> {
  const say = bothLanguages('identity');
  for (const { a, b, score, band: name, reasons } of pairs)
    yield {
      a,
      b,
      score: Number(score.toFixed(6)),
      band: name,
      reasons: reasons.map(({ field, found, values, weight }) => ({
        field,
        found,
        weight,
        ...say(`found.${found}`, values),
      })),
    };
}

function band(value: string): Band {
  const parsed = identityBandSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('certain, likely or possible');
  return parsed.data;
}
