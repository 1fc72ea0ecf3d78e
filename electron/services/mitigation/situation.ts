import { isoWeek, lastDayOf, weekOf, weeksLater } from '../../../shared/analysis/mitigation/weeks.ts';
import type { IndicatorTable } from '../../../shared/contract/mitigation.ts';
import { type IndicatorKind, indicatorKinds } from '../../../shared/domain/mitigation/indicator.ts';
import { isMeasureOver, type Risk, ratingOf, riskLevelOf } from '../../../shared/domain/mitigation/risk.ts';
import type { Situation } from '../../../shared/domain/mitigation/situation.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { settingsOf } from '../settings.ts';
import { searchesOf } from './cell-searches.ts';
import { indicatorTable } from './early-warning.ts';
import { incidentsOf } from './incidents.ts';
import { blockPictures } from './plan.ts';
import { riskRows } from './risks.ts';
import { newestWeek } from './weekly-counts.ts';

const comingWeeks = 2;

/**
 * The situation of a week: what the registers say, what happened, what was searched, and how the threats stand.
 *
 * @param wanted any Monday; null for the newest week there is anything of
 */
export async function gatherSituation(
  vault: GuardedVault,
  wanted: string | null,
  remarks: string,
  now: Date,
): Promise<Situation> {
  const today = prisonDay(now);
  const week = wanted ?? newestWeek(vault) ?? weekOf(today);
  const lastDay = lastDayOf(week);
  const table = await indicatorTable(vault, week);
  const isOfWeek = (day: string): boolean => day >= week && day <= lastDay;
  const risks = riskRows(vault).flatMap(({ risk }) => (risk.closed === undefined ? [risk] : []));
  const until = lastDayOf(weeksLater(week, comingWeeks));
  const searches = searchesOf(vault);
  return {
    agency: settingsOf(vault).agencyName,
    week,
    lastDay,
    isoWeek: isoWeek(week),
    remarks: remarks.trim(),
    figures: figuresOf(table),
    blocks: blockRows(vault, table),
    warnings: table.warnings.map(({ risks: touched, act, ...warning }) => ({
      ...warning,
      risks: touched.map(({ number, title }) => `${number} ${title}`),
      act: act?.act ?? null,
      note: act?.note ?? '',
    })),
    incidents: incidentsOf(vault).filter(({ happenedOn }) => isOfWeek(happenedOn)),
    held: searches.filter(({ result }) => result !== undefined && isOfWeek(result.heldOn)),
    planned: searches.filter(({ state, plannedOn }) => state === 'planned' && plannedOn >= week && plannedOn <= until),
    risks: risks.map((risk) => riskOf(risk, isOfWeek)),
    measures: risks
      .flatMap((risk) =>
        risk.measures
          .filter((measure) => !isMeasureOver(measure))
          .map(({ what, owner, due }) => ({ risk: risk.number, what, owner, due, overdue: due < today })),
      )
      .sort((a, b) => (a.due < b.due ? -1 : 1)),
  };
}

const wholePrison = indicatorKinds.filter((kind) => kind !== 'occupancy');

function figuresOf({ rows, weeks, week }: IndicatorTable): Situation['figures'] {
  const place = weeks.indexOf(week);
  return wholePrison.map((kind) => {
    const sums = weeks.map((_, index) => sumOf(rows, kind, index));
    const before = sums.slice(0, place);
    const first = before.findIndex((sum) => sum > 0);
    const compared = first === -1 ? [] : before.slice(first);
    const average = compared.length === 0 ? null : compared.reduce((all, sum) => all + sum, 0) / compared.length;
    return { kind, value: sums[place] ?? 0, average };
  });
}

const sumOf = (rows: IndicatorTable['rows'], kind: IndicatorKind, index: number, block?: string): number =>
  rows.reduce(
    (sum, row) =>
      row.kind === kind && (block === undefined || row.block === block) ? sum + (row.counts[index] ?? 0) : sum,
    0,
  );

function blockRows(vault: GuardedVault, { rows, weeks, week, warnings }: IndicatorTable): Situation['blocks'] {
  const place = weeks.indexOf(week);
  return blockPictures(vault).map(({ block, name, inmates, capacity }) => ({
    block,
    name,
    inmates,
    capacity,
    finds: sumOf(rows, 'finds', place, block),
    visits: sumOf(rows, 'visits', place, block),
    calls: sumOf(rows, 'calls', place, block),
    incidents: sumOf(rows, 'incidents', place, block),
    warnings: warnings.filter((warning) => warning.block === block).length,
  }));
}

function riskOf(risk: Risk, isOfWeek: (day: string) => boolean): Situation['risks'][number] {
  const { number, title, kind, blocks, residual, assessments } = risk;
  const last = assessments.at(-1);
  const before = assessments.at(-2);
  const isNew = last !== undefined && isOfWeek(prisonDay(new Date(last.at)));
  return {
    number,
    title,
    kind,
    blocks,
    residual,
    level: riskLevelOf(risk),
    rating: ratingOf(risk),
    changed: isNew
      ? { before: before === undefined ? null : ratingOf({ assessments: [before] }), reason: last.reason }
      : null,
  };
}
