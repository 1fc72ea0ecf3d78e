import { type Command, Option } from 'commander';
import { caseOutcomes, type ClosingFields } from '../../shared/domain/case.ts';
import { find } from '../services/records.ts';
import { caseNamed } from './case-named.ts';
import { givenDay } from './given-day.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type OfCase = VaultOptions & OutputOptions & { readonly case: string };
type AddOptions = OfCase & {
  readonly what: string;
  readonly reason: string;
  readonly alternative: readonly string[];
  readonly corrects?: string;
};

export function decisionVerbs(program: Command): void {
  const group = program.command('decision').description('The decision log of a case, which only grows.');

  group
    .command('add')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--what <text>')
    .requiredOption('--reason <text>')
    .option('--alternative <text>', 'what else could have been done; may be given again', also, [])
    .option('--corrects <id>', 'the earlier entry this one puts right')
    .option('--as <name>')
    .option('--json')
    .action(async ({ case: word, what, reason, alternative, corrects, ...options }: AddOptions) => {
      await withVault(options, async (services) => {
        const caseId = caseNamed(services, word);
        const fields = {
          what,
          reason,
          alternatives: [...alternative],
          ...(corrects === undefined ? {} : { corrects }),
        };
        const { id, at } = await services.casework.decisions.add(caseId, fields);
        await printAnswer({ id, case: caseId, at }, options);
      });
    });

  group
    .command('list')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ case: word, ...options }: OfCase) => {
      await withVault(options, async (services) => {
        const rows = services.casework.decisions.list(caseNamed(services, word));
        await printList(
          rows.map(({ decision, byName, genuine, correctedBy }) => ({
            id: decision.id,
            number: decision.number,
            kind: decision.kind,
            at: decision.at,
            by: decision.by,
            byName,
            what: decision.what,
            reason: decision.reason,
            alternatives: decision.alternatives,
            corrects: decision.corrects ?? null,
            correctedBy,
            genuine,
          })),
          options,
        );
      });
    });
}

const also = (text: string, before: readonly string[]): string[] => [...before, text];

/** How a case stands: looked at again, closed, opened again; and which others it touches. */
export function caseStandingVerbs(group: Command): void {
  group
    .command('review')
    .description('Say that a case was looked at, why it goes on, and when next.')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--next <day>', 'the next review')
    .requiredOption('--reason <text>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ case: word, next, reason, ...options }: OfCase & { next: string; reason: string }) => {
      await withVault(options, async (services) => {
        const { id, version } = find(services.session.vault('cases.close'), 'cases', caseNamed(services, word));
        await services.casework.decisions.review({ id, version, reviewOn: givenDay(next), reason });
        await printAnswer({ case: id, reviewOn: next }, options);
      });
    });

  group
    .command('close')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .addOption(new Option('--outcome <outcome>').choices(caseOutcomes).makeOptionMandatory())
    .requiredOption('--reason <text>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ case: word, outcome, reason, ...options }: OfCase & ClosingFields) => {
      await withVault(options, async (services) => {
        const { id, version } = find(services.session.vault('cases.close'), 'cases', caseNamed(services, word));
        await services.casework.decisions.close({ id, version, closing: { outcome, reason } });
        await printAnswer({ case: id, status: 'closed', outcome }, options);
      });
    });

  group
    .command('reopen')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--next <day>', 'the next review')
    .requiredOption('--reason <text>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ case: word, next, reason, ...options }: OfCase & { next: string; reason: string }) => {
      await withVault(options, async (services) => {
        const { id, version } = find(services.session.vault('cases.close'), 'cases', caseNamed(services, word));
        await services.casework.decisions.reopen({ id, version, reviewOn: givenDay(next), reason });
        await printAnswer({ case: id, status: 'open' }, options);
      });
    });

  group
    .command('similar')
    .description('Cases that share people, numbers or addresses, among those the officer may know of.')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ case: word, ...options }: OfCase) => {
      await withVault(options, async (services) =>
        printList(await services.casework.similar.of(caseNamed(services, word)), options),
      );
    });
}
