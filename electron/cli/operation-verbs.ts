import { type Command, Option } from 'commander';
import {
  operationFieldsSchema,
  type OperationState,
  operationStates,
  type OperationTaskState,
  operationTaskStates,
} from '../../shared/domain/coordination/operation.ts';
import { SinergiError } from '../../shared/errors.ts';
import { find } from '../services/records.ts';
import {
  copyOf,
  type CoordinationOptions,
  type FileOptions,
  printVerbOf,
  type PrintOptions,
  verbOf,
} from './coordination-verbs.ts';
import { readJsonFile } from './json-file.ts';
import { withVault } from './opened.ts';
import { printAnswer, printList } from './output.ts';

type OfOperation = CoordinationOptions & { readonly id: string };
type SetOptions = OfOperation & {
  readonly state?: OperationState;
  readonly outcome?: string;
  readonly task?: string;
  readonly taskState?: OperationTaskState;
};

export function operationVerbs(program: Command): void {
  const group = program.command('operation').description('Joint operations and their plans (docs/coordination.md).');

  verbOf(group, 'add', 'An operation from a JSON file.')
    .requiredOption('--file <file>', 'a file, or - for the standard input')
    .action(async ({ file, ...options }: FileOptions) => {
      const fields = await readJsonFile(file, operationFieldsSchema);
      await withVault(options, async ({ coordination }) => {
        const { id, phases } = await coordination.operations.create(fields);
        await printAnswer({ id, tasks: phases.flatMap(({ tasks }) => tasks.map((task) => task.id)) }, options);
      });
    });

  verbOf(group, 'list', 'What runs or is planned first.')
    .option('--jsonl', 'a line each')
    .action(async (options: CoordinationOptions) => {
      await withVault(options, ({ coordination }) => printList(coordination.operations.list(), options));
    });

  verbOf(group, 'show', 'One operation with its phases, tasks and contacts.')
    .requiredOption('--id <operation>')
    .action(async ({ id, ...options }: OfOperation) => {
      await withVault(options, ({ coordination }) => printAnswer(coordination.operations.get(id), options));
    });

  verbOf(group, 'set', 'Says where an operation stands, or one of its tasks.')
    .requiredOption('--id <operation>')
    .addOption(new Option('--state <state>').choices(operationStates))
    .option('--outcome <text>', 'what came of it; wanted when it ended or was called off')
    .option('--task <task>', 'identifier of a task, with --task-state')
    .addOption(new Option('--task-state <state>').choices(operationTaskStates))
    .action(async ({ id, state, outcome, task, taskState, ...options }: SetOptions, command: Command) => {
      if ((task === undefined) !== (taskState === undefined))
        return command.error('error: --task and --task-state go together');
      if (state === undefined && outcome === undefined && task === undefined)
        return command.error('error: give --state, --outcome, or --task with --task-state');
      await withVault(options, async ({ coordination: { operations }, session }) => {
        const stored = () => find(session.vault('coordination.write'), 'operations', id);
        const before = stored();
        const [next, said] = [state ?? before.state, outcome ?? before.outcome];
        if ((next === 'ended' || next === 'called-off') && said === '') throw new SinergiError('outcome-required');
        if (task !== undefined && taskState !== undefined)
          await operations.setTask({ id, version: before.version, taskId: task, state: taskState });
        if (state !== undefined || outcome !== undefined)
          await operations.set({ id, version: stored().version, state: next, outcome: said });
        await printAnswer({ id, state: next, ...(task === undefined ? {} : { task, taskState }) }, options);
      });
    });

  printVerbOf(group, 'plan', 'The plan as PDF.')
    .requiredOption('--id <operation>')
    .action(async ({ id, ...options }: PrintOptions & OfOperation) => {
      const { pages, bytes, sha256, dataSha256 } = await withVault(options, ({ documents }) =>
        documents.operationPlan({ id, ...copyOf(options) }),
      );
      await printAnswer({ pages, bytes, sha256, dataSha256 }, options);
    });
}
