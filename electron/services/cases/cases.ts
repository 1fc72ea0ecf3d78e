import type { Input, Output } from '../../../shared/contract.ts';
import type { CaseRow } from '../../../shared/contract/cases.ts';
import type { Case, CaseFields, Member } from '../../../shared/domain/case.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { nextCaseNumber } from './case-number.ts';
import { chartsOfCase } from './charts.ts';
import { linksOfCase } from './links.ts';
import { visitPairs } from './visit-pairs.ts';

export interface Cases {
  list(): CaseRow[];
  get(id: string): Output<'cases.get'>;
  create(fields: CaseFields): Promise<Case>;
  change(id: string, version: number, fields: CaseFields): Promise<Case>;
  remove(id: string, version: number): Promise<{ undoId: string }>;
  addMember(input: Input<'cases.addMember'>): Promise<Case>;
  changeMember(input: Input<'cases.changeMember'>): Promise<Case>;
  removeMembers(input: Input<'cases.removeMembers'>): Promise<{ undoId: string }>;
  /** @throws SinergiError `officer-unknown` for somebody who cannot open the vault */
  setOfficers(id: string, version: number, officers: readonly string[]): Promise<Case>;
}

export function createCases(session: Session, undo: Undo, now: () => Date): Cases {
  async function setMembers(file: Case, version: number, members: Member[], action: string): Promise<Case> {
    return await session
      .vault('cases.write')
      .transact({ action, entity: 'cases', entityId: file.id }, (transaction) =>
        transaction.change('cases', file.id, version, { members }),
      );
  }

  return {
    list() {
      const vault = session.vault('cases.read');
      const links = new Map<string, number>();
      for (const link of living(vault, 'links')) links.set(link.caseId, (links.get(link.caseId) ?? 0) + 1);
      return [...living(vault, 'cases')].map((file) => ({
        id: file.id,
        number: file.number,
        title: file.title,
        marking: file.marking,
        status: file.status,
        members: file.members.length,
        links: links.get(file.id) ?? 0,
        reviewOn: file.reviewOn,
        changedAt: file.changedAt,
      }));
    },
    get(id) {
      const vault = session.vault('cases.read');
      const file = find(vault, 'cases', id);
      const people = file.members.flatMap((member) => vault.document.people[member.personId] ?? []);
      return {
        file,
        people,
        links: linksOfCase(vault, id),
        ...chartsOfCase(vault, id),
        visitPairs: visitPairs(vault, new Set(file.members.map((member) => member.personId))),
      };
    },
    async create(fields) {
      const vault = session.vault('cases.create');
      return await vault.transact({ action: 'case.create', entity: 'cases' }, (transaction) =>
        transaction.create('cases', {
          ...fields,
          number: nextCaseNumber(vault, now()),
          status: 'open',
          members: [],
        }),
      );
    },
    async change(id, version, fields) {
      find(session.vault('cases.write'), 'cases', id);
      return await session
        .vault('cases.write')
        .transact({ action: 'case.change', entity: 'cases', entityId: id }, (transaction) =>
          transaction.change('cases', id, version, fields),
        );
    },
    async remove(id, version) {
      const vault = session.vault('cases.remove');
      find(vault, 'cases', id);
      const removed = await vault.transact({ action: 'case.remove', entity: 'cases', entityId: id }, (transaction) =>
        transaction.remove('cases', id, version),
      );
      return undo.offer(async () => {
        await session
          .vault('cases.remove')
          .transact({ action: 'case.restore', entity: 'cases', entityId: id }, (transaction) =>
            transaction.restore('cases', id, removed.version),
          );
      });
    },
    async addMember({ id, version, ...member }) {
      const vault = session.vault('cases.write');
      const file = find(vault, 'cases', id);
      find(vault, 'people', member.personId);
      if (file.members.some((present) => present.personId === member.personId)) throw new SinergiError('member-exists');
      const added: Member = { ...member, addedAt: now().toISOString(), addedBy: vault.actor.officerId };
      return await setMembers(file, version, [...file.members, added], 'case.add-member');
    },
    async changeMember({ id, version, ...member }) {
      const file = find(session.vault('cases.write'), 'cases', id);
      if (!file.members.some((present) => present.personId === member.personId)) throw new SinergiError('not-found');
      const members = file.members.map((present) =>
        present.personId === member.personId
          ? {
              ...member,
              addedAt: present.addedAt,
              addedBy: present.addedBy,
              ...(present.findings === undefined ? {} : { findings: present.findings }),
            }
          : present,
      );
      return await setMembers(file, version, members, 'case.change-member');
    },
    async removeMembers({ id, version, personIds }) {
      const vault = session.vault('cases.write');
      const file = find(vault, 'cases', id);
      const gone = new Set(personIds);
      const removed = file.members.filter(({ personId }) => gone.has(personId));
      if (removed.length !== gone.size) throw new SinergiError('not-found');
      const links = linksOfCase(vault, id).filter((link) => gone.has(link.from) || gone.has(link.to));
      const note = { action: 'case.remove-member', entity: 'cases', entityId: id } as const;
      const removedLinks = await vault.transact(note, (transaction) => {
        const members = file.members.filter(({ personId }) => !gone.has(personId));
        transaction.change('cases', id, version, { members });
        return links.map((link) => transaction.remove('links', link.id, link.version));
      });
      return undo.offer(async () => {
        const current = find(session.vault('cases.write'), 'cases', id);
        const present = new Set(current.members.map(({ personId }) => personId));
        const missing = removed.filter(({ personId }) => !present.has(personId));
        const bringBack = (transaction: Transaction): void => {
          if (missing.length > 0)
            transaction.change('cases', id, current.version, { members: [...current.members, ...missing] });
          for (const link of removedLinks) transaction.restore('links', link.id, link.version);
        };
        await session.vault('cases.write').transact({ ...note, action: 'case.restore-member' }, bringBack);
      });
    },
    async setOfficers(id, version, officers) {
      const vault = session.vault('cases.officers');
      find(vault, 'cases', id);
      const able = new Set(vault.officers.list().flatMap((each) => (each.status === 'disabled' ? [] : [each.id])));
      const distinct = [...new Set(officers)];
      if (distinct.length === 0) throw new SinergiError('invalid-input', { field: 'officers' });
      if (!distinct.every((officer) => able.has(officer))) throw new SinergiError('officer-unknown');
      return await vault.transact({ action: 'case.officers', entity: 'cases', entityId: id }, (transaction) =>
        transaction.change('cases', id, version, { officers: distinct }),
      );
    },
  };
}
