import type { Command } from 'commander';
import type { Finding } from '../../shared/analysis/detection/finding.ts';
import type { Dismissal } from '../../shared/domain/finding.ts';
import { findingText } from './finding-text.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

interface Asked {
  readonly offices?: true;
  readonly families?: true;
  readonly includeOrdinary?: true;
}
interface DetectOptions extends VaultOptions, OutputOptions, Asked {
  readonly dismissed?: true;
}

const wanted = ({ offices, families, includeOrdinary }: Asked) => ({
  withOffices: (offices ?? includeOrdinary) === true,
  withFamilies: (families ?? includeOrdinary) === true,
});

export function detectVerbs(program: Command): void {
  const group = program.command('detect').description('Patterns worth a look in the registers of a vault.');

  group
    .command('run')
    .requiredOption('--vault <folder>')
    .option('--offices', 'lawyers and clergy too')
    .option('--families', 'also families that come together to one inmate')
    .option('--include-ordinary', 'both')
    .option('--dismissed', 'also what was set aside')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: DetectOptions) => {
      await withVault(options, async ({ detection }) => {
        const findings = await detection.run(wanted(options));
        await printList(spoken(findings, detection.dismissals(), options.dismissed === true), options);
      });
    });

  group
    .command('dismiss')
    .description('Sets a finding aside, with the reason; later runs leave it out.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <finding>')
    .requiredOption('--reason <text>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, reason, ...options }: VaultOptions & OutputOptions & { id: string; reason: string }) => {
      await withVault(options, async ({ detection }) => {
        // Groups look otherwise with everybody in them: the finding may be of either run.
        const found = await detection.run({ withOffices: false, withFamilies: false });
        if (!found.some((finding) => finding.id === id)) await detection.run({ withOffices: true, withFamilies: true });
        await detection.dismiss(id, reason);
        await printAnswer({ id, reason }, options);
      });
    });

  group
    .command('reopen')
    .description('Takes a finding that was set aside up again.')
    .requiredOption('--vault <folder>')
    .requiredOption('--id <finding>')
    .option('--as <name>')
    .option('--json')
    .action(async ({ id, ...options }: VaultOptions & OutputOptions & { id: string }) => {
      await withVault(options, async ({ detection }) => {
        await detection.reopen(id);
        await printAnswer({ id }, options);
      });
    });
}

function* spoken(
  findings: readonly Finding[],
  dismissals: ReadonlyMap<string, Dismissal>,
  withDismissed: boolean,
): Iterable<object> {
  for (const { values, ...finding } of findings) {
    const dismissal = dismissals.get(finding.id);
    if (dismissal !== undefined && !withDismissed) continue;
    const { score, expected, rows } = finding;
    yield {
      ...finding,
      score: Number(score.toFixed(2)),
      expected: Number(expected.toPrecision(3)),
      text: findingText({ ...finding, rows: rows.length, values }),
      ...(dismissal === undefined ? {} : { dismissed: dismissal.reason }),
    };
  }
}
