import { alertKey, noticeDays } from '../../../shared/domain/alert.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

/** Something that happened or is due on a day. */
export interface DueDay {
  readonly key: string;
  readonly subject: 'watch-hit' | 'ban-ending' | 'case-review' | 'allegation-review';
  readonly due: string;
  readonly personId: string | null;
  readonly caseId: string | null;
}

const dayMs = 86_400_000;

/** The day so many days after another. */
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/**
 * Bans that end, and reviews of open cases and of suspicions in them, due within the days of notice or past. A ban that has
 * ended is told for as many days more. And the last day on which somebody watched came or was turned away. Only what the vault shows its reader is gone through.
 */
export function* dueDays(vault: Pick<VaultPort, 'document' | 'visits'>, today: string): Iterable<DueDay> {
  const [soon, lately] = [dayAfter(today, noticeDays), dayAfter(today, -noticeDays)];
  for (const { id, personId, until } of living(vault, 'bans'))
    if (until !== undefined && until <= soon && until >= lately)
      yield { key: alertKey.banEnding(id, until), subject: 'ban-ending', due: until, personId, caseId: null };
  for (const { id, personId, from, until } of living(vault, 'watches')) {
    const day = lastSeen(vault, personId, from, until);
    if (day !== null) yield { key: alertKey.watchHit(id, day), subject: 'watch-hit', due: day, personId, caseId: null };
  }
  for (const { id: caseId, status, reviewOn, members } of living(vault, 'cases')) {
    if (status !== 'open') continue;
    if (reviewOn <= soon)
      yield {
        key: alertKey.caseReview(caseId, reviewOn),
        subject: 'case-review',
        due: reviewOn,
        personId: null,
        caseId,
      };
    for (const { personId, allegation } of members) {
      const due = allegation?.reviewOn;
      if (due === undefined || due > soon) continue;
      yield {
        key: alertKey.allegationReview(caseId, personId, due),
        subject: 'allegation-review',
        due,
        personId,
        caseId,
      };
    }
  }
}

/** The last day within a time on which somebody visited, by the register and the counter. */
function lastSeen(
  vault: Pick<VaultPort, 'document' | 'visits'>,
  personId: string,
  from: string,
  until: string,
): string | null {
  let last: string | null = null;
  const see = (day: string): void => {
    if (day >= from && day <= until && (last === null || day > last)) last = day;
  };
  for (const position of vault.visits.ofVisitor(personId)) see(vault.visits.at(position).date);
  for (const visit of living(vault, 'deskVisits')) if (visit.visitorId === personId) see(visit.day);
  return last;
}
