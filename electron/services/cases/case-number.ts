import type { VaultPort } from '../../vault/port.ts';
import { settingsOf } from '../settings.ts';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** The template filled in: `BK/{n}/{roman}/{year}` becomes `BK/0007/XI/2026`. */
export function fillCaseNumber(template: string, running: number, day: Date): string {
  return template
    .replaceAll('{n}', String(running).padStart(4, '0'))
    .replaceAll('{roman}', roman[day.getMonth()] ?? '')
    .replaceAll('{year}', String(day.getFullYear()));
}

/** First number of the template that no case of the vault bears, removed cases included: a number is never given twice. */
export function nextCaseNumber(vault: VaultPort, day: Date): string {
  const taken = new Set(Object.values(vault.document.cases).map((file) => file.number));
  const { caseNumberTemplate } = settingsOf(vault);
  for (let running = taken.size + 1; ; running += 1) {
    const number = fillCaseNumber(caseNumberTemplate, running, day);
    if (!taken.has(number)) return number;
  }
}
