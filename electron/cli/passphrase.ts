import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { SinergiError } from '../../shared/errors.ts';

type SecretVariable =
  | 'SINERGI_PASSPHRASE'
  | 'SINERGI_NEW_PASSPHRASE'
  | 'SINERGI_OTHER_PASSPHRASE'
  | 'SINERGI_RECOVERY_KEY';

const given = (variable: SecretVariable): string | undefined => process.env[variable] || undefined;

/** From the environment, or asked for without showing it; never from an argument, which every process could read. */
export async function askSecret(variable: SecretVariable, question: string): Promise<string> {
  const value = given(variable) ?? (await ask(question));
  if (value === undefined) throw new SinergiError('passphrase-missing', { variable });
  return value;
}

export const askPassphrase = (question: string): Promise<string> => askSecret('SINERGI_PASSPHRASE', question);

/** `undefined` when there is none in the environment and nobody to ask, or nothing was typed. */
export const askNewPassphrase = async (question: string): Promise<string | undefined> =>
  given('SINERGI_NEW_PASSPHRASE') ?? ((await ask(question)) || undefined);

/** Of a second vault, where it is another one. */
export const otherPassphrase = (): string | undefined => given('SINERGI_OTHER_PASSPHRASE');

/** Nothing typed is shown. @returns `undefined` when there is nobody to ask */
export async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      // Ctrl+C, or the end of the input.
      terminal.once('close', () => reject(new SinergiError('cancelled')));
      terminal.question('', resolve);
    });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
