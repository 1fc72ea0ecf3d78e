import type { Holdings } from '../../../shared/contract/retention.ts';
import { eventKinds } from '../../../shared/domain/event.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import { dueUntil } from '../../../shared/domain/retention.ts';
import { casesOf, linksOf } from '../people/people.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { classOf, monthsOf, referredTo, tracesOf } from './due.ts';

/** What the vault holds about one person. Cases and links as far as the officer who asks may know; never the sources. */
export interface HoldingsService {
  /** @throws SinergiError `not-found` */
  of(id: Id): Promise<Holdings>;
}

export function createHoldings(session: Session, now: () => Date): HoldingsService {
  return {
    async of(id) {
      const vault = session.vault('people.read');
      const person = find(vault, 'people', id);
      const visits = [...vault.visits.ofVisitor(id), ...vault.visits.ofInmate(id)].map((position) =>
        vault.visits.at(position),
      );
      const days = visits.map(({ date }) => date).sort((a, b) => (a < b ? -1 : 1));
      const rowsOfImport = new Map<Id, number>();
      const count = (importId: Id): void => void rowsOfImport.set(importId, (rowsOfImport.get(importId) ?? 0) + 1);
      for (const { importId } of visits) count(importId);
      const events = eventKinds.flatMap((kind) => {
        let found = 0;
        for (const { texts, importId } of vault.events.all(kind)) {
          if (texts['inmateId'] !== id && texts['visitorId'] !== id) continue;
          found += 1;
          count(importId);
        }
        return found === 0 ? [] : [{ kind, count: found }];
      });
      // The row a record was made from is one of those already, when the register is one of visits or events.
      const { provenance } = person;
      if (provenance.kind === 'register' && !rowsOfImport.has(provenance.importId)) count(provenance.importId);
      const { entries } = await vault.auditLog();
      const cases = casesOf(vault, id);
      const links = linksOf(vault, id);
      const recordClass = classOf(vault, person, cases.length + links.length > 0);
      const { last } = tracesOf(vault)(person);
      const today = now().toISOString().slice(0, 10);
      // Whoever is tied to something this officer must not know of is said to be neither tied nor due.
      const keeps = recordClass === 'people-unlinked' && referredTo(vault).has(id);
      return {
        person,
        enteredAt: person.createdAt,
        enteredBy: vault.officerName(person.createdBy),
        versions: person.version,
        joined: [...living(vault, 'joins')]
          .filter(({ keptId }) => keptId === id)
          .reduce((sum, { absorbedIds }) => sum + absorbedIds.length, 0),
        visits: { count: visits.length, first: days.at(0) ?? null, last: days.at(-1) ?? null },
        events,
        imports: [...rowsOfImport].map(([importId, rows]) => ({
          importId,
          fileName: vault.document.imports[importId]?.fileName ?? '',
          rows,
        })),
        cases,
        links,
        bans: [...living(vault, 'bans')].filter(({ personId }) => personId === id).length,
        readings: entries.filter(({ action, entityId }) => action === 'person.read' && entityId === id).length,
        recordClass,
        last,
        due: recordClass !== null && !keeps && last < dueUntil(today, monthsOf(vault, recordClass)),
      };
    },
  };
}
