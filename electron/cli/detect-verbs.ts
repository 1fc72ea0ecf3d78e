import type { Command } from 'commander';
import type { Finding } from '../../shared/analysis/detection/finding.ts';
import { bothLanguages } from './both-languages.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printList } from './output.ts';

interface DetectOptions extends VaultOptions, OutputOptions {
  readonly offices?: true;
  readonly families?: true;
}

export function detectVerbs(program: Command): void {
  program
    .command('detect')
    .description('Patterns worth a look in the registers of a vault.')
    .command('run')
    .requiredOption('--vault <folder>')
    .option('--offices', 'lawyers and clergy too')
    .option('--families', 'also families that come together to one inmate')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ offices, families, ...options }: DetectOptions) => {
      await withVault(options, async ({ detection }) => {
        const findings = await detection.run({ withOffices: offices === true, withFamilies: families === true });
        await printList(spoken(findings), options);
      });
    });
}

function* spoken(findings: readonly Finding[]): Iterable<object> {
  const say = bothLanguages('detection');
  for (const { values, ...finding } of findings) {
    const { kind, score, expected, observed, rows } = finding;
    const facts = {
      ...values,
      observed,
      expected: expected.toPrecision(2),
      rows: rows.length,
      power: Math.round(score),
    };
    const parts = ['what', 'not', 'chance'].map((part) => say(part === 'chance' ? 'chance' : `${kind}.${part}`, facts));
    yield {
      ...finding,
      score: Number(score.toFixed(2)),
      expected: Number(expected.toPrecision(3)),
      text: { id: parts.map(({ id }) => id).join(' '), en: parts.map(({ en }) => en).join(' ') },
    };
  }
}
