import { type Command, Option } from 'commander';
import type { TaskRow } from '../../shared/contract/casework.ts';
import { type TaskState, taskFieldsSchema, taskStates } from '../../shared/domain/casework/task.ts';
import { SinergiError } from '../../shared/errors.ts';
import { find } from '../services/records.ts';
import type { Services } from '../services/services.ts';
import { caseNamed } from './case-named.ts';
import { givenDay } from './given-day.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

interface AddOptions extends Options {
  readonly case: string;
  readonly what: string;
  readonly due: string;
  readonly bringForward?: string;
  readonly owner?: string;
  readonly gap?: string;
}

interface SetOptions extends Options {
  readonly id: string;
  readonly state?: TaskState;
  readonly due?: string;
  readonly bringForward?: string;
  readonly owner?: string;
  readonly outcome?: string;
}

interface ListOptions extends Options {
  readonly case?: string;
  readonly state?: TaskState;
  readonly mine?: boolean;
}

export function taskVerbs(program: Command): void {
  const group = program.command('task').description('Tasks of cases: who finds out what, until when.');

  group
    .command('add')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--what <text>')
    .requiredOption('--due <day>')
    .option('--bring-forward <day>', 'the day it is put before its owner again; without one the day it is due')
    .option('--owner <name>', 'an officer of the case; without one, whoever adds it')
    .option('--gap <id>', 'the gap it is to close')
    .option('--as <name>')
    .option('--json')
    .action(async ({ case: word, what, due, bringForward = due, owner, gap, ...options }: AddOptions) => {
      await withVault(options, async (services) => {
        const caseId = caseNamed(services, word);
        const { id } = await services.casework.tasks.create(
          caseId,
          checked({
            what,
            owner: owner === undefined ? services.session.vault('cases.tasks').actor.officerId : named(services, owner),
            dueOn: givenDay(due),
            bringForwardOn: givenDay(bringForward),
            state: 'open',
            outcome: '',
            ...(gap === undefined ? {} : { gapId: gap }),
          }),
        );
        await printAnswer({ id, case: caseId }, options);
      });
    });

  group
    .command('list')
    .description('Of every case, or of one; what there is to do first.')
    .requiredOption('--vault <folder>')
    .option('--case <id>', 'identifier or number')
    .addOption(new Option('--state <state>').choices(taskStates))
    .option('--mine', 'only own ones')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ case: word, state, mine, ...options }: ListOptions) => {
      await withVault(options, async (services) => {
        const caseId = word === undefined ? null : caseNamed(services, word);
        const rows = services.casework.tasks.list({ caseId, state: state ?? null, mine: mine === true });
        await printList(rows.map(spoken), options);
      });
    });

  group
    .command('set')
    .description('Says where a task stands, or gives it another day or owner.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <task>')
    .addOption(new Option('--state <state>').choices(taskStates))
    .option('--due <day>')
    .option('--bring-forward <day>')
    .option('--owner <name>')
    .option('--outcome <text>', 'what came of it; wanted when it is done or dropped')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, state, due, bringForward, owner, outcome, ...options }: SetOptions) => {
      await withVault(options, async (services) => {
        const task = find(services.session.vault('cases.tasks'), 'tasks', id);
        const fields = checked({
          what: task.what,
          owner: owner === undefined ? task.owner : named(services, owner),
          dueOn: due === undefined ? task.dueOn : givenDay(due),
          bringForwardOn: bringForward === undefined ? task.bringForwardOn : givenDay(bringForward),
          state: state ?? task.state,
          outcome: outcome ?? task.outcome,
          ...(task.gapId === undefined ? {} : { gapId: task.gapId }),
        });
        await services.casework.tasks.change({ id, version: task.version, fields });
        await printAnswer({ id, state: fields.state }, options);
      });
    });
}

/** @throws SinergiError `bring-forward-late`, `outcome-required`, `invalid-input` */
function checked(fields: ReturnType<typeof taskFieldsSchema.parse>): ReturnType<typeof taskFieldsSchema.parse> {
  const parsed = taskFieldsSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ message }) => message);
  for (const code of ['bring-forward-late', 'outcome-required'] as const)
    if (faults.includes(code)) throw new SinergiError(code);
  throw new SinergiError('invalid-input', { faults });
}

/** @throws SinergiError `officer-unknown` */
function named({ officers }: Pick<Services, 'officers'>, name: string): string {
  const officer = officers.list().find((each) => each.name === name || each.id === name);
  if (officer === undefined) throw new SinergiError('officer-unknown');
  return officer.id;
}

const spoken = ({ task, ownerName, caseNumber, gap }: TaskRow): object => ({
  id: task.id,
  case: task.caseId,
  caseNumber,
  what: task.what,
  owner: task.owner,
  ownerName,
  dueOn: task.dueOn,
  bringForwardOn: task.bringForwardOn,
  state: task.state,
  gap: task.gapId ?? null,
  question: gap,
  outcome: task.outcome,
});
