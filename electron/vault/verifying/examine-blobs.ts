import { type StoredFile, storedFileSchema } from '../../../shared/domain/stored-file.ts';
import { type Problem, problemCodes } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { blobChunk } from '../format/constants.ts';
import type { JournalTransaction, Operation } from '../format/journal.ts';
import { readBlob } from '../store/blob-keeper.ts';
import type { Source } from '../store/reading.ts';
import type { Examination } from './examination.ts';

/** Follows which blobs are part of the vault: those a record of a snapshot names, and what the journals did since. */
export class NamedBlobs {
  readonly #byRecord = new Map<string, Pick<StoredFile, 'blob' | 'bytes' | 'sha256'>>();

  takeIn(records: Readonly<Record<string, StoredFile>>): void {
    for (const [id, record] of Object.entries(records)) this.#byRecord.set(id, record);
  }

  follow({ operations }: Pick<JournalTransaction, 'operations'>): void {
    for (const { collection, id, kind, set } of operations) {
      if (collection !== 'files') continue;
      if (kind === 'erase') this.#byRecord.delete(id);
      const content = kind === 'create' ? contentIn(set) : undefined;
      if (content !== undefined) this.#byRecord.set(id, content);
    }
  }

  get all(): readonly Pick<StoredFile, 'blob' | 'bytes' | 'sha256'>[] {
    return [...this.#byRecord.values()].filter(({ blob }) => blob !== undefined);
  }
}

const contentSchema = storedFileSchema.pick({ bytes: true, sha256: true, blob: true });
const contentIn = (set: Operation['set']) =>
  contentSchema.safeParse({ bytes: set['bytes'], sha256: set['sha256'], blob: set['blob'] }).data;

/** Reads every blob through, and holds it against what its record says. @returns the paths that have to be there */
export async function examineBlobs(
  examination: Examination,
  { files, paths, body }: Source,
  named: NamedBlobs,
): Promise<readonly string[]> {
  examination.expect(named.all.length);
  for (const content of named.all) {
    const path = paths.blob(content.blob?.file ?? '');
    try {
      for await (const _piece of readBlob({ files, paths }, body.vaultId, content)) examination.goOn();
      examination.countFile();
      examination.countFrames(Math.max(1, Math.ceil(content.bytes / blobChunk)));
    } catch (cause) {
      if (!(cause instanceof SinergiError) || cause.code === 'cancelled') throw cause;
      const { offset, problem } = cause.details ?? {};
      const code: Problem['code'] = problemCodes.find((known) => known === problem) ?? 'unreadable';
      examination.problem(path, typeof offset === 'number' ? offset : 0, code);
    }
  }
  return named.all.map(({ blob }) => paths.blob(blob?.file ?? ''));
}
