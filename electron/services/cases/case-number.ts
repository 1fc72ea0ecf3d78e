import { fillCaseNumber } from '../../../shared/domain/case-number.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { settingsOf } from '../settings.ts';

/** First number of the template that no case of the vault bears, removed cases included: a number is never given twice. */
export function nextCaseNumber(vault: GuardedVault, day: Date, also: Iterable<string> = []): string {
  const taken = new Set([...also, ...Object.values(vault.beyondNeedToKnow.cases).map((file) => file.number)]);
  const { caseNumberTemplate } = settingsOf(vault);
  for (let running = taken.size + 1; ; running += 1) {
    const number = fillCaseNumber(caseNumberTemplate, running, day);
    if (!taken.has(number)) return number;
  }
}
