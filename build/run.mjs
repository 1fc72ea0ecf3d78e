import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/** A failure whose message is all a person needs: printed without a stack. */
export class PlainError extends Error {}

/**
 * Runs a command with the terminal's own streams.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Readonly<Record<string, string | undefined>>, cwd?: string, stdout?: 'inherit' | 'stderr', signals?: readonly NodeJS.Signals[] }} [options]
 *   `signals` are handed on to the command, which ends by them as it sees fit
 * @returns {Promise<number>} its exit code; 128 and more for a signal
 */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['inherit', options.stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
    });
    for (const signal of options.signals ?? []) process.on(signal, () => child.kill(signal));
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 128));
  });
}

/**
 * Runs a command quietly and hands back what it printed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, timeout?: number, env?: Readonly<Record<string, string | undefined>> }} [options]
 */
export function capture(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: 'SIGKILL' }),
  });
  return { code: result.status ?? 128, stdout: result.stdout ?? '', stderr: result.stderr ?? '', error: result.error };
}

/**
 * Runs a script's main function; a PlainError ends it with its one sentence.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}

/** The path of a package's command. @param {string} name */
export function bin(name) {
  return `${root}/node_modules/.bin/${name}`;
}

export const isRoot = process.getuid?.() === 0;
