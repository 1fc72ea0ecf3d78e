import type { ChangedPerson, KnownPerson, NewPerson } from './plan.ts';
import { type KnownEvents, storedSenders } from './stored-events.ts';
import { type KnownVisits, StoredVisits } from './stored-visits.ts';
import { newTextPools } from './visit-rows.ts';
import { VisitorFinder } from './visitor-finder.ts';
import { readVisitor, type ToldVisitor } from './visitor-reader.ts';

/**
 * Who sent goods. Registers of goods often give a name alone: then whoever is known to come to the same inmate under this
 * very name is meant, and otherwise somebody new.
 */
export class GoodsSenders {
  readonly #visitors: VisitorFinder;
  readonly #found = new Map<string, string>();

  constructor(people: readonly KnownPerson[], visits: KnownVisits, goods: KnownEvents) {
    this.#visitors = new VisitorFinder(people);
    const pools = newTextPools();
    const stored = new StoredVisits(visits, pools);
    for (let visit = 0; visit < stored.count; visit += 1) {
      const relation = pools.relation.text(stored.rows.text(stored.current(visit), 'relation'));
      this.#visitors.noteVisit(stored.visitor(visit), stored.inmate(visit), relation);
      this.#visitors.noteComing(stored.visitor(visit), stored.inmate(visit));
    }
    for (const [inmate, visitor] of storedSenders(goods, visits.joined)) this.#visitors.noteComing(visitor, inmate);
  }

  get created(): NewPerson[] {
    return this.#visitors.created();
  }

  get changed(): ChangedPerson[] {
    return this.#visitors.changed();
  }

  /** @param inmate and the answer: an identifier, or the reference of a new person */
  find(told: ToldVisitor, inmate: string, sourceRow: number): string {
    const { visitorName, nationalId, phone, address, relation } = told;
    const key = `${inmate}\n${visitorName}\n${nationalId}\n${phone}\n${address}\n${relation}`;
    const before = this.#found.get(key);
    if (before !== undefined) return before;
    const written = readVisitor(told, inmate);
    const sender = this.#visitors.find(written, sourceRow, this.#visitors.comingUnder(written));
    this.#visitors.noteComing(sender, inmate);
    this.#found.set(key, sender);
    return sender;
  }
}
