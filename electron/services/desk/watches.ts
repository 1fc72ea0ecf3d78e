import type { Output } from '../../../shared/contract.ts';
import type { WatchRow } from '../../../shared/contract/desk.ts';
import { may } from '../../../shared/domain/access.ts';
import type { Watch, WatchFields } from '../../../shared/domain/watch.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

export interface Watches {
  list(personId: string | null): Output<'watches.list'>;
  /** @throws SinergiError `dates-reversed`, `not-found` */
  create(fields: WatchFields): Promise<Watch>;
  end(id: string, version: number): Promise<{ undoId: string }>;
}

/** Why somebody is watched, for those who may know of the case it comes from. */
export function reasonShown(session: Session, { reason, caseId }: Watch): Pick<WatchRow, 'reason' | 'caseNumber'> {
  if (caseId === undefined) return { reason, caseNumber: null };
  const vault: Pick<VaultPort, 'document'> | null = may(session.vault('people.read').actor.roles, 'cases.read')
    ? session.vault('cases.read')
    : null;
  const file = vault?.document.cases[caseId];
  return file === undefined ? { reason: null, caseNumber: null } : { reason, caseNumber: file.number };
}

export function createWatches(session: Session, undo: Undo): Watches {
  return {
    list(personId) {
      const vault = session.vault('people.read');
      return [...living(vault, 'watches')]
        .filter((watch) => personId === null || watch.personId === personId)
        .sort((a, b) => (a.until === b.until ? (a.id < b.id ? 1 : -1) : a.until < b.until ? 1 : -1))
        .map((watch) => {
          const { id, version, from, until, instruction, note, createdBy } = watch;
          const person = { id: watch.personId, name: vault.document.people[watch.personId]?.name ?? '' };
          const byName = vault.officerName(createdBy);
          return { id, version, person, from, until, instruction, note, byName, ...reasonShown(session, watch) };
        });
    },
    async create(fields) {
      const vault = session.vault('watches.write');
      find(session.vault('people.read'), 'people', fields.personId);
      if (fields.caseId !== undefined) find(session.vault('cases.read'), 'cases', fields.caseId);
      if (fields.until < fields.from) throw new SinergiError('dates-reversed');
      return await vault.transact({ action: 'watch.create', entity: 'watches' }, (transaction) =>
        transaction.create('watches', fields),
      );
    },
    async end(id, version) {
      const note = { action: 'watch.end', entity: 'watches', entityId: id } as const;
      const ended = await session
        .vault('watches.write')
        .transact(note, (transaction) => transaction.remove('watches', id, version));
      return undo.offer(async () => {
        await session
          .vault('watches.write')
          .transact({ ...note, action: 'watch.create' }, (transaction) =>
            transaction.restore('watches', id, ended.version),
          );
      });
    },
  };
}
