import { alertKey, noticeDays, type SeenIn } from '../../../shared/domain/alert.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import { watchHits } from './watch-hits.ts';

/** Something that happened or is due on a day. */
export interface DueDay {
  readonly key: string;
  readonly subject: 'watch-hit' | 'ban-ending' | 'case-review' | 'allegation-review';
  readonly due: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  /** Of a watch. */
  readonly seenIn?: SeenIn;
}

const dayMs = 86_400_000;

/** The day so many days after another. */
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/**
 * Bans that end, and reviews of open cases and of suspicions in them, due within the days of notice or past. A ban that has
 * ended is told for as many days more. And the last day on which somebody watched was seen. Only what the vault shows its
 * reader is gone through.
 */
export function* dueDays(vault: Pick<VaultPort, 'document' | 'visits' | 'events'>, today: string): Iterable<DueDay> {
  const [soon, lately] = [dayAfter(today, noticeDays), dayAfter(today, -noticeDays)];
  for (const { id, personId, until } of living(vault, 'bans'))
    if (until !== undefined && until <= soon && until >= lately)
      yield { key: alertKey.banEnding(id, until), subject: 'ban-ending', due: until, personId, caseId: null };
  const watches = [...living(vault, 'watches')];
  const hits = watchHits(vault, watches);
  for (const { id, personId } of watches) {
    const hit = hits.get(id);
    if (hit === undefined) continue;
    const { day, seenIn } = hit;
    yield { key: alertKey.watchHit(id, day), subject: 'watch-hit', due: day, personId, caseId: null, seenIn };
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
