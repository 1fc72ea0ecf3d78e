import { officeOfRelation, type VisitFacts } from '../registers.ts';

/** A visitor's or inmate's rows, by number of the person. */
export interface VisitView {
  readonly facts: VisitFacts;
  /** Rows by visitor, lawyers and clergy left out unless they are asked for. */
  readonly byVisitor: ReadonlyMap<number, readonly number[]>;
  readonly byInmate: ReadonlyMap<number, readonly number[]>;
  /** Rows by moment: day and minute; rows without a time have none. */
  readonly byMoment: ReadonlyMap<number, readonly number[]>;
  /** Lawyers and clergy who are not asked for. */
  readonly left: ReadonlySet<string>;
  readonly rowId: (row: number) => string;
  readonly person: (number: number) => string;
}

const minutesInDay = 1440;

/** @param offices identifiers of lawyers and clergy as their records say; a row's relation says so too */
export function viewVisits(facts: VisitFacts, offices: ReadonlySet<string>, withOffices: boolean): VisitView {
  const left = new Set<number>();
  if (!withOffices) {
    const officeRelations = facts.relations.map((relation) => officeOfRelation(relation) !== null);
    facts.people.forEach((id, number) => {
      if (offices.has(id)) left.add(number);
    });
    for (let row = 0; row < facts.length; row += 1)
      if (officeRelations[facts.relation[row] ?? -1] === true) left.add(facts.visitor[row] ?? -1);
  }
  const byVisitor = new Map<number, number[]>();
  const byInmate = new Map<number, number[]>();
  const byMoment = new Map<number, number[]>();
  const put = (index: Map<number, number[]>, key: number, row: number): void => {
    const rows = index.get(key);
    if (rows === undefined) index.set(key, [row]);
    else rows.push(row);
  };
  for (let row = 0; row < facts.length; row += 1) {
    const visitor = facts.visitor[row] ?? -1;
    if (left.has(visitor)) continue;
    put(byVisitor, visitor, row);
    put(byInmate, facts.inmate[row] ?? -1, row);
    const time = facts.time[row] ?? -1;
    if (time >= 0) put(byMoment, (facts.date[row] ?? 0) * minutesInDay + time, row);
  }
  return {
    facts,
    byVisitor,
    byInmate,
    byMoment,
    left: new Set([...(withOffices ? [] : offices), ...[...left].map((number) => facts.people[number] ?? '')]),
    rowId: (row) => `${facts.imports[facts.importOf[row] ?? -1] ?? ''}:${facts.sourceRow[row] ?? 0}`,
    person: (number) => facts.people[number] ?? '',
  };
}

export const distinct = (column: Int32Array, rows: readonly number[]): readonly number[] => [
  ...new Set(rows.map((row) => column[row] ?? -1)),
];
