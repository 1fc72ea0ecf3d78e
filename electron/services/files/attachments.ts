import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileRow } from '../../../shared/contract/files.ts';
import type { Verb } from '../../../shared/domain/access.ts';
import { actionBar } from '../../../shared/domain/exchange/origin.ts';
import type { FileOwner, StoredFile } from '../../../shared/domain/stored-file.ts';
import { SinergiError, toSinergiError } from '../../../shared/errors.ts';
import type { Approvals, ReleaseAct } from '../approvals/approvals.ts';
import { type LongWork, watched } from '../backup/long-work.ts';
import { saveFile } from '../documents/save-file.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

export type On = StoredFile['on'];

export interface Attachments {
  /** What the file was called. @throws SinergiError `not-found` */
  nameOf(id: string): string;
  /** Oldest first. */
  list(on: On): FileRow[];
  /**
   * Takes in a file from the disk as it is.
   *
   * @throws SinergiError `file-not-found`, `file-unreadable`, `attachment-too-large`, `disk-full`, `cancelled`
   */
  attach(on: On, path: string): Promise<FileRow>;
  remove(id: string, version: number): Promise<{ undoId: string }>;
  /** Reads the content through and says whether it is what was taken in. */
  verify(id: string): Promise<{ readonly sha256: string; readonly sound: boolean }>;
  /** A copy outside the vault, which nothing seals. @throws SinergiError `approval-required`, `attachment-damaged`, and as `saveFile` */
  saveCopy(id: string, path: string): Promise<void>;
}

interface Verbs {
  readonly read: Verb;
  readonly write: Verb;
  readonly copy: Verb;
}
const verbsOf = {
  people: { read: 'people.read', write: 'people.write', copy: 'cases.export' },
  exhibits: { read: 'cases.read', write: 'cases.write', copy: 'cases.export' },
  reports: { read: 'reports.read', write: 'reports.write', copy: 'reports.print' },
  receivedItems: { read: 'exchange.receive', write: 'exchange.receive', copy: 'exchange.receive' },
} as const satisfies Record<FileOwner, Verbs>;

/** Whether the content of a file is what was taken in. @throws SinergiError `disk-failed`, `locked` */
export async function isSound(vault: Pick<GuardedVault, 'blobs'>, file: StoredFile): Promise<boolean> {
  const digest = createHash('sha256');
  try {
    for await (const piece of vault.blobs.open(file)) digest.update(piece);
  } catch (cause) {
    if (toSinergiError(cause).code === 'attachment-damaged') return false;
    throw cause;
  }
  return digest.digest('hex') === file.sha256;
}

export const filesOn = (vault: Pick<GuardedVault, 'document'>, { collection, id }: On): readonly StoredFile[] =>
  [...living(vault, 'files')]
    .filter(({ on, purpose }) => on.collection === collection && on.id === id && purpose === 'attachment')
    .sort((one, other) => (one.id < other.id ? -1 : 1));

interface AttachmentsOptions {
  readonly session: Session;
  readonly undo: Undo;
  readonly approvals: Pick<Approvals, 'forRelease' | 'use'>;
  readonly work: LongWork;
}

export function createAttachments({ session, undo, approvals, work }: AttachmentsOptions): Attachments {
  const rowOf = (vault: GuardedVault, file: StoredFile): FileRow => ({
    id: file.id,
    version: file.version,
    name: file.name,
    bytes: file.bytes,
    sha256: file.sha256,
    addedAt: file.createdAt,
    addedBy: vault.officerName(file.createdBy),
    lost: file.blob === undefined,
  });

  /** The file, and the vault for what is to be done with it. */
  function fileFor(id: string, what: keyof Verbs) {
    const { on } = find(session.vault('own.session'), 'files', id);
    const vault = session.vault(verbsOf[on.collection][what]);
    find(vault, on.collection, on.id);
    return { vault, file: find(vault, 'files', id) };
  }

  /** What a report says is fixed once it was handed over, and what came in a package as it came. */
  function requireOpen(vault: GuardedVault, on: On): void {
    if (on.collection === 'receivedItems') throw new SinergiError('item-depends');
    if (on.collection !== 'reports') return;
    const report = find(vault, 'reports', on.id);
    if (report.state !== 'draft') throw new SinergiError('report-state', { state: report.state });
    if (report.author !== vault.actor.officerId) throw new SinergiError('report-not-own');
  }

  return {
    nameOf: (id) => fileFor(id, 'copy').file.name,
    list(on) {
      const vault = session.vault(verbsOf[on.collection].read);
      find(vault, on.collection, on.id);
      return filesOn(vault, on).map((file) => rowOf(vault, file));
    },
    async attach(on, path) {
      const vault = session.vault(verbsOf[on.collection].write);
      find(vault, on.collection, on.id);
      requireOpen(vault, on);
      const size = await sizeOf(path);
      const content = await work.run('file', 'reading', (watch) =>
        vault.blobs.add(watched(readFrom(path), size, watch), watch.signal),
      );
      try {
        const made = await vault.transact({ action: 'file.add', entity: 'files' }, (transaction) =>
          transaction.create('files', { on, purpose: 'attachment', name: nameAt(path), ...content }),
        );
        return rowOf(vault, made);
      } catch (cause) {
        await vault.blobs.drop(content);
        throw cause;
      }
    },
    async remove(id, version) {
      const { vault, file } = fileFor(id, 'write');
      requireOpen(vault, file.on);
      const removed = await vault.transact({ action: 'file.remove', entity: 'files', entityId: id }, (transaction) =>
        transaction.remove('files', id, version),
      );
      return undo.offer(async () => {
        const again = session.vault(verbsOf[file.on.collection].write);
        await again.transact({ action: 'file.restore', entity: 'files', entityId: id }, (transaction) =>
          transaction.restore('files', id, removed.version),
        );
      });
    },
    async verify(id) {
      const { vault, file } = fileFor(id, 'read');
      const sound = await work.run('file', 'checking', (watch) =>
        isSound(
          { blobs: { ...vault.blobs, open: (content) => watched(vault.blobs.open(content), file.bytes, watch) } },
          file,
        ),
      );
      const reason = JSON.stringify({ sha256: file.sha256, sound });
      await vault.note({ action: 'file.verify', entity: 'files', entityId: id, reason });
      return { sha256: file.sha256, sound };
    },
    async saveCopy(id, path) {
      const { vault, file } = fileFor(id, 'copy');
      requireUsable(file);
      const act = releaseOf(vault, file.on);
      const approval = act === undefined ? null : approvals.forRelease(vault, act).approval;
      const reason = JSON.stringify({ sha256: file.sha256, ...(approval === null ? {} : { approval: approval.id }) });
      await vault.note({ action: 'file.copy-out', entity: 'files', entityId: id, reason });
      await approvals.use(approval);
      await work.run('file', 'copying', (watch) => saveFile(path, watched(vault.blobs.open(file), file.bytes, watch)));
    },
  };
}

const nameAt = (path: string): string => basename(path).slice(-255).trim() || '-';

/** Bytes of a file that may not be there; reading it says so. */
async function sizeOf(path: string): Promise<number> {
  const there = await stat(path).catch(() => null);
  return there?.size ?? 0;
}

async function* readFrom(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      if (piece instanceof Uint8Array) yield piece;
    }
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw new SinergiError(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', undefined, { cause });
  }
}

/** What waits in quarantine, and what its originator has not agreed to action upon, stays inside. */
function requireUsable({ on, origins = [] }: StoredFile): void {
  if (on.collection === 'receivedItems') throw new SinergiError('item-depends');
  const barring = origins.find((origin) => origin.whole && actionBar(origin) !== null);
  if (barring !== undefined) throw new SinergiError('originator-agreement', { agency: barring.agency });
}

/** As marked as what the file hangs on. */
function releaseOf(vault: GuardedVault, { collection, id }: On): ReleaseAct | undefined {
  if (collection === 'reports')
    return { kind: 'release-report', reportId: id, marking: find(vault, 'reports', id).marking, copy: 'attachment' };
  if (collection === 'people' || collection === 'receivedItems') return undefined;
  const { caseId } = find(vault, 'exhibits', id);
  return { kind: 'release-case', caseId, marking: find(vault, 'cases', caseId).marking, copy: 'attachment' };
}
