import { type Command, Option } from 'commander';
import { type AlertRow, alertStates } from '../../shared/contract/alerts.ts';
import { dateSchema } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Alerts } from '../services/alerts/alerts.ts';
import { bothLanguages } from './both-languages.ts';
import { findingText } from './finding-text.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type ListOptions = VaultOptions & OutputOptions & { readonly state: AlertRow['state'] };
type OneOptions = VaultOptions & OutputOptions & { readonly id: string };

const pageSize = 500;

export function alertVerbs(program: Command): void {
  const group = program
    .command('alert')
    .description('What calls for attention: findings after imports, days that are due.');

  group
    .command('list')
    .description('Searches first when registers were imported since the last search.')
    .requiredOption('--vault <folder>')
    .addOption(new Option('--state <state>').choices(alertStates).default('open'))
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: ListOptions) => {
      await withVault(options, async ({ alerts }) => {
        const { unsearched, mayHandle } = alerts.summary();
        if (unsearched > 0 && mayHandle) await alerts.search();
        await printList(spoken(alerts, options.state), options);
      });
    });

  group
    .command('search')
    .description('Looks for patterns in all registers and keeps what is new.')
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions) => {
      await withVault(options, async ({ alerts }) => printAnswer(await alerts.search(), options));
    });

  group
    .command('take')
    .description('Makes its people members of a case, with the finding as their source.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <alert>')
    .requiredOption('--case <id>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, case: caseId, ...options }: OneOptions & { readonly case: string }) => {
      await withVault(options, async ({ alerts }) => {
        const { members, links } = await alerts.take({ key: id, caseId, source: sourceText(alerts, id) });
        await printAnswer({ id, case: caseId, members, links }, options);
      });
    });

  group
    .command('dismiss')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <alert>')
    .requiredOption('--reason <text>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, reason, ...options }: OneOptions & { readonly reason: string }) => {
      await withVault(options, async ({ alerts }) => {
        await alerts.dismiss(id, reason);
        await printAnswer({ id, reason }, options);
      });
    });

  group
    .command('put-off')
    .description('It calls again on the day.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <alert>')
    .requiredOption('--until <day>', '2026-03-02')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, until, ...options }: OneOptions & { readonly until: string }) => {
      const { data: day } = dateSchema.safeParse(until);
      if (day === undefined) throw new SinergiError('invalid-input', { fields: [until] });
      await withVault(options, async ({ alerts }) => {
        await alerts.putOff(id, day);
        await printAnswer({ id, until: day }, options);
      });
    });
}

function* rowsOf(alerts: Alerts, state: AlertRow['state']): Iterable<AlertRow> {
  for (let offset = 0; ; offset += pageSize) {
    const { total, rows } = alerts.list({ state, subject: null, offset, limit: pageSize });
    yield* rows;
    if (offset + pageSize >= total) return;
  }
}

function* spoken(alerts: Alerts, state: AlertRow['state']): Iterable<object> {
  for (const { key, subject, foundAt, due, person, file, finding, act } of rowsOf(alerts, state))
    yield {
      id: key,
      subject,
      state,
      foundAt,
      due,
      person: person?.id ?? null,
      case: file?.id ?? null,
      ...(finding === null
        ? {}
        : {
            kind: finding.kind,
            people: finding.people.map(({ id }) => id),
            inmates: finding.inmates.map(({ id }) => id),
            score: Number(finding.score.toFixed(2)),
            text: findingText(finding),
          }),
      act: act === null ? null : { act: act.act, at: act.at, by: act.byName, until: act.until, reason: act.reason },
    };
}

/** What a link is said to be known from; of a record written on the command line, in the language of the service. */
function sourceText(alerts: Alerts, key: string): string {
  const say = bothLanguages('detection');
  for (const state of alertStates)
    for (const { key: known, finding, foundAt } of rowsOf(alerts, state))
      if (known === key && finding !== null)
        return say('inbox.source', {
          kind: say(`kind.${finding.kind}`, {}).id,
          rows: finding.rows,
          day: (foundAt ?? '').slice(0, 10),
        }).id;
  return say('inbox.sourcePlain', {}).id;
}
