import { type Command, InvalidArgumentError } from 'commander';
import { type Officer, type OfficerRole, officerRoles, officerRolesSchema } from '../../shared/domain/officer.ts';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';
import { askNewPassphrase, askSecret } from './passphrase.ts';

type Options = VaultOptions & OutputOptions;
type Named = Options & { readonly name: string };

/** Who may open a vault: under `vault officer`, and an officer's own passphrase and everybody's keys under `vault`. */
export function officerVerbs(vault: Command): void {
  const group = vault.command('officer').description('Who may open a vault, and as what.');
  const verb = (parent: Command, name: string, description: string): Command =>
    parent
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>', 'the officer who does it')
      .option('--json');

  verb(group, 'add', 'Add an officer; without SINERGI_NEW_PASSPHRASE an invitation code is given.')
    .requiredOption('--name <name>', "the new officer's name")
    .requiredOption('--roles <roles>', officerRoles.join(','), rolesOf)
    .action(async ({ name, roles, ...options }: Named & { roles: OfficerRole[] }) => {
      const passphrase = await askNewPassphrase('Passphrase of the new officer (empty for an invitation): ');
      const { officer, invitation } = await withVault(options, ({ officers }) =>
        officers.add({ name, roles, passphrase }),
      );
      await printAnswer({ ...described(officer), invitation }, options);
    });

  group
    .command('activate')
    .description('Set the first passphrase of an invited officer, from SINERGI_NEW_PASSPHRASE.')
    .requiredOption('--vault <folder>')
    .requiredOption('--name <name>', "the invited officer's name")
    .requiredOption('--code <code>', 'the invitation code')
    .option('--json')
    .action(async ({ vault: folder, name, code, ...options }: Named & { code: string }) => {
      const newPassphrase = await askSecret('SINERGI_NEW_PASSPHRASE', 'New passphrase: ');
      const officer = await withServices(async ({ vaults, officers }) => {
        await vaults.activate({ folder, officerName: name, invitation: code, newPassphrase });
        return officers.named(name);
      });
      await printAnswer(described(officer), options);
    });

  verb(group, 'roles', "Change an officer's roles.")
    .requiredOption('--name <name>')
    .requiredOption('--roles <roles>', officerRoles.join(','), rolesOf)
    .action(async ({ name, roles, ...options }: Named & { roles: OfficerRole[] }) => {
      const officer = await withVault(options, ({ officers }) => officers.setRoles(officers.named(name).id, roles));
      await printAnswer(described(officer), options);
    });

  verb(group, 'disable', 'Shut an officer out; everybody else gets new keys without a new passphrase.')
    .requiredOption('--name <name>')
    .action(async ({ name, ...options }: Named) => {
      const officer = await withVault(options, ({ officers }) => officers.disable(officers.named(name).id));
      await printAnswer(described(officer), options);
    });

  verb(group, 'list', 'Every officer the vault has had.')
    .option('--jsonl', 'a line each')
    .action(async (options: Options) => {
      await withVault(options, ({ officers }) =>
        printList(
          officers.list().map(({ id, name, roles, status }) => ({ id, name, roles, status })),
          options,
        ),
      );
    });

  verb(vault, 'passphrase', "Change one's own passphrase to SINERGI_NEW_PASSPHRASE.").action(
    async (options: Options) => {
      const before = await askSecret('SINERGI_PASSPHRASE', 'Passphrase: ');
      const after = await askSecret('SINERGI_NEW_PASSPHRASE', 'New passphrase: ');
      await withVault({ ...options, passphrase: before }, ({ officers }) => officers.changePassphrase(before, after));
      await printAnswer({ changed: true }, options);
    },
  );

  verb(vault, 'rotate', 'New keys for the vault; what is stored is sealed anew.').action(async (options: Options) => {
    const { generation } = await withVault(options, async ({ officers, vaults }) => {
      await officers.rotate();
      return await vaults.info();
    });
    await printAnswer({ rotated: true, generation }, options);
  });

  vault
    .command('recover')
    .description("Set an officer's passphrase to SINERGI_NEW_PASSPHRASE by the recovery key, SINERGI_RECOVERY_KEY.")
    .requiredOption('--vault <folder>')
    .option('--as <name>', 'the officer, needed once there are several')
    .option('--json')
    .action(async ({ vault: folder, as, ...options }: Options) => {
      const recoveryKey = await askSecret('SINERGI_RECOVERY_KEY', 'Recovery key: ');
      const newPassphrase = await askSecret('SINERGI_NEW_PASSPHRASE', 'New passphrase: ');
      const { officerName } = await withServices(({ vaults }) =>
        vaults.recover({ folder, recoveryKey, newPassphrase, ...(as === undefined ? {} : { officerName: as }) }),
      );
      await printAnswer({ changed: true, officer: officerName }, options);
    });
}

const described = ({ id, name, roles, status }: Officer) => ({ officerId: id, name, roles, status });

function rolesOf(value: string): OfficerRole[] {
  const parsed = officerRolesSchema.safeParse(value.split(',').map((role) => role.trim()));
  if (!parsed.success) throw new InvalidArgumentError(`one or more of ${officerRoles.join(', ')}`);
  return parsed.data;
}
