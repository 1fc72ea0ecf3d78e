import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SalvageReport } from '../../../shared/domain/salvage.ts';
import { openVaultWithRecoveryKey } from '../../../electron/vault/officers/recover-officer.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { salvageVault } from '../../../electron/vault/salvage/salvage-vault.ts';
import { verifyVault } from '../../../electron/vault/verifying/verify-vault.ts';
import { makeRichVault, note, passphrase, practice, somebody } from './support/rich-vault.ts';
import { seenIn } from './support/tiny-vault.ts';

let base: string;
let sound: string;
let whole: readonly string[];
let recoveryKey: string;
let made = 0;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-salvage-'));
  sound = join(base, 'Sound.cvault');
  ({ recoveryKey } = await makeRichVault(sound));
  const { vault } = await openVault({ folder: sound, passphrase, ...practice });
  whole = seenIn(vault);
  await vault.close();
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function bytesOfAll(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.sort().map(async (path) => `${path} ${(await readFile(path)).toString('hex')}`),
  );
  return contents.join('\n');
}

/** Of several snapshots or journals the newest comes first: identifiers grow with time. */
async function filesOf(folder: string, inner: string, ending: string): Promise<readonly string[]> {
  const names = (await readdir(join(folder, inner))).filter((name) => name.endsWith(ending));
  return names
    .toSorted()
    .toReversed()
    .map((name) => join(folder, inner, name));
}
async function flip(path: string | undefined, offset = 120): Promise<void> {
  const bytes = await readFile(path ?? '');
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  await writeFile(path ?? '', bytes);
}

interface Salvaged {
  readonly report: SalvageReport;
  readonly folder: string;
  readonly seen: readonly string[];
  readonly vault: VaultPort;
}

/** Damages a copy, salvages it, and holds what came of it to what any whole vault has to be. */
async function salvaged(
  harm: (folder: string) => Promise<void>,
  look: (found: Salvaged) => Promise<void>,
): Promise<void> {
  made += 1;
  const damaged = join(base, `damaged-${made}.cvault`);
  const out = join(base, `salvaged-${made}.cvault`);
  await cp(sound, damaged, { recursive: true });
  await harm(damaged);
  const before = await bytesOfAll(damaged);
  const report = await salvageVault({ folder: damaged, out, passphrase, ...practice });
  expect(await bytesOfAll(damaged)).toBe(before);
  expect(await verifyVault({ folder: out, passphrase, ...practice })).toMatchObject({ ok: true, problems: [] });
  const { vault, report: opening } = await openVault({ folder: out, passphrase, ...practice });
  try {
    expect([opening.readOnlyBecause, vault.readOnly]).toEqual([undefined, false]);
    const { firstBad, entries, gaps } = await vault.auditLog();
    expect([firstBad, gaps]).toEqual([null, report.audit.gaps]);
    expect(entries.at(-1)).toMatchObject({ action: 'vault.salvage' });
    await look({ report, folder: out, seen: seenIn(vault), vault });
    await vault.transact(note, (t) => t.create('people', somebody('Sesudah penyelamatan')));
  } finally {
    await vault.close();
  }
}
const meanings = ({ lost }: SalvageReport): readonly string[] => lost.map(({ meaning }) => meaning);

describe('salvaging a damaged vault', () => {
  it('brings everything over from one that is whole', () =>
    salvaged(
      () => Promise.resolve(),
      async ({ report, seen }) => {
        expect(seen).toEqual(whole);
        expect(report).toMatchObject({ lost: [], unnamed: 0, audit: { lost: 0, gaps: 0 } });
      },
    ));

  it('keeps officers, passphrases and the recovery key', () =>
    salvaged(
      (folder) => flip(join(folder, 'header.json'), 40),
      async ({ report, seen, folder }) => {
        expect(seen).toEqual(whole);
        expect(report.lost).toMatchObject([{ file: 'header.json', code: 'header-damaged', meaning: 'nothing' }]);
        const copy = join(base, 'recovered.cvault');
        await cp(folder, copy, { recursive: true });
        await rm(join(copy, '.lock'));
        const newPassphrase = 'kata sandi yang baru';
        const again = await openVaultWithRecoveryKey({
          folder: copy,
          recovery: [recoveryKey],
          newPassphrase,
          ...practice,
        });
        expect(again.vault.actor.name).toBe('Petugas Satu');
        await again.vault.close();
      },
    ));

  it('loses nothing to a damaged snapshot: the generation before leads to the same', () =>
    salvaged(
      async (folder) => flip((await filesOf(folder, 'data', '.snap'))[0]),
      async ({ report, seen }) => {
        expect(seen).toEqual(whole);
        expect(meanings(report)).toEqual(['nothing']);
      },
    ));

  it('says which months are lost with a segment, and has them from the pieces where they are still there', () =>
    salvaged(
      async (folder) => {
        for (const path of await filesOf(folder, 'segments', '.seg')) {
          const bytes = await readFile(path);
          // The merged month, its pieces being intact, and the single later one.
          if (bytes.readUInt32BE(44) === 2) await flip(path);
        }
      },
      async ({ report, vault }) => {
        const lost = report.lost.filter(({ meaning }) => meaning === 'visits');
        expect(lost).toMatchObject([{ code: 'forged', months: ['2026-03'], rows: 3, frames: 1 }]);
        expect(meanings(report).filter((meaning) => meaning === 'nothing')).toHaveLength(1);
        expect(vault.visits.length).toBe(24);
      },
    ));

  it('goes on behind a damaged entry of the journal, and tells what was lost there', () =>
    salvaged(
      async (folder) => flip((await filesOf(folder, 'data', '.jrnl'))[0]),
      async ({ report, seen }) => {
        expect(report.lost).toMatchObject([{ code: 'forged', meaning: 'changes', frames: 1 }]);
        expect(seen.length).toBeGreaterThan(whole.length / 2);
        expect(report.audit).toMatchObject({ lost: 0, gaps: 0 });
      },
    ));

  it('keeps authentic visits when both snapshots are gone, and says that their import is not known any more', () =>
    salvaged(
      async (folder) => {
        for (const path of await filesOf(folder, 'data', '.snap')) await rm(path);
      },
      async ({ report, vault }) => {
        // The journals since the first snapshot hold every record.
        expect(report.people).toBeGreaterThan(0);
        expect(vault.visits.length).toBe(27);
        expect(meanings(report)).toContain('records');
      },
    ));

  it('keeps the trail on both sides of a damaged entry; what is missing is signed for', () =>
    salvaged(
      async (folder) => {
        const [log = ''] = await filesOf(folder, 'audit', '.alog');
        const bytes = await readFile(log);
        // The journals hold entries of changes; the last is of an export and stands nowhere else.
        const last = lastFrame(bytes);
        await flip(log, last + 20);
      },
      async ({ report, vault }) => {
        expect(report.audit).toMatchObject({ lost: 1, gaps: 1 });
        const { entries } = await vault.auditLog();
        const before = entries.at(-2);
        expect([before?.sequence, entries.at(-1)?.sequence]).toEqual([report.audit.kept, report.audit.kept + 2]);
      },
    ));

  it('is stopped when asked, and leaves nothing behind', async () => {
    const before = await readdir(base);
    const stop = new AbortController();
    const out = join(base, 'stopped.cvault');
    const seen: number[] = [];
    const progress = (done: number, total: number): void => {
      seen.push(done / total);
      if (done / total > 0.6) stop.abort();
    };
    const stopped = salvageVault({ folder: sound, out, passphrase, ...practice, signal: stop.signal, progress });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen.at(-1)).toBeLessThan(1);
    expect(await readdir(base)).toEqual(before);
  });

  it('is refused where something is, inside the vault, and to who may not', async () => {
    const order = { folder: sound, passphrase, ...practice };
    await expect(salvageVault({ ...order, out: sound })).rejects.toMatchObject({ code: 'backup-inside' });
    await expect(salvageVault({ ...order, out: base })).rejects.toMatchObject({ code: 'vault-exists' });
    const refused = salvageVault({ ...order, out: join(base, 'x.cvault'), maySalvage: () => false });
    await expect(refused).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('of a vault that is open for reading needs no passphrase', async () => {
    const damaged = join(base, 'open.cvault');
    await cp(sound, damaged, { recursive: true });
    await flip((await filesOf(damaged, 'data', '.jrnl'))[0]);
    const { vault } = await openVault({ folder: damaged, passphrase, ...practice });
    expect(vault.readOnly).toBe(true);
    const out = join(base, 'from-open.cvault');
    expect(meanings(await vault.salvage(out, {}))).toEqual(['changes']);
    const seen = seenIn(vault);
    await vault.close();
    const again = await openVault({ folder: out, passphrase, ...practice });
    expect(seenIn(again.vault)).toEqual(seen);
    await again.vault.close();
  });
});

function lastFrame(bytes: Buffer): number {
  let offset = 80;
  for (let next = offset; next < bytes.length; next += 4 + bytes.readUInt32BE(next)) offset = next;
  return offset;
}
