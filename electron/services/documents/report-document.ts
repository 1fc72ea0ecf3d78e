import type { Id } from '../../../shared/domain/basics.ts';
import { effectiveGrade } from '../../../shared/domain/report.ts';
import type { ReportDocument, ReportForm } from '../../../shared/domain/report-document.ts';
import { originsMayGoInto } from '../../../shared/domain/sanitisation.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find } from '../records.ts';
import { settingsOf } from '../settings.ts';

/**
 * What a print of a report shows. A sanitised one holds nothing of where the information comes from.
 *
 * @throws SinergiError `not-found`; `originator-agreement` while the agency it came from has not agreed to action upon it, or to
 * sanitising it
 */
export function gatherReport(vault: VaultPort, id: Id, form: ReportForm, sanitised: boolean): ReportDocument {
  const report = find(vault, 'reports', id);
  const barring = report.origins?.find((origin) => !originsMayGoInto(sanitised ? 'C' : undefined, [origin]));
  if (barring !== undefined) throw new SinergiError('originator-agreement', { agency: barring.agency });
  const { source, relation, method, risk } = report;
  const evaluated = report.steps.findLast(({ state }) => state === 'evaluated');
  return {
    format: 'sinergi-report-document/1',
    form,
    sanitised,
    agency: settingsOf(vault).agencyName,
    id: report.id,
    number: report.number,
    subject: report.subject,
    field: report.field,
    marking: report.marking,
    priority: report.priority,
    state: report.state,
    place: sanitised ? '' : report.place,
    informationFrom: report.informationFrom,
    ...(report.informationUntil === undefined ? {} : { informationUntil: report.informationUntil }),
    writtenOn: report.writtenOn,
    ...(sanitised ? {} : { origin: { source, relation, method, risk } }),
    items: report.items.map((item) => ({
      text: item.text,
      grade: effectiveGrade(item),
      ...(item.regraded === undefined ? {} : { reporterGrade: item.grade }),
    })),
    opinion: sanitised ? { ...report.opinion, stepsTaken: '' } : report.opinion,
    handling: report.handling,
    distribution: report.distribution,
    cases: report.caseIds.flatMap((caseId) => vault.document.cases[caseId]?.number ?? []),
    author: vault.officerName(report.author),
    ...(evaluated === undefined
      ? {}
      : {
          evaluation: { by: vault.officerName(evaluated.by), at: evaluated.at, note: sanitised ? '' : evaluated.note },
        }),
  };
}
