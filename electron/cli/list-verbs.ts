import type { Command } from 'commander';
import { eventKinds } from '../../shared/domain/event.ts';
import { inmateRole } from '../../shared/domain/person.ts';
import { listedEvents } from '../services/importing/event-listing.ts';
import { find, living } from '../services/records.ts';
import type { Services } from '../services/services.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { peopleVerbs } from './people-verbs.ts';
import { type OutputOptions, printList } from './output.ts';

export function listVerbs(program: Command): void {
  program
    .command('visits')
    .description('Visits of a vault.')
    .command('list')
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: VaultOptions & OutputOptions) => {
      await withVault(options, (services) => printList(visits(services), options));
    });

  for (const kind of eventKinds)
    program
      .command(kind)
      .description(`The register of ${kind} of a vault.`)
      .command('list')
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json', 'one array')
      .option('--jsonl', 'a line each')
      .action(async (options: VaultOptions & OutputOptions) => {
        await withVault(options, ({ session }) => printList(listedEvents(session.vault('visits.read'), kind), options));
      });

  program
    .command('staff')
    .description('The staff roster of a vault, for who looks after integrity.')
    .command('list')
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: VaultOptions & OutputOptions) => {
      await withVault(options, (services) => printList(staff(services), options));
    });

  const people = program.command('people').description('People of a vault.');
  peopleVerbs(people);
  people
    .command('list')
    .requiredOption('--vault <folder>')
    .option('--search <text>', 'forgives spelling')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ search, ...options }: VaultOptions & OutputOptions & { search?: string }) => {
      await withVault(options, async (services) => {
        await services.reads.everybody();
        await printList(await peopleFound(services, search ?? ''), options);
      });
    });
}

function* staff({ session }: Services): Iterable<object> {
  for (const member of living(session.vault('staff.read'), 'staff')) {
    const { id, name, employeeNumber, position, unit, nationalId, phones, address } = member;
    yield { id, name, employeeNumber, position, unit, nationalId, phones, address };
  }
}

function* visits({ session }: Services): Iterable<object> {
  for (const { id, sourceRow, date, time, visitorId, inmateId, relation } of session.vault('visits.read').visits.all())
    yield { id, sourceRow, date, time, visitorId, inmateId, relation };
}

async function peopleFound({ people: service, session }: Services, text: string): Promise<readonly object[]> {
  const limit = 500;
  const found: object[] = [];
  for (let offset = 0; ; offset += limit) {
    const sort = text === '' ? 'name' : 'relevance';
    const { total, rows } = await service.search({ text, role: null, sort, descending: false, offset, limit });
    for (const row of rows) {
      const person = find(session.vault('people.read'), 'people', row.id);
      found.push({
        id: person.id,
        name: person.name,
        roles: row.roles,
        registrationNumber: inmateRole(person)?.registrationNumber ?? null,
        nationalId: person.nationalIds[0] ?? null,
        phones: person.phones,
      });
    }
    if (offset + limit >= total) return found;
  }
}
