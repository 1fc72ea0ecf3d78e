import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PlainError } from '../run.mjs';

const startLimitMs = 15_000;

/**
 * Starts a virtual display on a free number; the server itself picks it and reports it on descriptor 3.
 *
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export async function startXvfb() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const report = server.stdio[3];
  if (report === null || report === undefined) throw new PlainError('Xvfb could not be started.');
  const timer = setTimeout(() => server.kill('SIGKILL'), startLimitMs);
  const failed = once(server, 'exit').then(() => undefined);
  const number = await Promise.race([once(report, 'data').then(([data]) => String(data).trim()), failed]);
  clearTimeout(timer);
  if (number === undefined || number === '') throw new PlainError('Xvfb could not be started.');
  const stop = () => void server.kill('SIGTERM');
  process.once('exit', stop);
  return { display: `:${number}`, stop };
}
