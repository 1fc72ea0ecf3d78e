import { type Command, InvalidArgumentError } from 'commander';
import { type Officer, type OfficerRole, officerRoles, officerRolesSchema } from '../../shared/domain/officer.ts';
import { withServices, withVault, type VaultOptions } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';
import { askNewPassphrase, askSecret } from './passphrase.ts';
import { askRecovery } from './recovery.ts';

type Options = VaultOptions & OutputOptions;
type Named = Options & { readonly name: string };
type Activating = Named & { readonly code: string; readonly newKeyFile?: string };
type Changing = Options & { readonly newKeyFile?: string; readonly withoutKeyFile?: boolean };

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
    .option('--new-key-file <path>', 'also ask for a key file, which is made there')
    .option('--json')
    .action(async ({ vault: folder, name, code, newKeyFile, ...options }: Activating) => {
      const newPassphrase = await askSecret('SINERGI_NEW_PASSPHRASE', 'New passphrase: ');
      const officer = await withServices(async ({ vaults, officers }) => {
        await vaults.activate({ folder, officerName: name, invitation: code, newPassphrase, keyFile: newKeyFile });
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

  verb(vault, 'passphrase', "Change one's own passphrase to SINERGI_NEW_PASSPHRASE.")
    .option('--new-key-file <path>', 'ask for a key file from now on, which is made there')
    .option('--without-key-file', 'ask for no key file from now on')
    .action(async ({ newKeyFile, withoutKeyFile, ...options }: Changing) => {
      const before = await askSecret('SINERGI_PASSPHRASE', 'Passphrase: ');
      const after = await askSecret('SINERGI_NEW_PASSPHRASE', 'New passphrase: ');
      const { keyFile } = options;
      const made =
        newKeyFile === undefined
          ? ({ kind: withoutKeyFile === true ? 'none' : 'same' } as const)
          : ({ kind: 'make', path: newKeyFile } as const);
      await withVault({ ...options, passphrase: before }, ({ officers }) =>
        officers.changePassphrase({ before, keyFile, after, newKeyFile: made }),
      );
      await printAnswer({ changed: true }, options);
    });

  verb(vault, 'rotate', 'New keys for the vault; what is stored is sealed anew.').action(async (options: Options) => {
    const { generation } = await withVault(options, async ({ officers, vaults }) => {
      await officers.rotate();
      return await vaults.info();
    });
    await printAnswer({ rotated: true, generation }, options);
  });

  vault
    .command('recover')
    .description(
      "Set an officer's passphrase to SINERGI_NEW_PASSPHRASE by SINERGI_RECOVERY_KEY: the key, or shares with commas between.",
    )
    .requiredOption('--vault <folder>')
    .option('--as <name>', 'the officer, needed once there are several')
    .option('--json')
    .action(async ({ vault: folder, as, ...options }: Options) => {
      const { officerName } = await withServices(async ({ vaults }) => {
        const recovery = await askRecovery(vaults, folder);
        const newPassphrase = await askSecret('SINERGI_NEW_PASSPHRASE', 'New passphrase: ');
        return vaults.recover({ folder, recovery, newPassphrase, ...(as === undefined ? {} : { officerName: as }) });
      });
      await printAnswer({ changed: true, officer: officerName }, options);
    });
}

const described = ({ id, name, roles, status }: Officer) => ({ officerId: id, name, roles, status });

function rolesOf(value: string): OfficerRole[] {
  const parsed = officerRolesSchema.safeParse(value.split(',').map((role) => role.trim()));
  if (!parsed.success) throw new InvalidArgumentError(`one or more of ${officerRoles.join(', ')}`);
  return parsed.data;
}
