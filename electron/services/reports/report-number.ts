import { fillCaseNumber } from '../../../shared/domain/case-number.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { settingsOf } from '../settings.ts';

/** First number of the template that no report of the vault bears, removed ones included: a number is never given twice. */
export function nextReportNumber(vault: GuardedVault, day: Date, alsoTaken: Iterable<string> = []): string {
  const taken = new Set([
    ...Object.values(vault.beyondNeedToKnow.reports).map((report) => report.number),
    ...alsoTaken,
  ]);
  const { reportNumberTemplate } = settingsOf(vault);
  for (let running = taken.size + 1; ; running += 1) {
    const number = fillCaseNumber(reportNumberTemplate, running, day);
    if (!taken.has(number)) return number;
  }
}
