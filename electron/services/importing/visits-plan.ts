import { parseDay } from '../../../shared/domain/indonesian-date.ts';
import { cleanNationalId } from '../../../shared/domain/national-id.ts';
import { foldName, splitAliases, tidyName } from '../../../shared/domain/person-name.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { parseTime } from '../../../shared/domain/time-of-day.ts';
import type { Visit } from '../../../shared/domain/visit.ts';
import { InmateFinder } from './inmate-finder.ts';
import type { ChangedPerson, KnownPerson, KnownVisit, NewPerson, VisitChange } from './plan.ts';
import { RowRejected } from './rejections.ts';
import { VisitColumns } from './visit-columns.ts';
import { VisitorFinder } from './visitor-finder.ts';

type Cell = (cells: readonly string[], field: string) => string;
type AsWritten = Visit['asWritten'];

/** The same visit, whatever else was corrected: day, time, queue number, inmate and visitor's name. */
export const visitKey = (
  date: string,
  time: string | null,
  queueNumber: string,
  inmate: string,
  visitorName: string,
): string => [date, time ?? '', queueNumber, inmate, foldName(visitorName)].join('|');

/** Everything else a row tells; when it differs, the register was corrected. */
export const visitContent = (relation: string, asWritten: AsWritten): string =>
  [
    relation,
    ...Object.keys(asWritten)
      .sort()
      .map((field) => Object.entries(asWritten).find(([name]) => name === field)?.[1] ?? ''),
  ].join('|');

/** Reads the visit register row by row. */
export class VisitsPlan {
  readonly columns = new VisitColumns();
  readonly corrections: VisitChange[] = [];
  readonly #inmates: InmateFinder;
  readonly #visitors: VisitorFinder;
  readonly #known = new Map<string, KnownVisit[]>();
  readonly #seen = new Map<string, number>();

  constructor(people: readonly KnownPerson[], visits: readonly KnownVisit[]) {
    this.#inmates = new InmateFinder(people);
    this.#visitors = new VisitorFinder(people);
    for (const visit of visits) {
      this.#visitors.noteVisit(visit.visitorId, visit.inmateId, visit.relation);
      const same = this.#known.get(visit.key);
      if (same === undefined) this.#known.set(visit.key, [visit]);
      else same.push(visit);
    }
  }

  get created(): NewPerson[] {
    return [...this.#inmates.created, ...this.#visitors.created()];
  }

  get changed(): ChangedPerson[] {
    return this.#visitors.changed();
  }

  /** @throws RowRejected */
  take(cells: readonly string[], row: number, cell: Cell): 'created' | 'updated' | 'unchanged' {
    const { date, time, queueNumber, relation, asWritten } = read(cells, cell);
    const { name, aliases } = splitAliases(asWritten.visitorName);
    const inmateName = splitAliases(asWritten.inmateName).name;
    const inmate = this.#inmates.find(inmateName, asWritten.registrationNumber, asWritten.cell, row);
    const key = visitKey(date, time, queueNumber, inmate, asWritten.visitorName);
    const content = visitContent(relation, asWritten);

    const whole = `${key}|${content}`;
    const earlier = this.#seen.get(whole);
    if (earlier !== undefined) throw new RowRejected('', 'duplicate-row', `Row ${earlier}.`);
    this.#seen.set(whole, row);

    const known = this.#known.get(key) ?? [];
    const same = known.findIndex((visit) => visit.content === content);
    if (same !== -1) {
      known.splice(same, 1);
      return 'unchanged';
    }
    const visitorId = this.#visitors.find(
      {
        name: tidyName(name),
        aliases,
        nationalId: cleanNationalId(asWritten.nationalId),
        phones: canonicalPhones(asWritten.phone),
        address: asWritten.address,
        inmate,
        relation,
      },
      row,
    );
    const corrected = known.shift();
    if (corrected !== undefined) {
      this.corrections.push({ visitId: corrected.id, visitor: visitorId, relation, asWritten });
      return 'updated';
    }
    this.columns.add(date, time, row, { ...asWritten, visitorId, inmateId: inmate, queueNumber, relation });
    return 'created';
  }
}

function read(cells: readonly string[], cell: Cell) {
  const writtenDate = cell(cells, 'date');
  if (writtenDate === '') throw new RowRejected('date', 'date-missing');
  const date = parseDay(writtenDate);
  if (date === null) throw new RowRejected('date', 'date-unreadable', `«${writtenDate}»`);
  const writtenTime = cell(cells, 'time');
  const time = writtenTime === '' || writtenTime === '-' ? null : parseTime(writtenTime);
  if (time === null && writtenTime !== '' && writtenTime !== '-')
    throw new RowRejected('time', 'time-unreadable', `«${writtenTime}»`);
  const asWritten = {
    visitorName: cell(cells, 'visitorName'),
    nationalId: cell(cells, 'nationalId'),
    phone: cell(cells, 'phone'),
    address: cell(cells, 'address'),
    inmateName: cell(cells, 'inmateName'),
    registrationNumber: cell(cells, 'registrationNumber'),
    cell: cell(cells, 'cell'),
  };
  if (foldName(asWritten.visitorName) === '') throw new RowRejected('visitorName', 'visitor-name-missing');
  if (asWritten.visitorName.length > 200) throw new RowRejected('visitorName', 'text-too-long');
  if (foldName(asWritten.inmateName) === '') throw new RowRejected('inmateName', 'inmate-name-missing');
  if (asWritten.registrationNumber.length > 40) throw new RowRejected('registrationNumber', 'text-too-long');
  if (asWritten.cell.length > 40) throw new RowRejected('cell', 'text-too-long');
  return { date, time, queueNumber: cell(cells, 'queueNumber'), relation: cell(cells, 'relation'), asWritten };
}
