import { CommanderError } from 'commander';
import { exitCodes, reportFailure, reportUsage } from './cli/output.ts';
import { createProgram } from './cli/program.ts';

/** The same services without a window, for administrators and automation. */
async function run(): Promise<void> {
  // Told to whoever writes; without a listener it would end the program in the middle of its work.
  process.stdout.on('error', () => undefined);
  try {
    await createProgram().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.done : await reportUsage(error.message, process.argv);
    else process.exitCode = await reportFailure(error, process.argv);
  }
}

void run();
