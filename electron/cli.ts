import { Command, CommanderError } from 'commander';
import { analyseVerbs } from './cli/analyse-verbs.ts';
import { approvalVerbs } from './cli/approval-verbs.ts';
import { auditVerbs } from './cli/audit-verbs.ts';
import { banVerbs } from './cli/ban-verbs.ts';
import { caseVerbs } from './cli/case-verbs.ts';
import { demoVerb } from './cli/demo-verb.ts';
import { detectVerbs } from './cli/detect-verbs.ts';
import { exchangeVerbs } from './cli/exchange-verbs.ts';
import { importVerbs } from './cli/import-verbs.ts';
import { listVerbs } from './cli/list-verbs.ts';
import { takeKeyFiles } from './cli/opened.ts';
import { exitCodes, reportFailure, reportUsage } from './cli/output.ts';
import { sourceVerbs } from './cli/source-verbs.ts';
import { vaultVerbs } from './cli/vault-verbs.ts';

/** The same services without a window, for administrators and automation. */
async function run(): Promise<void> {
  // Told to whoever writes; without a listener it would end the program in the middle of its work.
  process.stdout.on('error', () => undefined);
  const program = new Command('sinergi')
    .description('Sinergi on the command line. The passphrase comes from SINERGI_PASSPHRASE or is asked for.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  for (const add of [
    vaultVerbs,
    auditVerbs,
    approvalVerbs,
    importVerbs,
    listVerbs,
    detectVerbs,
    banVerbs,
    caseVerbs,
    sourceVerbs,
    analyseVerbs,
    exchangeVerbs,
    demoVerb,
  ])
    add(program);
  takeKeyFiles(program);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.done : await reportUsage(error.message, process.argv);
    else process.exitCode = await reportFailure(error, process.argv);
  }
}

void run();
