import type { Command } from 'commander';
import { dateSchema, timeSchema } from '../../shared/domain/basics.ts';
import { prisonDay, prisonTime } from '../../shared/domain/prison-clock.ts';
import { inmateRole } from '../../shared/domain/person.ts';
import { SinergiError } from '../../shared/errors.ts';
import { living } from '../services/records.ts';
import type { Services } from '../services/services.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

interface EnterOptions extends VaultOptions, OutputOptions {
  readonly inmate: string;
  readonly visitor: string;
  readonly day?: string;
  readonly time?: string;
  readonly relation: string;
  readonly goods: string;
  readonly turnAway?: string;
  readonly cardChecked?: true;
}

export function deskVerbs(program: Command): void {
  const group = program.command('desk').description('Visits as they are entered at the counter.');

  group
    .command('enter')
    .description('Lets a visitor in, or turns them away with a reason; somebody banned is not let in.')
    .requiredOption('--vault <folder>')
    .requiredOption('--inmate <id>', 'identifier or registration number')
    .requiredOption('--visitor <id>')
    .option('--day <day>', 'today when left out')
    .option('--time <time>', 'now when left out')
    .option('--relation <text>', '', '')
    .option('--goods <text>', 'what was brought', '')
    .option('--card-checked', 'the identity card was compared with whoever is likely the same and banned')
    .option('--turn-away <reason>')
    .option('--as <name>')
    .option('--json')
    .action(
      async ({ inmate, visitor, day, time, relation, goods, turnAway, cardChecked, ...options }: EnterOptions) => {
        const when = {
          day: checked(dateSchema, day ?? prisonDay(new Date())),
          timeIn: checked(timeSchema, time ?? prisonTime(new Date()).slice(11, 16)),
        };
        await withVault(options, async (services) => {
          const entered = await services.desk.enter({
            visitor: { id: visitor },
            inmateId: inmateNamed(services, inmate),
            ...when,
            relation,
            goods,
            outcome: turnAway === undefined ? 'admitted' : 'turned-away',
            reason: turnAway ?? '',
            cardChecked: cardChecked === true,
          });
          const { id, outcome } = entered;
          await printAnswer({ id, outcome, ...when }, options);
        });
      },
    );

  group
    .command('check')
    .description('What the counter must know before a visitor goes in.')
    .requiredOption('--vault <folder>')
    .requiredOption('--visitor <id>')
    .option('--day <day>', 'today when left out')
    .option('--as <name>')
    .option('--json')
    .action(async ({ visitor, day, ...options }: VaultOptions & OutputOptions & { visitor: string; day?: string }) => {
      const on = checked(dateSchema, day ?? prisonDay(new Date()));
      await withVault(options, async ({ desk }) => {
        const { bans, watches, inside } = await desk.check({ visitor: { id: visitor }, inmateId: null, day: on });
        await printAnswer({ bans, watches, inside }, options);
      });
    });

  group
    .command('list')
    .requiredOption('--vault <folder>')
    .option('--day <day>', 'today when left out')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ day, ...options }: VaultOptions & OutputOptions & { day?: string }) => {
      const on = checked(dateSchema, day ?? prisonDay(new Date()));
      await withVault(options, ({ desk }) =>
        printList(
          desk.list(on).map(({ visit: { id, timeIn, timeOut, visitorId, inmateId, outcome, reason, filed } }) => ({
            id,
            timeIn,
            timeOut,
            visitorId,
            inmateId,
            outcome,
            reason,
            visit: filed ?? null,
          })),
          options,
        ),
      );
    });
}

function inmateNamed({ session }: Services, written: string): string {
  const plain = (text: string): string => text.replace(/[^\p{Letter}\p{Number}]/gu, '').toUpperCase();
  for (const person of living(session.vault('visits.enter'), 'people'))
    if (person.id === written || plain(inmateRole(person)?.registrationNumber ?? '') === plain(written))
      return person.id;
  throw new SinergiError('not-found', { collection: 'people', id: written });
}

function checked(schema: typeof dateSchema | typeof timeSchema, written: string): string {
  const { data } = schema.safeParse(written);
  if (data === undefined) throw new SinergiError('invalid-input', { fields: [written] });
  return data;
}
