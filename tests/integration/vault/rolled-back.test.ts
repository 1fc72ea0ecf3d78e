import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorsIn } from '../../../electron/vault/anchor/anchor-store.ts';
import { restoreVault } from '../../../electron/vault/backup/restore.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { verifyVault } from '../../../electron/vault/verifying/verify-vault.ts';
import { note, passphrase, practice, somebody } from './support/rich-vault.ts';

let base: string;
let folder: string;
/** As an attacker has put it away. */
let older: string;
let anchors: ReturnType<typeof anchorsIn>;

const options = () => ({ folder, passphrase, anchors, ...practice });
const open = () => openVault(options());
const verify = () => verifyVault(options());
const add = (vault: VaultPort, name: string) => vault.transact(note, (t) => t.create('people', somebody(name)));
const names = (vault: VaultPort) => Object.values(vault.document.people).map(({ name }) => name);

async function changing(change: (vault: VaultPort) => Promise<unknown>): Promise<void> {
  const { vault } = await open();
  await change(vault);
  await vault.close();
}
async function putBack(copy: string): Promise<void> {
  await rm(folder, { recursive: true });
  await cp(copy, folder, { recursive: true });
}
/** What opening says; verification, refusals and the open vault have to agree with it. */
async function told(): Promise<string | undefined> {
  const { vault, report } = await open();
  expect([vault.doubt, vault.readOnly]).toEqual([report.doubt, true]);
  await expect(add(vault, 'Tidak Jadi')).rejects.toMatchObject({ code: 'vault-rolled-back' });
  expect((await vault.examine({})).problems).toContainEqual({ file: 'header.json', offset: 0, code: 'rolled-back' });
  await vault.close();
  expect(await verify()).toMatchObject({ ok: false, problems: [{ file: 'header.json', code: 'rolled-back' }] });
  return report.doubt?.kind;
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-anchor-'));
  folder = join(base, 'A.cvault');
  older = join(base, 'older');
  anchors = anchorsIn(join(base, 'user-data', 'anchors'));
  const { vault } = await createVault({ officerName: 'Petugas Satu', ...options() });
  await add(vault, 'Ani Contoh');
  await vault.close();
  await cp(folder, older, { recursive: true });
});
afterEach(() => rm(base, { recursive: true, force: true }));

describe('a folder that is put back as it was', () => {
  it('is no news while it is the one last seen, however often it is opened', async () => {
    for (const name of ['Budi', 'Citra']) await changing((vault) => add(vault, name));
    await changing((vault) => vault.compact());
    await changing((vault) => vault.officers.rotate());
    const { vault, report } = await open();
    expect([report.doubt, vault.readOnly]).toEqual([undefined, false]);
    await vault.close();
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ['a change', (vault: VaultPort) => add(vault, 'Budi')],
    ['a reading', (vault: VaultPort) => vault.note({ action: 'person.read', entity: 'people' })],
    ['a folding', (vault: VaultPort) => vault.compact()],
    ['new keys', (vault: VaultPort) => vault.officers.rotate()],
  ])('is told and can only be read when it lacks %s', async (_what, change) => {
    await changing(change);
    await putBack(older);
    expect(await told()).toBe('older');
  });

  it('is told apart from one that went another way since', async () => {
    await changing((vault) => add(vault, 'Budi'));
    const elsewhere = { ...options(), folder: older, anchors: anchorsIn(join(base, 'other-workstation')) };
    const { vault } = await openVault(elsewhere);
    for (const name of ['Dewi', 'Eko', 'Fajar']) await add(vault, name);
    await vault.close();
    await putBack(older);
    expect(await told()).toBe('other-history');
  });

  it('is no news when somebody else went on with it, with new keys even', async () => {
    const elsewhere = { ...options(), anchors: anchorsIn(join(base, 'other-workstation')) };
    const { vault } = await openVault(elsewhere);
    await add(vault, 'Budi');
    await vault.officers.rotate();
    await vault.compact();
    await vault.close();
    const again = await open();
    expect(again.report.doubt).toBeUndefined();
    await again.vault.close();
  });

  it('is told after the power went in the middle of a session, too', async () => {
    const { vault } = await open();
    await add(vault, 'Budi');
    await vault.officers.rotate();
    // Nothing was closed; what was durable then is what the next start finds.
    const left = join(base, 'left');
    await cp(folder, left, { recursive: true });
    const remembered = join(base, 'remembered');
    await cp(join(base, 'user-data', 'anchors'), remembered, { recursive: true });
    await vault.close();
    anchors = anchorsIn(remembered);
    await putBack(left);
    await rm(join(folder, '.lock'));
    const again = await open();
    expect([again.report.doubt, names(again.vault)]).toEqual([undefined, ['Ani Contoh', 'Budi']]);
    await again.vault.close();
    await putBack(older);
    expect(await told()).toBe('older');
  });

  it('is taken by an administrator with a reason, which stands in the audit trail with what was done before', async () => {
    await changing((vault) => add(vault, 'Budi'));
    await putBack(older);
    const { vault } = await open();
    await vault.note({ action: 'person.read', entity: 'people' });
    await vault.accept('Dipulihkan dari cadangan 2 Maret');
    expect([vault.readOnly, vault.doubt]).toEqual([false, undefined]);
    await add(vault, 'Gita');
    const { entries, firstBad } = await vault.auditLog();
    expect(firstBad).toBeNull();
    expect(entries.slice(-3)).toMatchObject([
      { action: 'person.read' },
      { action: 'vault.accept', reason: 'Dipulihkan dari cadangan 2 Maret' },
      { action: 'test' },
    ]);
    await vault.close();
    const again = await open();
    expect([again.report.doubt, names(again.vault)]).toEqual([undefined, ['Ani Contoh', 'Gita']]);
    await expect(again.vault.accept('sekali lagi')).rejects.toMatchObject({ code: 'vault-read-only' });
    await again.vault.close();
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('is known when it was restored from a backup, until one of the two is written to', async () => {
    const out = join(base, 'medium');
    const restored = join(base, 'restored');
    await changing((vault) => vault.backup(out, 3, {}));
    await changing((vault) => vault.officers.rotate());
    await (await restoreVault({ ...options(), from: out, folder: restored })).vault.close();
    expect(await verifyVault({ ...options(), folder: restored })).toMatchObject({ ok: true });
    for (const each of [folder, restored, folder]) {
      const { vault, report } = await openVault({ ...options(), folder: each });
      expect(report.doubt).toBeUndefined();
      await vault.note({ action: 'person.read', entity: 'people' });
      await vault.close();
    }
    await changing((vault) => add(vault, 'Budi'));
    const again = await openVault({ ...options(), folder: restored });
    expect(again.report.doubt?.kind).toBe('older');
    await again.vault.close();
  });

  it('cannot be hidden by changing the note, nor is a note of another vault taken for it', async () => {
    await changing((vault) => add(vault, 'Budi'));
    const [name = ''] = await readdir(join(base, 'user-data', 'anchors'));
    const path = join(base, 'user-data', 'anchors', name);
    const sound = await readFile(path, 'utf8');
    const { vault } = await createVault({ ...options(), officerName: 'Lain', folder: join(base, 'B.cvault') });
    await vault.close();
    const other = await readFile(join(base, 'user-data', 'anchors', `${vault.vaultId}.json`), 'utf8');
    await putBack(older);
    for (const forged of [sound.replace(/"revision":\d+/, '"revision":1'), other, '', '{"magic":"sinergi-anchor"}']) {
      await writeFile(path, forged);
      expect(await told()).toBe('unreadable');
    }
  });

  it('leaves a note without a name or a word of a case', async () => {
    await changing((vault) => add(vault, 'Rahasiatama Contoh'));
    const [name = ''] = await readdir(join(base, 'user-data', 'anchors'));
    const text = await readFile(join(base, 'user-data', 'anchors', name), 'utf8');
    for (const word of ['Rahasiatama', 'Petugas', folder]) expect(text).not.toContain(word);
    expect([...text.matchAll(/"(\w+)":/g)].map(([, key]) => key)).toEqual(
      'format magic states at epoch generation heads count device head mac revision vaultId'.split(' '),
    );
  });
});
