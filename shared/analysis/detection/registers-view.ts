import type { KnownIdentity } from '../identity/profiles.ts';
import type { EventFacts, VisitFacts } from '../registers.ts';

export interface BannedPerson {
  readonly id: string;
  readonly personId: string;
  /** Days as `2026-03-02`; without `until` the ban holds. */
  readonly from: string;
  readonly until?: string | undefined;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  readonly phones: readonly string[];
  readonly address: string;
}

export interface DetectionInput {
  readonly visits: VisitFacts;
  readonly goods: EventFacts;
  readonly calls: EventFacts;
  readonly finds: EventFacts;
  readonly moves: EventFacts;
  readonly people: readonly KnownIdentity[];
  /** Cell of each inmate, as the inmate register has it. */
  readonly cells: ReadonlyMap<string, string>;
  readonly bans: readonly BannedPerson[];
  /** Null for whoever may not see the roster. */
  readonly staff: readonly StaffMember[] | null;
  /** Identifiers of lawyers and clergy. */
  readonly offices: ReadonlySet<string>;
  readonly withOffices: boolean;
  readonly withFamilies: boolean;
}

export const rowIdOf = (
  { imports, importOf, sourceRow }: Pick<EventFacts, 'imports' | 'importOf' | 'sourceRow'>,
  row: number,
): string => `${imports[importOf[row] ?? -1] ?? ''}:${sourceRow[row] ?? 0}`;

/** Puts a value under a key of an index of lists. */
export function put<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}

/** Who came to or sent something to whom on which day: visits and deposits alike. */
export interface Comings {
  readonly length: number;
  /** Numbers into `people`. */
  readonly who: Int32Array;
  readonly inmate: Int32Array;
  readonly day: Int32Array;
  readonly people: readonly string[];
  readonly byWho: ReadonlyMap<number, readonly number[]>;
  readonly byInmate: ReadonlyMap<number, readonly number[]>;
  readonly rowId: (coming: number) => string;
}

/**
 * @param left people who are not looked at: lawyers and clergy, unless they are asked for
 * @param goods null counts visits alone, `visits` null deposits alone
 */
export function comingsOf(visits: VisitFacts | null, goods: EventFacts | null, left: ReadonlySet<string>): Comings {
  const people: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, people.length);
    return people.push(id) - 1;
  };
  const [visited, sent] = [visits?.length ?? 0, goods?.length ?? 0];
  const most = visited + sent;
  const [who, inmate, day, row] = [
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
  ];
  const byWho = new Map<number, number[]>();
  const byInmate = new Map<number, number[]>();
  let length = 0;
  const take = (
    facts: Pick<EventFacts, 'length' | 'visitor' | 'inmate' | 'date' | 'people'>,
    code: (at: number) => number,
  ): void => {
    const own = Int32Array.from(facts.people, numberOf);
    const isLeft = facts.people.map((id) => left.has(id));
    for (let at = 0; at < facts.length; at += 1) {
      const [visitor = -1, of = -1] = [facts.visitor[at], facts.inmate[at]];
      if (visitor < 0 || of < 0 || isLeft[visitor] === true) continue;
      who[length] = own[visitor] ?? 0;
      inmate[length] = own[of] ?? 0;
      day[length] = facts.date[at] ?? 0;
      row[length] = code(at);
      put(byWho, who[length] ?? 0, length);
      put(byInmate, inmate[length] ?? 0, length);
      length += 1;
    }
  };
  if (visits !== null) take(visits, (at) => at);
  // Rows of goods count backwards from −1.
  if (goods !== null) take(goods, (at) => -1 - at);
  const rowId = (coming: number): string => {
    const at = row[coming] ?? 0;
    if (at >= 0) return visits === null ? '' : rowIdOf(visits, at);
    return goods === null ? '' : rowIdOf(goods, -1 - at);
  };
  return { length, who, inmate, day, people, byWho, byInmate, rowId };
}
