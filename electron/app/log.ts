import { appendFileSync, renameSync, statSync } from 'node:fs';

export interface Log {
  note(event: string, facts?: Readonly<Record<string, string | number>>): void;
  failure(where: string, error: unknown): void;
}

const limitBytes = 512 * 1024;

/** Names and places of a failure, never its message: messages quote data. */
export function describeFailure(error: unknown): { name: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: lines.slice(0, 8).map((line) => line.trim().replace(/\(?[^()\s]*[/\\]/, '(')) };
}

/** A short log of what the program refused and where it failed; it holds no record, no name and no path of a case. */
export function createLog(file: string, echo: boolean): Log {
  const write = (line: Readonly<Record<string, unknown>>): void => {
    const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
    if (echo) process.stderr.write(text);
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limitBytes) renameSync(file, `${file}.old`);
      appendFileSync(file, text, { mode: 0o600 });
    } catch {
      // A full disk must not take the program down because of its log.
    }
  };
  return {
    note: (event, facts = {}) => write({ event, ...facts }),
    failure: (where, error) => write({ event: 'failure', where, ...describeFailure(error) }),
  };
}
