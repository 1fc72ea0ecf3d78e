import { createInstance } from 'i18next';
import { type ErrorCode, SinergiError, toSinergiError } from '../../shared/errors.ts';
import { messages } from '../../shared/i18n/messages.ts';
import { writeFailure } from '../services/documents/save-file.ts';

export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

export interface OutputOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

const chunkLength = 64 * 1024;

/** Waits until the text has left. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (cause) => {
      if (cause === null || cause === undefined) resolve();
      else reject(new SinergiError(writeFailure(cause), undefined, { cause }));
    });
  });
}

/** A reader that has seen enough, `| head` for one, is no failure. */
function hasSeenEnough(failure: unknown): boolean {
  const cause = failure instanceof SinergiError ? failure.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'EPIPE';
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
  try {
    await printRows(rows, options);
  } catch (failure) {
    if (!hasSeenEnough(failure)) throw failure;
  }
}

async function printRows(rows: Iterable<object>, options: OutputOptions): Promise<void> {
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

const asksForJson = (words: readonly string[]): boolean => words.includes('--json') || words.includes('--jsonl');

async function printError(error: object): Promise<void> {
  try {
    await printAnswer({ error }, { json: true });
  } catch {
    // Nobody reads any more; the exit code still tells.
  }
}

/** What was not understood has been told on standard error; a program that reads JSON gets it there too. */
export async function reportUsage(fault: string, words: readonly string[]): Promise<number> {
  const message = fault.replace(/^error: /, '');
  if (asksForJson(words)) await printError({ code: 'usage', message });
  return exitCodes.usage;
}

/** What an officer is told of a failure. */
export async function messageOf({ code, details }: Pick<SinergiError, 'code' | 'details'>): Promise<string> {
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: messages, ns: ['errors'], interpolation: { escapeValue: false } });
  return i18n.t(`errors:${code}`, { ...details });
}

/** What whoever asks should know besides the answer: on standard error, so that JSON stays JSON. */
export async function warn(code: ErrorCode): Promise<void> {
  process.stderr.write(`${await messageOf({ code, details: undefined })} (${code})\n`);
}

/** The failure with its code: as JSON where JSON was asked for, in words otherwise. */
export async function reportFailure(error: unknown, words: readonly string[]): Promise<number> {
  const { code, details, cause } = toSinergiError(error);
  const message = await messageOf({ code, details });
  if (asksForJson(words)) await printError({ code, message, ...(details && { details }) });
  else process.stderr.write(`${message} (${code})\n${details === undefined ? '' : `${JSON.stringify(details)}\n`}`);
  if (code === 'internal' && process.env['SINERGI_TRACE'] === '1') console.error(cause);
  return exitCodes.failed;
}
