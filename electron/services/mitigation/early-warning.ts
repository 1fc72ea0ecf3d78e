import { earlyWarnings } from '../../../shared/analysis/mitigation/early-warnings.ts';
import { isoWeek, weekOf, weeksLater } from '../../../shared/analysis/mitigation/weeks.ts';
import type { IndicatorTable, WarningRow } from '../../../shared/contract/mitigation.ts';
import { defaultThresholds, type Thresholds } from '../../../shared/domain/mitigation/indicator.ts';
import type { Warning, WarningAct } from '../../../shared/domain/mitigation/warning.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { countWeeks, newestWeek, shownWeeks } from './weekly-counts.ts';

/** What the registers say of each block week by week, and where it rose so far that somebody should look. */
export interface EarlyWarning {
  /** @param week any Monday; null for the newest week there is anything of */
  indicators(week: string | null): Promise<IndicatorTable>;
  thresholds(): Thresholds;
  setThresholds(thresholds: Thresholds): Promise<void>;
  /** Says what is done about a warning; the newest word counts. @throws SinergiError `warning-unknown` */
  act(input: { key: string; act: 'noted' | 'dismissed'; note: string }): Promise<{ undoId: string }>;
}

export function createEarlyWarning(session: Session, undo: Undo, now: () => Date): EarlyWarning {
  return {
    async indicators(wanted) {
      const vault = session.vault('mitigation.read');
      return await indicatorTable(vault, wanted ?? newestWeek(vault) ?? weekOf(prisonDay(now())));
    },
    thresholds: () => thresholdsOf(session.vault('settings.read')),
    async setThresholds(thresholds) {
      const vault = session.vault('mitigation.rules');
      const [rules] = living(vault, 'indicatorRules');
      await vault.transact({ action: 'mitigation.thresholds', entity: 'indicatorRules' }, (transaction) => {
        if (rules === undefined) transaction.create('indicatorRules', { thresholds });
        else transaction.change('indicatorRules', rules.id, rules.version, { thresholds });
      });
    },
    async act({ key, act, note }) {
      const vault = session.vault('mitigation.write');
      if (!isKey(key)) throw new SinergiError('warning-unknown');
      const made = await vault.transact({ action: 'warning.act', entity: 'warningActs', reason: note }, (transaction) =>
        transaction.create('warningActs', { key, act, note }),
      );
      return undo.offer(async () => {
        const again = session.vault('mitigation.write');
        await again.transact(
          { action: 'warning.act-undone', entity: 'warningActs', entityId: made.id },
          (transaction) => transaction.remove('warningActs', made.id, made.version),
        );
      });
    },
  };
}

const isKey = (key: string): boolean => /^[a-z-]+:[^:]+:\d{4}-\d{2}-\d{2}$/.test(key);

export function thresholdsOf(vault: Pick<VaultPort, 'document'>): Thresholds {
  const [rules] = living(vault, 'indicatorRules');
  return rules?.thresholds ?? defaultThresholds;
}

/** The last weeks of every indicator and block, with what stands out in the newest of them. */
export async function indicatorTable(vault: VaultPort, week: string): Promise<IndicatorTable> {
  const { series, firstWeek } = await countWeeks(vault, week);
  const weeks = Array.from({ length: shownWeeks }, (_, place) => weeksLater(week, place - shownWeeks + 1));
  const warnings = earlyWarnings(series, thresholdsOf(vault), week, firstWeek);
  const acts = actsOf(vault);
  return {
    week,
    isoWeek: isoWeek(week),
    weeks,
    rows: series
      .map(({ kind, block, weeks: counts }) => ({ kind, block, counts: weeks.map((each) => counts.get(each) ?? 0) }))
      .filter(({ counts }) => counts.some((count) => count > 0))
      .sort((a, b) => (a.block === b.block ? 0 : a.block < b.block ? -1 : 1)),
    warnings: warnings.map((warning) => warningRow(vault, warning, acts.get(warning.key))),
  };
}

/** The newest word on each warning. */
function actsOf(vault: Pick<VaultPort, 'document'>): ReadonlyMap<string, WarningAct> {
  const acts = new Map<string, WarningAct>();
  for (const act of living(vault, 'warningActs')) {
    const before = acts.get(act.key);
    if (before === undefined || before.id < act.id) acts.set(act.key, act);
  }
  return acts;
}

function warningRow(vault: VaultPort, warning: Warning, act: WarningAct | undefined): WarningRow {
  const risks = [...living(vault, 'risks')].filter(
    ({ closed, indicators, blocks }) =>
      closed === undefined &&
      indicators.includes(warning.kind) &&
      (blocks.length === 0 || blocks.includes(warning.block)),
  );
  const search = act?.searchId === undefined ? undefined : vault.document.cellSearches[act.searchId];
  return {
    ...warning,
    risks: risks.map(({ id, number, title }) => ({ id, number, title })),
    act:
      act === undefined
        ? null
        : {
            act: act.act,
            note: act.note,
            by: vault.officerName(act.createdBy),
            at: act.createdAt,
            search: search === undefined ? null : { id: search.id, number: search.number, state: search.state },
          },
  };
}
