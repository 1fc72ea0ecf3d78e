import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the command line remembers between two runs of one test; goes with the process. */
const state = mkdtempSync(join(tmpdir(), 'sinergi-cli-state-'));
process.on('exit', () => rmSync(state, { recursive: true, force: true }));

const root = resolve(import.meta.dirname, '../../..');

export interface CliAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as an administrator would; the passphrase goes through the environment. */
export function runCli(
  words: readonly string[],
  passphrase = 'kata sandi percobaan',
  secrets: Readonly<Record<string, string>> = {},
): Promise<CliAnswer> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'build/cli.mjs'), ...words],
      {
        cwd: root,
        maxBuffer: 256 * 1024 * 1024,
        env: {
          ...process.env,
          SINERGI_STATE: state,
          SINERGI_UNLOCK_SECONDS: '0',
          SINERGI_PASSPHRASE: passphrase,
          ...secrets,
        },
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({ code, stdout, stderr });
      },
    );
  });
}

/** The one JSON answer of a verb. */
export async function askCli(words: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await runCli([...words, '--json']);
  if (code !== 0) throw new Error(`exit ${code}: ${stdout}${stderr}`);
  return toRecord(JSON.parse(stdout));
}

export async function listCli(words: readonly string[]): Promise<Record<string, unknown>[]> {
  const { code, stdout, stderr } = await runCli([...words, '--jsonl']);
  if (code !== 0) throw new Error(`exit ${code}: ${stdout}${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => toRecord(JSON.parse(line)));
}

export function toRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('not a JSON object');
  return Object.fromEntries(Object.entries(value));
}
