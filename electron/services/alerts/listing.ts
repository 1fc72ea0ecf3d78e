import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import type { AlertRow, AlertState } from '../../../shared/contract/alerts.ts';
import { type Alert, type AlertAct, alertKey } from '../../../shared/domain/alert.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { VaultPort } from '../../vault/port.ts';
import { findingRow } from '../detection/detection.ts';
import { living } from '../records.ts';
import { dueDays } from './due-days.ts';

/** The last word on an alert, if there is one. */
export function actOf(vault: Pick<VaultPort, 'document'>, key: string): AlertAct | undefined {
  for (const act of living(vault, 'alertActs')) if (act.key === key) return act;
  return undefined;
}

/** A kept finding as a run would give it, with people who were joined since called by whom they were joined to. */
export function findingOf(vault: Pick<VaultPort, 'document'>, alert: Alert): Finding {
  const joined = joinedPeople(living(vault, 'joins'));
  const now = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => joined.get(id) ?? id))];
  const { id, kind, score, expected, observed, rows, values } = alert;
  return { id, kind, people: now(alert.people), inmates: now(alert.inmates), score, expected, observed, rows, values };
}

const order = { 'watch-hit': -1, 'ban-ending': 0, 'allegation-review': 1, 'case-review': 2, finding: 3 } as const;

/**
 * All that calls or called for attention: days that are due first, the nearest before, then findings, the one chance explains
 * worst before.
 *
 * @param cases the vault as whoever reads it may see cases; null for somebody who sees none
 */
export function alertsIn(vault: VaultPort, cases: VaultPort | null, today: string): readonly AlertRow[] {
  const acts = new Map([...living(vault, 'alertActs')].map((act) => [act.key, act]));
  const dismissals = new Map([...living(vault, 'dismissals')].map((each) => [each.findingId, each]));
  const fileOf = (id: string | undefined | null): AlertRow['file'] => {
    const file = id === undefined || id === null ? undefined : cases?.document.cases[id];
    return file === undefined || file.removed !== undefined
      ? null
      : { id: file.id, number: file.number, title: file.title };
  };
  const actShown = (act: AlertAct | undefined): AlertRow['act'] =>
    act === undefined
      ? null
      : {
          act: act.act,
          at: act.changedAt,
          byName: vault.officerName(act.changedBy),
          until: act.until ?? null,
          reason: act.reason,
          file: fileOf(act.caseId),
        };
  const named = (id: string | null): AlertRow['person'] =>
    id === null ? null : { id, name: vault.document.people[id]?.name ?? '' };

  const findings = [...living(vault, 'alerts')].map((alert): AlertRow => {
    const key = alertKey.finding(alert.id);
    const act = acts.get(key);
    const dismissal = dismissals.get(alert.findingId);
    const finding = findingRow(vault, findingOf(vault, alert), dismissal);
    return {
      key,
      subject: 'finding',
      state: dismissal === undefined ? stateOf(act, today, alert.ended) : 'handled',
      foundAt: alert.createdAt,
      due: null,
      person: null,
      file: null,
      seenIn: null,
      finding: { ...finding, rows: alert.rowCount },
      act: actShown(act),
    };
  });
  const days = [
    ...dueDays(
      {
        document: { ...vault.document, cases: cases?.document.cases ?? {} },
        visits: vault.visits,
        events: vault.events,
      },
      today,
    ),
  ].map(
    ({ key, subject, due, personId, caseId, seenIn }): AlertRow => ({
      key,
      subject,
      state: stateOf(acts.get(key), today, false),
      foundAt: null,
      due,
      person: named(personId),
      file: fileOf(caseId),
      seenIn: seenIn ?? null,
      finding: null,
      act: actShown(acts.get(key)),
    }),
  );
  days.sort((a, b) =>
    (a.due ?? '') === (b.due ?? '') ? order[a.subject] - order[b.subject] : (a.due ?? '') < (b.due ?? '') ? -1 : 1,
  );
  findings.sort((a, b) => (b.finding?.score ?? 0) - (a.finding?.score ?? 0));
  return [...days, ...findings];
}

/** What was put off calls again on its day. */
function stateOf(act: AlertAct | undefined, today: string, ended: boolean): AlertState {
  if (act?.act === 'later' && (act.until ?? '') > today) return 'later';
  if (act !== undefined && act.act !== 'later') return 'handled';
  return ended ? 'ended' : 'open';
}
