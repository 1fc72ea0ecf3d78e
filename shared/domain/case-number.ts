const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** The template filled in: `BK/{n}/{roman}/{year}` becomes `BK/0007/XI/2026`. */
export function fillCaseNumber(template: string, running: number, day: Date): string {
  return template
    .replaceAll('{n}', String(running).padStart(4, '0'))
    .replaceAll('{roman}', roman[day.getMonth()] ?? '')
    .replaceAll('{year}', String(day.getFullYear()));
}
