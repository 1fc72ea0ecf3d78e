import { resolve } from 'node:path';
import type { Command } from 'commander';
import { refusalBy } from '../../shared/domain/policy.ts';
import { judgePolicyFile } from '../services/policy/policy-file.ts';
import { exitCodes, messageOf, type OutputOptions, printAnswer } from './output.ts';

/** What an administrator fixes for a workstation: docs/policy.md. */
export function policyVerbs(program: Command): void {
  program
    .command('policy')
    .description('Policy files for workstations (docs/policy.md).')
    .command('check')
    .description('Hold a policy file to its format and say what it sets; opens no vault and binds nothing.')
    .requiredOption('--file <file>')
    .option('--json')
    .action(async ({ file, ...options }: OutputOptions & { file: string }) => {
      const standing = judgePolicyFile({ file: resolve(file), owner: null });
      const refusal = refusalBy(standing);
      if (refusal === null) return printAnswer({ ok: true, sets: standing.policy, fault: null }, options);
      const fault = { ...standing.fault, message: await messageOf(refusal) };
      await printAnswer({ ok: false, sets: null, fault }, options);
      process.exitCode = exitCodes.failed;
    });
}
