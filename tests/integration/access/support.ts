import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { noPolicy, type PolicyStanding } from '../../../shared/domain/policy.ts';
import { createServices, type Services } from '../../../electron/services/services.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import { createHandlers } from '../../../electron/ipc/handlers.ts';
import type { Handlers } from '../../../shared/contract.ts';

export const weak = {
  kdf: localKeyDerivation,
  practice: true,
  parameters: { memoryKiB: 64, passes: 1, lanes: 1 },
} as const;
export const passphraseOf = (name: string): string => `kata sandi dari ${name}`;

/** A vault with several officers and the real services over it, one officer at a time. */
export interface Office {
  readonly services: Services;
  readonly handlers: Handlers;
  readonly folder: string;
  readonly recoveryKey: string;
  idOf(name: string): string;
  /** The one before leaves. */
  enter(name: string): Promise<void>;
  end(): Promise<void>;
}

interface Surroundings {
  /** Of the folder in which the vault lies. */
  readonly policy?: (base: string) => PolicyStanding;
  /** What every dialog that asks where to save answers; null for an officer who cancels. */
  readonly saveTo?: () => string | null;
}

export async function openOffice(
  founder: string,
  others: Readonly<Record<string, OfficerRole[]>>,
  { policy = () => noPolicy, saveTo = () => null }: Surroundings = {},
): Promise<Office> {
  const base = await mkdtemp(join(tmpdir(), 'sinergi-office-'));
  const folder = join(base, 'A.cvault');
  const passphrase = passphraseOf(founder);
  const made = await createVault({ folder, officerName: founder, passphrase, ...weak });
  const { vault, officerId } = made;
  const ids = new Map([[founder, officerId]]);
  for (const [name, roles] of Object.entries(others))
    ids.set(name, (await vault.officers.add({ name, roles, passphrase: passphraseOf(name) })).officer.id);
  await vault.close();

  const cancelled = (): Promise<null> => Promise.resolve(null);
  const ports = {
    userData: base,
    policy: policy(base),
    dialogs: { openFile: cancelled, openFolder: cancelled, saveFile: () => Promise.resolve(saveTo()) },
    workers: { path: (name: string) => `${name}.worker.cjs` },
    about: { version: '', runtime: '', demo: null },
    emit: () => undefined,
    copy: () => Promise.resolve(),
    copyPicture: () => Promise.resolve(),
    locked: () => undefined,
  };
  const services = createServices(ports);
  return {
    services,
    handlers: createHandlers(services, ports),
    folder,
    recoveryKey: made.recovery[0] ?? '',
    idOf(name) {
      const id = ids.get(name);
      if (id === undefined) throw new SinergiError('officer-unknown');
      return id;
    },
    async enter(name) {
      await services.session.end('button');
      const opened = await openVault({ folder, passphrase: passphraseOf(name), officer: name, ...weak });
      services.session.begin(opened.vault);
    },
    async end() {
      await services.session.end('quit');
      await rm(base, { recursive: true, force: true });
    },
  };
}

export const caseFields = (title: string) => ({
  title,
  marking: 'rahasia' as const,
  purpose: 'Uji',
  legalBasis: 'Uji',
  notes: '',
  reviewOn: '2027-01-01',
});

export const personFields = (name: string) => ({
  name,
  aliases: [],
  nationalIds: [],
  phones: [],
  addresses: [],
  roles: [{ kind: 'visitor' as const }],
  notes: '',
});
