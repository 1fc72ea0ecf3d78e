import { createInstance } from 'i18next';
import { toSinergiError } from '../../shared/errors.ts';
import { messages } from '../../shared/i18n/messages.ts';

export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

export interface OutputOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

const chunkLength = 64 * 1024;

/** Waits while the reader of a pipe is slower than we are. */
async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** One answer: JSON with `--json`, otherwise a line for each of its facts. */
export async function printAnswer(answer: object, options: OutputOptions): Promise<void> {
  if (options.json === true || options.jsonl === true) return write(`${JSON.stringify(answer)}\n`);
  const lines = Object.entries(answer).map(
    ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  await write(`${lines.join('\n')}\n`);
}

/** Many answers: a line each, or one JSON array with `--json`. */
export async function printList(rows: Iterable<object>, options: OutputOptions): Promise<void> {
  const asArray = options.json === true && options.jsonl !== true;
  let chunk = asArray ? '[' : '';
  let first = true;
  for (const row of rows) {
    if (asArray && !first) chunk += ',';
    first = false;
    chunk += asArray ? JSON.stringify(row) : `${JSON.stringify(row)}\n`;
    if (chunk.length < chunkLength) continue;
    await write(chunk);
    chunk = '';
  }
  await write(asArray ? `${chunk}]\n` : chunk);
}

/** The failure with its code: as JSON where JSON was asked for, in words otherwise. */
export async function reportFailure(error: unknown, words: readonly string[]): Promise<number> {
  const { code, details, cause } = toSinergiError(error);
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: messages, ns: ['errors'], interpolation: { escapeValue: false } });
  const message = i18n.t(`errors:${code}`, { ...details });
  if (words.includes('--json') || words.includes('--jsonl'))
    await printAnswer({ error: { code, message, ...(details && { details }) } }, { json: true });
  else process.stderr.write(`${message} (${code})\n${details === undefined ? '' : `${JSON.stringify(details)}\n`}`);
  if (code === 'internal' && process.env['SINERGI_TRACE'] === '1') console.error(cause);
  return exitCodes.failed;
}
