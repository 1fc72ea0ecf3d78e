import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreVault } from '../../../electron/vault/backup/restore.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { type Disk, nodeFiles } from '../../../electron/vault/store/files.ts';
import { verifyVault } from '../../../electron/vault/verifying/verify-vault.ts';
import type { StoredContent } from '../../../shared/domain/stored-file.ts';
import { diskWith } from './support/faulty-disk.ts';
import { attach, contentOf, note, passphrase, practice, somebody } from './support/rich-vault.ts';

let base: string;
let folder: string;
let vault: VaultPort;
let personId: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-blobs-'));
  folder = join(base, 'A.cvault');
  ({ vault } = await createVault({ folder, officerName: 'Petugas Satu', passphrase, ...practice }));
  personId = (await vault.transact(note, (t) => t.create('people', somebody('Ani Contoh')))).id;
});
afterEach(async () => {
  await vault.close();
  await rm(base, { recursive: true, force: true });
});

async function bytesOf(content: StoredContent, from: VaultPort = vault): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of from.blobs.open(content)) pieces.push(piece.slice());
  return Buffer.concat(pieces);
}
const inPieces = (bytes: Uint8Array, length: number): Readable =>
  Readable.from(
    (function* () {
      for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
    })(),
  );
const pathOf = ({ blob }: StoredContent): string => join(folder, 'blobs', `${blob?.file ?? ''}.blob`);
const blobsOnDisk = (): Promise<string[]> => readdir(join(folder, 'blobs'));
const reopen = async (): Promise<void> => {
  await vault.close();
  ({ vault } = await openVault({ folder, passphrase, ...practice }));
};
const chunk = 64 * 1024;

describe('a file in the vault', () => {
  it('comes out as it went in, whatever its bytes, its length and the pieces it came in', async () => {
    const length = fc.oneof(
      fc.constantFrom(0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 2 * chunk + 1),
      fc.nat(3 * chunk),
    );
    await fc.assert(
      fc.asyncProperty(length, fc.integer({ min: 1, max: 2 * chunk }), async (size, piece) => {
        const bytes = randomBytes(size);
        const content = await vault.blobs.add(inPieces(bytes, Math.max(piece, size >> 5)));
        expect(content.bytes).toBe(size);
        expect(content.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect((await bytesOf(content)).equals(bytes)).toBe(true);
        const shows = size >= 24 && (await readFile(pathOf(content))).includes(bytes.subarray(0, 24));
        expect(shows).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('is refused when one byte of it is flipped, when it is cut off, lengthened or gone, or when two changed places', async () => {
    const one = await vault.blobs.add(inPieces(randomBytes(chunk + 300), chunk));
    const other = await vault.blobs.add(inPieces(randomBytes(chunk + 300), chunk));
    const [sealed, otherSealed] = [await readFile(pathOf(one)), await readFile(pathOf(other))];
    const refused = async (changed: Uint8Array | undefined): Promise<void> => {
      if (changed === undefined) await rm(pathOf(one));
      else await writeFile(pathOf(one), changed);
      await expect(bytesOf(one)).rejects.toMatchObject({ code: 'attachment-damaged' });
    };
    const last = sealed.length - 1;
    for (const offset of [...Array(100).keys(), 200, 30_000, chunk + 300, chunk + 350, chunk + 430, last - 16, last]) {
      const changed = Buffer.from(sealed);
      changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8));
      await refused(changed);
    }
    const firstFrame = 80 + 4 + sealed.readUInt32BE(80);
    for (const length of [0, 79, 80, 84, firstFrame, last]) await refused(sealed.subarray(0, length));
    await refused(Buffer.concat([sealed, sealed.subarray(80)]));
    await refused(Buffer.concat([sealed, Buffer.of(0)]));
    await refused(otherSealed);
    await refused(Buffer.concat([sealed.subarray(0, firstFrame), otherSealed.subarray(firstFrame)]));
    await refused(undefined);
    await writeFile(pathOf(one), sealed);
    expect((await bytesOf(one)).length).toBe(chunk + 300);
  });

  it('is found damaged by a check of the vault, which a backup then refuses; a salvage keeps what was known of it', async () => {
    const sound = await attach(vault, personId, 'surat utuh');
    const lost = await attach(vault, personId, 'surat rusak');
    const bytes = await readFile(pathOf(lost));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(pathOf(lost), bytes);
    const { problems } = await vault.examine({});
    expect(problems).toEqual([{ file: `blobs/${lost.blob?.file}.blob`, offset: 80, code: 'forged' }]);
    await expect(vault.backup(join(base, 'medium'), 3, {})).rejects.toMatchObject({ code: 'backup-source-damaged' });

    const out = join(base, 'B.cvault');
    const report = await vault.salvage(out, {});
    expect(report.lost).toMatchObject([{ file: `blobs/${lost.blob?.file}.blob`, meaning: 'files' }]);
    const { vault: again } = await openVault({ folder: out, passphrase, ...practice });
    expect(await contentOf(again, sound)).toBe('surat utuh');
    const kept = again.document.files[lost.id];
    expect([kept?.sha256, kept?.blob]).toEqual([lost.sha256, undefined]);
    await again.close();
    expect((await verifyVault({ folder: out, passphrase, ...practice })).ok).toBe(true);
  });

  it('goes along into a backup and out of it, also when it is larger than one object', async () => {
    const bytes = randomBytes(17 * 1024 * 1024);
    const content = await vault.blobs.add(inPieces(bytes, 1024 * 1024));
    await vault.transact(note, (t) =>
      t.create('files', {
        on: { collection: 'people', id: personId },
        purpose: 'attachment',
        name: 'rekaman.mp4',
        ...content,
      }),
    );
    const medium = join(base, 'medium');
    await vault.backup(medium, 3, {});
    expect((await vault.backup(medium, 3, {})).copiedBytes).toBeLessThan(100_000);
    const restored = await restoreVault({ from: medium, folder: join(base, 'C.cvault'), passphrase, ...practice });
    expect((await bytesOf(content, restored.vault)).equals(bytes)).toBe(true);
    await restored.vault.close();
  });

  it('stays through new keys and folding, and while its record is removed; it goes with the record that is erased', async () => {
    const kept = await attach(vault, personId, 'tetap');
    const gone = await attach(vault, personId, 'hapus');
    await vault.officers.rotate();
    await vault.compact();
    await vault.transact(note, (t) => t.remove('files', gone.id, 1));
    await vault.compact();
    await reopen();
    expect(await contentOf(vault, gone)).toBe('hapus');
    await vault.erase(note, (t) => t.erase('files', gone.id));
    expect(await blobsOnDisk()).toEqual([`${kept.blob?.file}.blob`]);
    await expect(bytesOf(gone)).rejects.toMatchObject({ code: 'attachment-damaged' });
    expect((await vault.examine({})).problems).toEqual([]);
    await reopen();
    expect(await contentOf(vault, kept)).toBe('tetap');
  });

  it('leaves nothing when it was given up, nor when the program ended before a record named it', async () => {
    const stop = new AbortController();
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let pieces = 0; ; pieces += 1) {
        if (pieces === 3) stop.abort();
        yield await Promise.resolve(randomBytes(chunk));
      }
    }
    await expect(vault.blobs.add(endless(), stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await blobsOnDisk()).toEqual([]);
    const named = await attach(vault, personId, 'dicatat');
    await vault.blobs.add(inPieces(randomBytes(10), 10));
    const dropped = await vault.blobs.add(inPieces(randomBytes(10), 10));
    await vault.blobs.drop(dropped);
    await vault.blobs.drop(named);
    expect(await blobsOnDisk()).toHaveLength(2);
    await reopen();
    expect(await blobsOnDisk()).toEqual([`${named.blob?.file}.blob`]);
  });

  it('says that the disk is full, and takes back what it had written', async () => {
    const disk = diskWith(base);
    const place = join(base, 'D.cvault');
    await mkdir(place);
    let full = false;
    const limited: Disk = {
      open: async (path, flags) => {
        const handle = await disk.open(path, flags);
        if (!path.endsWith('.blob')) return handle;
        return {
          ...handle,
          appendFile: (bytes) =>
            full ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : handle.appendFile(bytes),
        };
      },
      mkdir: (path) => disk.mkdir(path),
      readdir: (path) => disk.readdir(path),
      readFile: (path) => disk.readFile(path),
      stat: (path) => disk.stat(path),
      rename: (from, to) => disk.rename(from, to),
      rm: (path) => disk.rm(path),
      rmdir: (path) => disk.rmdir(path),
    };
    const made = await createVault({
      folder: place,
      officerName: 'Satu',
      passphrase,
      files: nodeFiles(limited),
      ...practice,
    });
    async function* filling(): AsyncGenerator<Uint8Array> {
      yield randomBytes(2 * chunk);
      full = true;
      yield await Promise.resolve(randomBytes(2 * chunk));
    }
    await expect(made.vault.blobs.add(filling())).rejects.toMatchObject({ code: 'disk-full' });
    expect(disk.paths().filter((path) => path.endsWith('.blob'))).toEqual([]);
    full = false;
    expect((await made.vault.blobs.add(inPieces(Buffer.from('lagi'), 4))).bytes).toBe(4);
    await made.vault.close();
  });
});
