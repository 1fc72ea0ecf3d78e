import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLongWork } from '../../../electron/services/backup/long-work.ts';
import { createRestoring } from '../../../electron/services/backup/restoring.ts';
import { createSwitching } from '../../../electron/services/backup/switching.ts';
import { boundedPorts } from '../../../electron/services/policy/bounded-ports.ts';
import type { Ports } from '../../../electron/services/ports.ts';
import { createPreferences } from '../../../electron/services/preferences.ts';
import { placesOf } from '../../../electron/services/policy/places.ts';
import { createSalvaging } from '../../../electron/services/vault/salvaging.ts';
import { createVaults } from '../../../electron/services/vault/vaults.ts';
import { anchorsIn } from '../../../electron/vault/anchor/anchor-store.ts';
import { type Policy, type PolicyFault, type PolicyStanding, noPolicy } from '../../../shared/domain/policy.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { caseFields, type Office, openOffice, passphraseOf, weak } from '../access/support.ts';
import { quick } from '../vault/support/tiny-vault.ts';

const own = { passphrase: passphraseOf('Pendiri'), officerName: 'Pendiri' };
const passphrase = 'kata sandi percobaan';
const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const outside = code('policy-vault-place');

let office: Office;
afterEach(() => office.end());

interface Given {
  readonly policy?: (base: string) => Policy;
  readonly fault?: PolicyFault;
}

/** A vault `A.cvault` beside the folders `in` and `out`, and the real services under a policy. */
async function under({ policy = () => ({}), fault }: Given) {
  const standingIn = (base: string): PolicyStanding => ({
    file: '/etc/sinergi/policy.json',
    policy: policy(base),
    fault: fault ?? null,
  });
  let target: string | null = null;
  office = await openOffice('Pendiri', {}, { policy: standingIn, saveTo: () => target });
  const base = dirname(office.folder);
  const at = (...names: string[]): string => join(base, ...names);
  await mkdir(at('in'));
  await mkdir(at('out'));
  const { session, approvals, preferences } = office.services;
  const common = {
    session,
    approvals,
    preferences,
    places: placesOf(standingIn(base)),
    ready: () => Promise.resolve(),
    opening: weak,
    longWork: createLongWork(() => undefined),
    now: () => new Date(),
  };
  return {
    at,
    saveTo: (path: string): void => {
      target = path;
    },
    vaults: createVaults({
      ...common,
      kdf: quick.kdf,
      anchors: anchorsIn(at('anchors')),
      progress: () => undefined,
    }),
    restoring: createRestoring(common),
    switching: createSwitching(common),
    salvaging: createSalvaging(common),
  };
}

type World = Awaited<ReturnType<typeof under>>;
const vaultsIn = (...names: string[]) => ({
  policy: (base: string): Policy => ({ vaultFolders: names.map((name) => join(base, name)) }),
});
const made = ({ vaults, at }: World, ...names: string[]) =>
  vaults.create({ folder: at(...names), officerName: 'Budi', passphrase });

describe('vaults', () => {
  it('are made where the policy says and nowhere else', async () => {
    const world = await under(vaultsIn('in'));
    const { at } = world;
    await expect(made(world, 'out', 'B.cvault')).rejects.toEqual(outside);
    await expect(made(world, 'in', '..', 'out', 'B.cvault')).rejects.toEqual(outside);
    await expect(made(world, 'in-too', 'B.cvault')).rejects.toEqual(outside);
    await symlink(at('out'), at('in', 'way'));
    await expect(made(world, 'in', 'way', 'new', 'B.cvault')).rejects.toEqual(outside);
    await symlink(at('out', 'later'), at('in', 'nowhere'));
    await expect(made(world, 'in', 'nowhere', 'B.cvault')).rejects.toEqual(code('permission-denied'));
    expect(await readdir(at('out'))).toEqual([]);
    await made(world, 'in', 'new', 'B.cvault');
    expect(await readdir(at('in', 'new', 'B.cvault'))).toContain('header.json');
  });

  it('are not opened, recovered, activated, read or verified elsewhere', async () => {
    const world = await under(vaultsIn('in'));
    const { at, vaults } = world;
    await made(world, 'in', 'B.cvault');
    await office.services.session.end('button');
    await cp(at('in', 'B.cvault'), at('out', 'B.cvault'), { recursive: true });
    const folder = at('out', 'B.cvault');
    const names = { officerName: 'Budi', newPassphrase: passphrase };
    await expect(vaults.open({ folder, passphrase })).rejects.toEqual(outside);
    await expect(vaults.recover({ folder, recovery: ['X'], ...names })).rejects.toEqual(outside);
    await expect(vaults.activate({ folder, invitation: 'X', ...names })).rejects.toEqual(outside);
    await expect(vaults.readRecovery({ folder, pieces: [] })).rejects.toEqual(outside);
    await expect(vaults.verify({ folder, passphrase })).rejects.toEqual(outside);
    expect(office.services.session.isUnlocked()).toBe(false);
    await expect(vaults.open({ folder: at('in', 'B.cvault'), passphrase })).resolves.toMatchObject({
      officerName: 'Budi',
    });
  });

  it('are opened by another name of the right folder, and then called by the real one', async () => {
    const world = await under(vaultsIn('in'));
    const { at, vaults } = world;
    await made(world, 'in', 'B.cvault');
    await office.services.session.end('button');
    await symlink(at('in'), at('name'));
    await vaults.open({ folder: at('name', 'B.cvault'), passphrase });
    expect((await vaults.status()).folder).toBe(at('in', 'B.cvault'));
  });

  it('may lie in a folder that the policy names by a link', async () => {
    const world = await under(vaultsIn('name'));
    await symlink(world.at('in'), world.at('name'));
    await made(world, 'in', 'B.cvault');
    expect(office.services.session.isUnlocked()).toBe(true);
  });

  it('are not opened when a part of them lies elsewhere', async () => {
    const world = await under(vaultsIn('in'));
    const { at, vaults } = world;
    await made(world, 'in', 'B.cvault');
    await office.services.session.end('button');
    await rename(at('in', 'B.cvault', 'data'), at('out', 'data'));
    await symlink(at('out', 'data'), at('in', 'B.cvault', 'data'));
    await expect(vaults.open({ folder: at('in', 'B.cvault'), passphrase })).rejects.toEqual(outside);
  });

  it('are restored, compared and salvaged only where the policy says', async () => {
    const { at, restoring, salvaging } = await under(vaultsIn('in', 'A.cvault'));
    await office.enter('Pendiri');
    const { backup } = await office.services.backups.run(at('medium'));
    const from = { from: at('medium'), backup, ...own };
    await expect(restoring.restoreInto({ ...from, into: at('out') })).rejects.toEqual(outside);
    await expect(salvaging.fromOpen(at('out'))).rejects.toEqual(outside);
    await expect(restoring.compare({ folder: at('out', 'X.cvault'), against: null, ...own })).rejects.toEqual(outside);
    const { folder } = await restoring.restoreInto({ ...from, into: at('in') });
    await restoring.compare({ folder, against: null, ...own });
    await salvaging.fromOpen(at('in'));
    await office.services.session.end('button');
    const two = { folder, against: at('out', 'X.cvault') };
    await expect(restoring.compare({ ...two, ...own })).rejects.toEqual(outside);
    const salvage = (damaged: string, out: string) =>
      salvaging.run({ folder: damaged, out, passphrase: own.passphrase, officerName: own.officerName });
    await expect(salvage(at('out', 'X.cvault'), at('in', 'S.cvault'))).rejects.toEqual(outside);
    await expect(salvage(office.folder, at('out', 'S.cvault'))).rejects.toEqual(outside);
    expect(await readdir(at('out'))).toEqual([]);
  });

  it('are not put into use or aside elsewhere', async () => {
    const { at, restoring, switching } = await under(vaultsIn('in', 'A.cvault'));
    await office.enter('Pendiri');
    const { backup } = await office.services.backups.run(at('medium'));
    const { folder } = await restoring.restoreInto({ from: at('medium'), backup, into: at('in'), ...own });
    const [restored] = await restoring.list();
    // The vault in use lies itself in the list, its neighbours do not: there is no place to put it aside.
    await expect(switching.fromInUse({ id: restored?.id ?? '', ...own })).rejects.toEqual(outside);
    expect(office.services.session.isUnlocked()).toBe(true);
    await office.services.session.end('button');
    const finish = (given: string, instead: string | null) =>
      switching.afterDisaster({ folder: given, instead, reason: 'Uji', first: own, second: null });
    await expect(finish(at('out', 'X.cvault'), null)).rejects.toEqual(outside);
    await expect(finish(folder, at('out', 'X.cvault'))).rejects.toEqual(outside);
    await expect(finish(folder, office.folder)).rejects.toEqual(outside);
    await symlink(at('out', 'X.cvault'), at('in', 'X.cvault'));
    await mkdir(at('out', 'X.cvault'));
    await expect(finish(folder, at('in', 'X.cvault'))).rejects.toEqual(outside);
    expect(await readdir(at('out'))).toEqual(['X.cvault']);
  });

  it('are not put into use when they were carried elsewhere since', async () => {
    const { at, restoring, switching } = await under(vaultsIn('.'));
    const elsewhere = await mkdtemp(join(tmpdir(), 'sinergi-elsewhere-'));
    await office.enter('Pendiri');
    const { backup } = await office.services.backups.run(at('medium'));
    const { folder } = await restoring.restoreInto({ from: at('medium'), backup, into: at('in'), ...own });
    const [restored] = await restoring.list();
    await rename(folder, join(elsewhere, 'B.cvault'));
    await symlink(join(elsewhere, 'B.cvault'), folder);
    await expect(switching.fromInUse({ id: restored?.id ?? '', ...own })).rejects.toEqual(outside);
    await rm(elsewhere, { recursive: true });
  });
});

describe('backups', () => {
  const backupsIn = { policy: (base: string): Policy => ({ backupFolders: [join(base, 'in')] }) };
  const refused = code('policy-backup-place');

  it('go where the policy says and nowhere else, also to a medium that was remembered elsewhere', async () => {
    const { at } = await under(backupsIn);
    await office.enter('Pendiri');
    const { backups, media, session } = office.services;
    await expect(backups.run(at('out'))).rejects.toEqual(refused);
    await expect(media.remember('Lain', at('out'))).rejects.toEqual(refused);
    const note = { action: 'vault.medium', entity: 'backupMedia' } as const;
    const { id } = await session
      .vault('vault.backup')
      .transact(note, (transaction) => transaction.create('backupMedia', { label: 'Lain', folder: at('out') }));
    await expect(backups.runTo(id)).rejects.toEqual(refused);
    expect(await readdir(at('out'))).toEqual([]);
    const medium = await media.remember('Lemari', at('in'));
    await expect(backups.runTo(medium.id)).resolves.toHaveProperty('generation');
  });
});

describe('copies', () => {
  const only = (...names: string[]) => ({
    policy: (base: string): Policy => ({ exportFolders: names.map((name) => join(base, name)) }),
  });

  /** Everything a page can have written that needs no thread of its own. */
  async function attempts() {
    const { handlers, services } = office;
    const file = await services.cases.create(caseFields('X'));
    const person = await services.people.create({
      name: 'Budi',
      aliases: [],
      nationalIds: [],
      phones: [],
      addresses: [],
      roles: [{ kind: 'visitor' }],
      notes: '',
    });
    await services.exchange.identity.create('Lapas Contoh');
    return [
      () => handlers['audit.export']({}),
      () => handlers['audit.printSeal']({ language: 'id' }),
      () => handlers['exchange.saveCard']({}),
      () => handlers['documents.exportData']({ caseId: file.id, table: null }),
      () => handlers['networks.export']({ caseId: file.id, format: 'graphml' }),
      () => handlers['people.saveHoldings']({ id: person.id, language: 'id' }),
      () => handlers['skills.overview']({ language: 'id' }),
      () => handlers['commitments.print']({ language: 'id' }),
      () => handlers['exchange.printRegister']({ language: 'id', from: null, until: null }),
      () => handlers['vault.saveRecoverySheet']({ piece: office.recoveryKey }),
    ];
  }

  it('are saved where the policy says and nowhere else', async () => {
    const { at, saveTo } = await under(only('in'));
    await office.enter('Pendiri');
    saveTo(at('out', 'x'));
    for (const attempt of await attempts()) await expect(attempt()).rejects.toEqual(code('policy-export-place'));
    await symlink(at('out'), at('in', 'way'));
    saveTo(at('in', 'way', 'x'));
    await expect(office.handlers['audit.export']({})).rejects.toEqual(code('policy-export-place'));
    expect(await readdir(at('out'))).toEqual([]);
    saveTo(at('in', 'audit.json'));
    await expect(office.handlers['audit.export']({})).resolves.toMatchObject({
      saved: { path: at('in', 'audit.json') },
    });
  });

  it('take the place of a link and do not go where it leads', async () => {
    const { at, saveTo } = await under(only('in'));
    await office.enter('Pendiri');
    await writeFile(at('out', 'kept'), 'as it was');
    await symlink(at('out', 'kept'), at('in', 'audit.json'));
    saveTo(at('in', 'audit.json'));
    await office.handlers['audit.export']({});
    expect(await readdir(at('out'))).toEqual(['kept']);
  });

  it('are not saved at all where the policy names no folder, and no picture goes to the clipboard', async () => {
    const { at, saveTo } = await under(only());
    await office.enter('Pendiri');
    saveTo(at('in', 'x'));
    for (const attempt of await attempts()) await expect(attempt()).rejects.toEqual(code('policy-exports-none'));
    expect(await readdir(at('in'))).toEqual([]);
  });

  it('go to the clipboard as a picture only where files may go anywhere', async () => {
    await under({});
    const copyPicture = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const png = new Uint8Array();
    for (const exportFolders of [[], ['/media']])
      await expect(portsUnder({ exportFolders }, { copyPicture }).copyPicture(png)).rejects.toEqual(
        code('policy-exports-none'),
      );
    expect(copyPicture).not.toHaveBeenCalled();
    await portsUnder({}, { copyPicture }).copyPicture(png);
    expect(copyPicture).toHaveBeenCalledOnce();
  });

  it('are offered an allowed folder first', async () => {
    await under({});
    const saveFile = vi.fn<(name: string) => Promise<null>>(nobody);
    const dialogs = { openFile: nobody, openFolder: nobody, saveFile };
    await portsUnder({ exportFolders: ['/media/a', '/media/b'] }, { dialogs }).dialogs.saveFile('X.pdf', []);
    expect(saveFile).toHaveBeenCalledWith(join('/media/a', 'X.pdf'), []);
    await portsUnder({}, { dialogs }).dialogs.saveFile('X.pdf', []);
    expect(saveFile).toHaveBeenLastCalledWith('X.pdf', []);
    await expect(portsUnder({ exportFolders: [] }, { dialogs }).dialogs.saveFile('X.pdf', [])).rejects.toEqual(
      code('policy-exports-none'),
    );
    expect(saveFile).toHaveBeenCalledTimes(2);
  });

  it('do not stop a key file, which is no copy of anything', async () => {
    const { at, saveTo } = await under(only());
    saveTo(at('out', 'Sinergi.kunci'));
    const chosen = await office.handlers['vault.chooseKeyFile']({ purpose: 'make' });
    expect(chosen.path).toBe(at('out', 'Sinergi.kunci'));
  });
});

const nobody = (): Promise<null> => Promise.resolve(null);

/** What handlers are given of a program that is around them like this. */
const portsUnder = (policy: Policy, around: Partial<Pick<Ports, 'dialogs' | 'copyPicture'>>): Ports =>
  boundedPorts({
    userData: '',
    policy: { ...noPolicy, policy },
    dialogs: { openFile: nobody, openFolder: nobody, saveFile: nobody },
    workers: { path: (name) => name },
    about: { version: '', runtime: '', demo: null },
    emit: () => undefined,
    copy: () => Promise.resolve(),
    copyPicture: () => Promise.resolve(),
    locked: () => undefined,
    ...around,
  });

describe('language and theme', () => {
  it('are what the policy fixed, and nothing else can be chosen', async () => {
    await under({ policy: () => ({ language: { value: 'en', fixed: true }, theme: { value: 'dark', fixed: true } }) });
    const { handlers } = office;
    expect(await handlers['app.preferences']({})).toMatchObject({ language: 'en', theme: 'dark' });
    await expect(handlers['app.setPreferences']({ language: 'id' })).rejects.toEqual(code('policy-fixed'));
    await expect(handlers['app.setPreferences']({ theme: 'light' })).rejects.toEqual(code('policy-fixed'));
    expect(await handlers['app.preferences']({})).toMatchObject({ language: 'en', theme: 'dark' });
  });

  it('are what the policy fixed also for who chose before it came', async () => {
    await under({});
    const folder = dirname(office.folder);
    createPreferences(folder).set({ language: 'id', theme: 'light' });
    const policy: Policy = { language: { value: 'en', fixed: true }, theme: { value: 'dark', fixed: true } };
    expect(createPreferences(folder, policy).get()).toMatchObject({ language: 'en', theme: 'dark' });
    expect(createPreferences(folder).get()).toMatchObject({ language: 'id', theme: 'light' });
  });

  it('are what the policy offers until somebody chooses', async () => {
    await under({
      policy: () => ({ language: { value: 'en', fixed: false }, theme: { value: 'dark', fixed: false } }),
    });
    const { handlers, services } = office;
    services.preferences.set({ lastVault: office.folder });
    expect(await handlers['app.preferences']({})).toMatchObject({ language: 'en', theme: 'dark' });
    await handlers['app.setPreferences']({ language: 'id' });
    expect(await handlers['app.preferences']({})).toMatchObject({ language: 'id', theme: 'dark' });
  });
});

describe('the idle lock', () => {
  const idle = async (policy: Policy, agreed: number): Promise<number> => {
    await under({ policy: () => policy });
    await office.enter('Pendiri');
    const { settings } = office.services;
    const { version } = await settings.get();
    await settings.change(version, { ...defaultSettings, idleLockSeconds: agreed });
    return settings.idleLimitSeconds();
  };

  it('is what the vault agreed on, and no longer than the policy allows', async () => {
    expect(await idle({ longestIdleLockSeconds: 120 }, 600)).toBe(120);
  });
  it('may be shorter than the policy allows', async () => {
    expect(await idle({ longestIdleLockSeconds: 120 }, 60)).toBe(60);
  });
  it('is the vault’s own without a policy', async () => {
    expect(await idle({}, 600)).toBe(600);
  });
});

describe('with a faulty policy', () => {
  it.each([
    { code: 'policy-unreadable', member: null },
    { code: 'policy-writable', member: null },
    { code: 'policy-not-json', member: null },
    { code: 'policy-member-unknown', member: 'folders' },
    { code: 'policy-value-wrong', member: 'theme.value' },
  ] as const)('no vault is opened, made or brought back: $code', async (fault) => {
    const world = await under({ fault });
    const { at, vaults, restoring, switching, salvaging } = world;
    const { folder } = office;
    const why: unknown = expect.objectContaining({
      code: fault.code,
      details: { file: '/etc/sinergi/policy.json', ...(fault.member === null ? {} : { member: fault.member }) },
    });
    const fresh = at('in', 'B.cvault');
    const names = { officerName: 'Pendiri', newPassphrase: passphrase };
    const attempts = [
      () => made(world, 'in', 'B.cvault'),
      () => vaults.open({ folder, ...own }),
      () => vaults.recover({ folder, recovery: [office.recoveryKey], ...names }),
      () => vaults.activate({ folder, invitation: 'X', ...names }),
      () => vaults.readRecovery({ folder, pieces: [] }),
      () => vaults.verify({ folder, ...own }),
      () => restoring.restore({ from: at('medium'), folder: fresh, ...own }),
      () => restoring.compare({ folder, against: folder, ...own }),
      () => switching.afterDisaster({ folder, instead: null, reason: 'Uji', first: own, second: null }),
      () => salvaging.run({ folder, out: fresh, ...own }),
      () => office.handlers['vault.open']({ folder, ...own }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toEqual(why);
    expect(office.services.session.isUnlocked()).toBe(false);
    expect(await readdir(at('in'))).toEqual([]);
    expect(await office.handlers['app.policy']({})).toMatchObject({ fault });
  });
});
