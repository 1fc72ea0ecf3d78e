import { type Command, Option } from 'commander';
import {
  type ActionState,
  actionStates,
  followUpSchema,
  meetingFieldsSchema,
} from '../../shared/domain/coordination/meeting.ts';
import { prisonDay } from '../../shared/domain/prison-clock.ts';
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
import { givenDay } from './given-day.ts';
import { readJsonFile } from './json-file.ts';
import { withVault } from './opened.ts';
import { printAnswer, printList } from './output.ts';

type OfMeeting = CoordinationOptions & { readonly id: string };
type ActionOptions = OfMeeting & {
  readonly action: string;
  readonly state: ActionState;
  readonly outcome: string;
  readonly on?: string;
};

export function meetingVerbs(program: Command): void {
  const group = program
    .command('meeting')
    .description('Meetings of agencies and their minutes (docs/coordination.md).');

  verbOf(group, 'add', 'A meeting from a JSON file.')
    .requiredOption('--file <file>', 'a file, or - for the standard input')
    .action(async ({ file, ...options }: FileOptions) => {
      const fields = await readJsonFile(file, meetingFieldsSchema);
      await withVault(options, async ({ coordination }) => {
        const { id, actions } = await coordination.meetings.create(fields);
        await printAnswer({ id, actions: actions.map((action) => action.id) }, options);
      });
    });

  verbOf(group, 'list', 'Newest first.')
    .option('--jsonl', 'a line each')
    .action(async (options: CoordinationOptions) => {
      await withVault(options, ({ coordination }) => printList(coordination.meetings.list(), options));
    });

  verbOf(group, 'show', 'One meeting with all that was said of its actions.')
    .requiredOption('--id <meeting>')
    .action(async ({ id, ...options }: OfMeeting) => {
      await withVault(options, ({ coordination }) => printAnswer(coordination.meetings.get(id), options));
    });

  verbOf(group, 'action', 'Says what became of an action.')
    .requiredOption('--id <meeting>')
    .requiredOption('--action <action>', 'identifier, or its number in the minutes')
    .addOption(new Option('--state <state>').choices(actionStates).makeOptionMandatory())
    .option('--outcome <text>', 'what came of it; wanted when it was missed or dropped', '')
    .option('--on <day>', 'the day it was settled; without one, today')
    .action(async ({ id, action: word, state, outcome, on, ...options }: ActionOptions) => {
      const settledOn = on === undefined ? prisonDay(new Date()) : givenDay(on);
      const followUp = followUpSchema.safeParse({ state, outcome, ...(state === 'open' ? {} : { settledOn }) });
      if (!followUp.success) throw new SinergiError('outcome-required');
      await withVault(options, async ({ coordination, session }) => {
        const { version, actions } = find(session.vault('coordination.write'), 'meetings', id);
        const action = actions.find((each, index) => each.id === word || String(index + 1) === word);
        if (action === undefined) throw new SinergiError('not-found', { collection: 'meetings', id: word });
        await coordination.meetings.followUp({ id, version, actionId: action.id, followUp: followUp.data });
        await printAnswer({ id, action: action.id, ...followUp.data }, options);
      });
    });

  verbOf(group, 'approve', 'The minutes stay as they are from then on.')
    .requiredOption('--id <meeting>')
    .action(async ({ id, ...options }: OfMeeting) => {
      await withVault(options, async ({ coordination, session }) => {
        const { version } = find(session.vault('coordination.write'), 'meetings', id);
        const { approved } = await coordination.meetings.approve({ id, version });
        await printAnswer({ id, approvedAt: approved?.at ?? null }, options);
      });
    });

  printVerbOf(group, 'minutes', 'The minutes as PDF.')
    .requiredOption('--id <meeting>')
    .action(async ({ id, ...options }: PrintOptions & OfMeeting) => {
      const { pages, bytes, sha256, dataSha256 } = await withVault(options, ({ documents }) =>
        documents.meetingMinutes({ id, ...copyOf(options) }),
      );
      await printAnswer({ pages, bytes, sha256, dataSha256 }, options);
    });
}
