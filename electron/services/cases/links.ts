import type { Link, LinkFields } from '../../../shared/domain/link.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

export interface Links {
  create(caseId: string, fields: LinkFields): Promise<Link>;
  change(id: string, version: number, fields: LinkFields): Promise<Link>;
  remove(id: string, version: number): Promise<{ undoId: string }>;
}

export function linksOfCase(vault: VaultPort, caseId: string): Link[] {
  return [...living(vault, 'links')].filter((link) => link.caseId === caseId);
}

/** A link of a case joins two of its members. */
function requireMembers(vault: VaultPort, caseId: string, fields: Pick<LinkFields, 'from' | 'to'>): void {
  const members = new Set(find(vault, 'cases', caseId).members.map((member) => member.personId));
  if (!members.has(fields.from) || !members.has(fields.to)) throw new SinergiError('link-not-member');
}

export function createLinks(session: Session, undo: Undo): Links {
  return {
    async create(caseId, fields) {
      const vault = session.vault('cases.write');
      requireMembers(vault, caseId, fields);
      return await vault.transact({ action: 'link.create', entity: 'cases', entityId: caseId }, (transaction) =>
        transaction.create('links', { ...fields, caseId }),
      );
    },
    async change(id, version, fields) {
      const vault = session.vault('cases.write');
      requireMembers(vault, find(vault, 'links', id).caseId, fields);
      // An optional date that the form left out is a date the officer emptied.
      const complete = { since: undefined, until: undefined, ...fields };
      return await vault.transact({ action: 'link.change', entity: 'links', entityId: id }, (transaction) =>
        transaction.change('links', id, version, complete),
      );
    },
    async remove(id, version) {
      const vault = session.vault('cases.write');
      find(vault, 'links', id);
      const removed = await vault.transact({ action: 'link.remove', entity: 'links', entityId: id }, (transaction) =>
        transaction.remove('links', id, version),
      );
      return undo.offer(async () => {
        requireMembers(session.vault('cases.write'), removed.caseId, removed);
        await session
          .vault('cases.write')
          .transact({ action: 'link.restore', entity: 'links', entityId: id }, (transaction) =>
            transaction.restore('links', id, removed.version),
          );
      });
    },
  };
}
