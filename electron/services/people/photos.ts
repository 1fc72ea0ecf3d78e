import { readFile, stat } from 'node:fs/promises';
import type { Id } from '../../../shared/domain/basics.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { largestPhoto, largestPicture, plainJpeg } from '../../../shared/domain/photo.ts';
import type { StoredFile } from '../../../shared/domain/stored-file.ts';
import { SinergiError, toSinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

export interface Photo {
  readonly personId: Id;
  readonly jpeg: Uint8Array<ArrayBuffer>;
}

export interface Photos {
  /** Photos of those of these people who have one that can be read. */
  of(ids: readonly Id[]): Promise<Photo[]>;
  /** Any picture, to be made into a photo where nothing else is at stake. @throws SinergiError `photo-unreadable`, `file-not-found` */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** In place of the one before. @throws SinergiError `photo-unreadable` when it is no small JPEG */
  set(personId: Id, jpeg: Uint8Array): Promise<{ undoId: string }>;
  remove(personId: Id): Promise<{ undoId: string }>;
}

type Seen = Pick<VaultPort, 'document' | 'blobs'>;

/** The newest photo of each person; of people who turned out to be one, of the one that is left. */
function photosIn(vault: Seen): ReadonlyMap<Id, StoredFile> {
  const joined = joinedPeople([...living(vault, 'joins')]);
  const newest = new Map<Id, StoredFile>();
  for (const file of living(vault, 'files')) {
    if (file.purpose !== 'photo' || file.on.collection !== 'people') continue;
    const personId = joined.get(file.on.id) ?? file.on.id;
    const known = newest.get(personId);
    if (known === undefined || known.id < file.id) newest.set(personId, file);
  }
  return newest;
}

/** @returns nothing for people without one, and for photos that are damaged: the check of the vault tells of those */
export async function photosOf(vault: Seen, ids: readonly Id[]): Promise<Photo[]> {
  const all = photosIn(vault);
  const photos: Photo[] = [];
  for (const personId of ids) {
    const file = all.get(personId);
    if (file === undefined) continue;
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of vault.blobs.open(file)) pieces.push(piece.slice());
      photos.push({ personId, jpeg: new Uint8Array(Buffer.concat(pieces)) });
    } catch (cause) {
      if (toSinergiError(cause).code !== 'attachment-damaged') throw cause;
    }
  }
  return photos;
}

export function createPhotos(session: Session, undo: Undo): Photos {
  /** Photos there are, taken away in the same step; all of them, should two officers have set one. */
  const before = (vault: Seen, personId: Id): StoredFile[] =>
    [...living(vault, 'files')].filter(
      ({ purpose, on }) => purpose === 'photo' && on.collection === 'people' && on.id === personId,
    );

  return {
    of: (ids) => photosOf(session.vault('people.read'), ids),
    async read(path) {
      try {
        if ((await stat(path)).size > largestPicture) throw new SinergiError('photo-unreadable');
        return new Uint8Array(await readFile(path));
      } catch (cause) {
        if (cause instanceof SinergiError) throw cause;
        throw new SinergiError('file-not-found', undefined, { cause });
      }
    },
    async set(personId, jpeg) {
      const vault = session.vault('people.write');
      find(vault, 'people', personId);
      const plain = jpeg.length > largestPhoto ? null : plainJpeg(jpeg);
      if (plain === null) throw new SinergiError('photo-unreadable');
      const content = await vault.blobs.add(once(plain));
      const note = { action: 'file.photo', entity: 'people', entityId: personId } as const;
      try {
        const { made, gone } = await vault.transact(note, (transaction) => ({
          gone: before(vault, personId).map(({ id, version }) => transaction.remove('files', id, version)),
          made: transaction.create('files', {
            on: { collection: 'people', id: personId },
            purpose: 'photo',
            name: 'photo.jpg',
            ...content,
          }),
        }));
        return undo.offer(async () => {
          await session.vault('people.write').transact(note, (transaction) => {
            transaction.remove('files', made.id, made.version);
            for (const { id, version } of gone) transaction.restore('files', id, version);
          });
        });
      } catch (cause) {
        await vault.blobs.drop(content);
        throw cause;
      }
    },
    async remove(personId) {
      const vault = session.vault('people.write');
      const note = { action: 'file.remove', entity: 'people', entityId: personId } as const;
      const gone = await vault.transact(note, (transaction) =>
        before(vault, personId).map(({ id, version }) => transaction.remove('files', id, version)),
      );
      return undo.offer(async () => {
        await session.vault('people.write').transact({ ...note, action: 'file.restore' }, (transaction) => {
          for (const { id, version } of gone) transaction.restore('files', id, version);
        });
      });
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
