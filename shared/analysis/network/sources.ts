/** Letters and digits only, in lower case: `LI-12/2026.` and `li 12 2026` name one report. */
const folded = (source: string): string =>
  source
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** Shorter texts say too little to be recognised inside another. */
const shortestNamed = 4;

/**
 * The sources that speak for themselves: one written twice counts once, and one that names another (`IR 7 mengutip
 * LI-12/2026` beside `LI-12/2026`) only repeats it. Circular reporting thus never looks like confirmation.
 */
export function distinctSources(sources: readonly string[]): string[] {
  const byText = new Map<string, string>();
  for (const source of sources) {
    const text = folded(source);
    if (!byText.has(text)) byText.set(text, source);
  }
  const texts = [...byText.keys()];
  const repeats = (text: string): boolean =>
    texts.some((other) => other !== text && other.length >= shortestNamed && ` ${text} `.includes(` ${other} `));
  return [...byText].filter(([text]) => !repeats(text)).map(([, source]) => source);
}
