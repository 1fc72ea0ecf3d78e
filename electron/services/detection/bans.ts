import type { Input, Output } from '../../../shared/contract.ts';
import type { Ban } from '../../../shared/domain/ban.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

export interface Bans {
  list(personId: string | null): Output<'bans.list'>;
  /** @throws SinergiError `dates-reversed`, `not-found` */
  create(fields: Input<'bans.create'>): Promise<Ban>;
  lift(id: string, version: number): Promise<{ undoId: string }>;
}

export function createBans(session: Session, undo: Undo): Bans {
  return {
    list(personId) {
      const vault = session.vault('people.read');
      return [...living(vault, 'bans')]
        .filter((ban) => personId === null || ban.personId === personId)
        .map((ban) => ({
          ban,
          personName: vault.document.people[ban.personId]?.name ?? '',
          byName: vault.officerName(ban.createdBy),
        }))
        .sort((a, b) => (a.ban.id < b.ban.id ? 1 : -1));
    },
    async create(fields) {
      const vault = session.vault('bans.write');
      const person = find(session.vault('people.read'), 'people', fields.personId);
      if (fields.until !== undefined && fields.until < fields.from) throw new SinergiError('dates-reversed');
      return await vault.transact({ action: 'ban.create', entity: 'bans' }, (transaction) =>
        transaction.create('bans', { ...fields, personId: person.id }),
      );
    },
    async lift(id, version) {
      const note = { action: 'ban.lift', entity: 'bans', entityId: id } as const;
      const lifted = await session
        .vault('bans.write')
        .transact(note, (transaction) => transaction.remove('bans', id, version));
      return undo.offer(async () => {
        await session
          .vault('bans.write')
          .transact({ ...note, action: 'ban.create' }, (transaction) =>
            transaction.restore('bans', id, lifted.version),
          );
      });
    },
  };
}
