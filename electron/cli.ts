import { CommanderError } from 'commander';
import { exitCodes, reportFailure, reportUsage } from './cli/output.ts';
<<<<<<< HEAD
import { createProgram } from './cli/program.ts';
=======
import { retentionVerbs } from './cli/retention-verbs.ts';
import { sourceVerbs } from './cli/source-verbs.ts';
import { vaultVerbs } from './cli/vault-verbs.ts';
>>>>>>> 042a6b0 (Keep what is held for a time agreed: rules, what is due, weeding by two officers, and a report of what is held)

/** The same services without a window, for administrators and automation. */
async function run(): Promise<void> {
  // Told to whoever writes; without a listener it would end the program in the middle of its work.
  process.stdout.on('error', () => undefined);
<<<<<<< HEAD
=======
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
    retentionVerbs,
    analyseVerbs,
    exchangeVerbs,
    demoVerb,
  ])
    add(program);
  takeKeyFiles(program);
>>>>>>> 042a6b0 (Keep what is held for a time agreed: rules, what is due, weeding by two officers, and a report of what is held)
  try {
    await createProgram().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.done : await reportUsage(error.message, process.argv);
    else process.exitCode = await reportFailure(error, process.argv);
  }
}

void run();
