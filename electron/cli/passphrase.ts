import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { SinergiError } from '../../shared/errors.ts';

/** From the environment, or asked for without showing it; never from an argument, which every process could read. */
export async function askPassphrase(question: string): Promise<string> {
  const given = process.env['SINERGI_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new SinergiError('passphrase-missing');
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve) => terminal.question('', resolve));
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
