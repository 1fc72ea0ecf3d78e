import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Act,
  actSchema,
  type ApprovalRow,
  factsOfAct,
  type ReleasedCopy,
  releasedCopies,
} from '../../shared/domain/approval.ts';
import { SinergiError } from '../../shared/errors.ts';
import { bothLanguages } from './both-languages.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;
interface RequestOptions {
  readonly case?: string;
  readonly copy: ReleasedCopy;
  readonly act?: Act;
  readonly reason: string;
}

function act(json: string): Act {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    given = undefined;
  }
  const parsed = actSchema.safeParse(given);
  if (!parsed.success) throw new InvalidArgumentError('no act that takes two officers');
  return parsed.data;
}

const say = bothLanguages('officers');
const spoken = (row: ApprovalRow): object => ({ ...row, text: say(`approval.act.${row.act.kind}`, factsOfAct(row)) });

export function approvalVerbs(program: Command): void {
  const group = program.command('approval').description('Acts that take two officers: ask, approve, refuse.');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');

  verb('request', 'Ask for the release of a case, or for what was refused for want of an approval.')
    .option('--case <id>', 'identifier or number of the case to release')
    .addOption(new Option('--copy <copy>', 'what of the case is to leave').choices(releasedCopies).default('full'))
    .option('--act <json>', 'the details of the refusal', act)
    .option('--reason <text>', 'why', '')
    .action(async ({ case: wanted, copy, act: given, reason, ...options }: Options & RequestOptions) => {
      if ((wanted === undefined) === (given === undefined)) group.error('error: either --case or --act is needed');
      const row = await withVault(options, ({ approvals, cases }) => {
        if (given !== undefined) return approvals.request(given, reason);
        const file = cases.list().find(({ id, number }) => id === wanted || number === wanted);
        if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: wanted ?? '' });
        return approvals.request({ kind: 'release-case', caseId: file.id, marking: file.marking, copy }, reason);
      });
      await printAnswer(spoken(row), options);
    });

  verb('list', 'Own requests, and those one may decide.')
    .option('--jsonl', 'a line each')
    .action(async (options: Options) => {
      await withVault(options, ({ approvals }) => printList(approvals.list().map(spoken), options));
    });

  for (const [name, outcome] of [
    ['approve', 'approved'],
    ['refuse', 'refused'],
  ] as const)
    verb(name, `The other officer's word: ${outcome}.`)
      .requiredOption('--id <id>', 'of the request')
      .option('--reason <text>', 'why', '')
      .action(async ({ id, reason, ...options }: Options & { id: string; reason: string }) => {
        const row = await withVault(options, ({ approvals }) => approvals.decide(id, outcome, reason));
        await printAnswer(spoken(row), options);
      });
}
