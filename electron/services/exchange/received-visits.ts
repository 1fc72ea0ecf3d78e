import type { Id } from '../../../shared/domain/basics.ts';
import type { VisitItemRow } from '../../../shared/domain/exchange/item.ts';
import type { VisitBatch } from '../../vault/port.ts';
import { textColumn } from '../importing/text-column.ts';
import { dayNumber, minuteOfDay } from '../importing/visit-numbers.ts';

/** A visit of theirs between people of ours. */
export interface ReceivedVisit extends VisitItemRow {
  readonly visitorId: Id;
  readonly inmateId: Id;
}

/** By column, as the vault stores them; rows are counted from the first. */
export function batchOfReceived(importId: Id, visits: readonly ReceivedVisit[]): VisitBatch {
  const column = (text: (visit: ReceivedVisit) => string) => textColumn(visits.map(text));
  const nothing = column(() => '');
  return {
    importId,
    length: visits.length,
    date: Int32Array.from(visits, ({ date }) => dayNumber(date)),
    time: Int16Array.from(visits, ({ time }) => minuteOfDay(time)),
    sourceRow: Int32Array.from(visits, (_, place) => place + 1),
    texts: {
      visitorId: column(({ visitorId }) => visitorId),
      inmateId: column(({ inmateId }) => inmateId),
      queueNumber: column(({ queueNumber }) => queueNumber),
      relation: column(({ relation }) => relation),
      visitorName: column(({ visitorName }) => visitorName),
      inmateName: column(({ inmateName }) => inmateName),
      registrationNumber: column(({ registrationNumber }) => registrationNumber),
      cell: column(({ cell }) => cell),
      nationalId: nothing,
      phone: nothing,
      address: nothing,
    },
  };
}
